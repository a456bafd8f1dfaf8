import CChannel
import Glibc

/// The one queue through which everything a cell writes reaches the runner, in the order in which it was written.
///
/// Standard output, standard error and frames are three datagram sockets connected to one receiver. Which one a packet
/// comes from is told by the name its sender is bound to. The names are needed only while the sockets are being connected:
/// nothing of them is left in the file system afterwards.
final class OutputQueue {
    enum Source: UInt8, CaseIterable { case standardOutput = 111, standardError = 101, frames = 102 }

    let receiver: Int32
    private(set) var senders: [Source: Int32] = [:]
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: OutputQueue.largestPacket, alignment: 16)

    /// No sender's buffer lets a packet through that is larger.
    private static let largestPacket = 8 << 20

    init() throws(KernelError) {
        receiver = try Self.makeSocket()
        try connectSenders()
    }

    deinit {
        closeSenders()
        close(receiver)
        buffer.deallocate()
    }

    /// Closes the runner's own copies, once the kernel has its.
    func closeSenders() {
        for descriptor in senders.values { close(descriptor) }
        senders = [:]
    }

    /// Hands the next packet to `body`; false when none waits. The bytes are gone when `body` returns.
    func receive(_ body: (Source, UnsafeRawBufferPointer) -> Void) -> Bool {
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let count = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                recvfrom(receiver, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT), $0, &length)
            }
        }
        guard count >= 0 else { return errno == EINTR }
        if let source = Self.source(of: address) { body(source, UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        return true
    }
}

extension OutputQueue {
    private static func makeSocket() throws(KernelError) -> Int32 {
        let type = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = Glibc.socket(AF_UNIX, type, 0)
        guard descriptor >= 0 else { throw Self.failure("socket") }
        return descriptor
    }

    private static func failure(_ call: String) -> KernelError { KernelError(.noSockets, call, String(cString: strerror(errno))) }

    private func connectSenders() throws(KernelError) {
        let directory = try Self.makeDirectory()
        defer { Self.remove(directory) }
        try Self.name(receiver, directory + "/r", by: Glibc.bind)
        for source in Source.allCases {
            let descriptor = try Self.makeSocket()
            senders[source] = descriptor
            var size: Int32 = 4 << 20
            setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<Int32>.size))
            try Self.name(descriptor, "\(directory)/\(Character(UnicodeScalar(source.rawValue)))", by: Glibc.bind)
            try Self.name(descriptor, directory + "/r", by: Glibc.connect)
        }
    }

    /// The names of sockets may have 107 bytes, so a longer temporary directory cannot be used.
    private static func makeDirectory() throws(KernelError) -> String {
        let wanted = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let parent = wanted.utf8.count < 80 ? wanted : "/tmp"
        var template = Array("\(parent)/flowbook-kernel-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw failure("mkdtemp") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func remove(_ directory: String) {
        for name in ["r"] + Source.allCases.map({ String(UnicodeScalar($0.rawValue)) }) { unlink("\(directory)/\(name)") }
        rmdir(directory)
    }

    private static func name(
        _ descriptor: Int32, _ path: String, by call: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32
    ) throws(KernelError) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw failure("bind \(path)") }
    }

    /// The last byte of the sender's name.
    private static func source(of address: sockaddr_un) -> Source? {
        withUnsafeBytes(of: address.sun_path) { bytes in
            bytes.prefix { $0 != 0 }.last.flatMap(Source.init(rawValue:))
        }
    }
}
