import Foundation

/// A socket for UDP datagrams that carry numbers; only ever used on loopback and inside namespaces.
final class Datagrams {
    let port: UInt16
    private let descriptor: Int32

    /// A socket on `address`, with a port the system chooses or the one given.
    init(on address: String, port: UInt16 = 0) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        self.descriptor = descriptor
        var own = Self.socketAddress(address, port)
        let bound = Self.lend(&own) { bind(descriptor, $0, $1) }
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let asked = Self.lend(&own) { pointer, _ in getsockname(descriptor, pointer, &length) }
        self.port = UInt16(bigEndian: own.sin_port)
        guard bound == 0, asked == 0 else { throw NamespaceError(what: "bind \(address)") }
    }

    deinit { close(descriptor) }

    /// Sends datagrams of `size` bytes that begin with the numbers, and counts those the system took.
    @discardableResult
    func send(_ numbers: Range<UInt32>, size: Int, to address: String, port: UInt16) -> Int {
        var destination = Self.socketAddress(address, port)
        var bytes = [UInt8](repeating: 0, count: size)
        return numbers.count { number in
            withUnsafeBytes(of: number.bigEndian) { bytes.replaceSubrange(0..<4, with: $0) }
            return Self.lend(&destination) { sendto(descriptor, bytes, size, 0, $0, $1) } == size
        }
    }

    private static func socketAddress(_ address: String, _ port: UInt16) -> sockaddr_in {
        var value = sockaddr_in()
        value.sin_family = sa_family_t(AF_INET)
        value.sin_port = port.bigEndian
        value.sin_addr.s_addr = inet_addr(address)
        return value
    }

    private static func lend<Answer>(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Answer
    ) -> Answer {
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}
