import CSystem
import Glibc

/// The one queue through which everything a cell writes reaches the runner, in the order in which it was written.
///
/// Standard output, standard error and frames are three datagram sockets connected to one receiver. Which one a packet
/// comes from is told by the name its sender is bound to. The system chooses the names, outside of the file system, so
/// nothing has to be removed afterwards, whatever ends the runner. Packets from any other name are dropped: no other
/// process can take the name of a socket that is open.
final class OutputQueue {
    enum Source: CaseIterable { case standardOutput, standardError, frames }

    let receiver: Int32
    private(set) var senders: [Source: Int32] = [:]
    private var names: [[UInt8]: Source] = [:]
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: OutputQueue.largestPacket, alignment: 16)

    /// No sender's buffer lets a packet through that is larger.
    private static let largestPacket = 8 << 20

    init() throws(KernelError) {
        receiver = try Self.makeSocket()
        let name = try Self.bind(receiver)
        for source in Source.allCases {
            let sender = try Self.makeSocket()
            senders[source] = sender
            names[try Self.bind(sender)] = source
            try Self.connect(sender, to: name)
        }
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
        if let source = names[Self.name(in: address, length)] {
            body(source, UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        return true
    }
}

extension OutputQueue {
    private static func makeSocket() throws(KernelError) -> Int32 {
        let type = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = Glibc.socket(AF_UNIX, type, 0)
        guard descriptor >= 0 else { throw failure("socket") }
        var size: Int32 = 4 << 20
        setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }

    private static func failure(_ call: String) -> KernelError {
        KernelError(.noSockets, call, String(cString: strerror(errno)))
    }

    /// Binds to a name of the system's choice, which is what binding to an address without one asks for; the name.
    private static func bind(_ descriptor: Int32) throws(KernelError) -> [UInt8] {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var length = socklen_t(MemoryLayout<sa_family_t>.size)
        guard withGeneric(&address, { Glibc.bind(descriptor, $0, length) }) == 0 else { throw failure("bind") }
        length = socklen_t(MemoryLayout<sockaddr_un>.size)
        guard withGeneric(&address, { getsockname(descriptor, $0, &length) }) == 0 else { throw failure("getsockname") }
        return name(in: address, length)
    }

    private static func connect(_ descriptor: Int32, to name: [UInt8]) throws(KernelError) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        guard withGeneric(&address, { Glibc.connect(descriptor, $0, length) }) == 0 else { throw failure("connect") }
    }

    /// The bytes of the name, the zero at its beginning included.
    private static func name(in address: sockaddr_un, _ length: socklen_t) -> [UInt8] {
        let count = max(0, Int(length) - MemoryLayout<sa_family_t>.size)
        return withUnsafeBytes(of: address.sun_path) { Array($0.prefix(count)) }
    }

    private static func withGeneric(_ address: inout sockaddr_un, _ body: (UnsafeMutablePointer<sockaddr>) -> Int32)
        -> Int32
    {
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0) }
        }
    }
}
