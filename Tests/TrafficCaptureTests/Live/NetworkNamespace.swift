import Foundation

/// A network namespace without any way out.
struct NetworkNamespace: Sendable {
    let name = "\(prefix)\(getpid())-\(UUID().uuidString.prefix(8))"

    private static let prefix = "flowbook-test-"

    init() throws {
        guard try Command(["ip", "netns", "add", name]).status == 0 else { throw NamespaceError(what: "ip netns add") }
        try ip("link set lo up")
    }

    /// Removes it and the interfaces in it.
    func remove() { _ = try? Command(["ip", "netns", "del", name]) }

    /// Removes those of test runs that were killed.
    static func removeLeftovers() throws {
        let list = String(decoding: try Command(["ip", "netns", "list"]).output, as: UTF8.self)
        for line in list.split(separator: "\n") where line.hasPrefix(prefix) {
            let words = line.dropFirst(prefix.count).split { $0 == "-" || $0 == " " }
            let owner = words.first.flatMap { pid_t($0) } ?? 0
            if kill(owner, 0) != 0, let name = line.split(separator: " ").first {
                _ = try Command(["ip", "netns", "del", String(name)])
            }
        }
    }

    /// Runs `ip` on the namespace.
    func ip(_ arguments: String) throws {
        let words = arguments.split(separator: " ").map(String.init)
        guard try Command(["ip", "-n", name] + words).status == 0 else { throw NamespaceError(what: "ip \(arguments)") }
    }

    /// Moves the calling thread into the namespace, for good.
    func enter() throws {
        guard let symbol = dlsym(UnsafeMutableRawPointer(bitPattern: 0), "setns") else {
            throw NamespaceError(what: "setns")
        }
        let setns = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
        let descriptor = open("/run/netns/\(name)", O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        let networkNamespace: Int32 = 0x4000_0000
        guard setns(descriptor, networkNamespace) == 0 else { throw NamespaceError(what: "setns \(name)") }
    }

    /// Two namespaces joined by a pair of interfaces named `near` and `far`, with known addresses on both sides.
    static func pair() throws -> (near: NetworkNamespace, far: NetworkNamespace) {
        let (near, far) = (try NetworkNamespace(), try NetworkNamespace())
        try near.ip("link add near address 02:00:00:00:00:01 type veth peer name far netns \(far.name)")
        try far.ip("link set far address 02:00:00:00:00:02")
        for (space, device, own, other, hardware) in [
            (near, "near", "192.0.2.1", "192.0.2.2", "02:00:00:00:00:02"),
            (far, "far", "192.0.2.2", "192.0.2.1", "02:00:00:00:00:01"),
        ] {
            try space.ip("address add \(own)/24 dev \(device)")
            try space.ip("link set \(device) up")
            try space.ip("neighbour replace \(other) lladdr \(hardware) dev \(device) nud permanent")
        }
        return (near, far)
    }
}

/// Something about namespaces failed.
struct NamespaceError: Error {
    let what: String
}
