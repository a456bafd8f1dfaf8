internal import Glibc

/// The packet socket inside one of libpcap's captures: the door to what Linux can do with it and libpcap cannot.
///
/// Invariant: every buffer handed to the kernel has the size and layout of the structure it expects (packet(7),
/// linux/if_packet.h, linux/filter.h), and outlives the call.
struct PacketSocket {
    let descriptor: Int32

    /// An EtherType that is reserved (RFC 1701) and on no wire: a socket bound to it receives nothing.
    static let noProtocol: Int32 = 0xffff

    private static let packetLevel: Int32 = 263
    private static let ignoreOutgoingOption: Int32 = 23
    private static let allProtocols: UInt16 = 3

    /// Keeps packets on their way out from the socket.
    ///
    /// On loopback each packet comes by twice, out and in. libpcap shows only the second, but the first has taken a
    /// place in the buffer by then and is in the statistics. Kernels before 4.20 cannot do it: there it stays so.
    func ignoreOutgoing() {
        var isIgnored: Int32 = 1
        setsockopt(descriptor, Self.packetLevel, Self.ignoreOutgoingOption, &isIgnored, socklen_t(4))
    }

    /// Binds the socket to the same interface again, but for packets of every protocol.
    /// - Returns: zero, or the system's error number.
    func receiveEverything() -> Int32 {
        // struct sockaddr_ll: family and protocol in network byte order, two bytes each, and 16 bytes more. Where the
        // hardware's addresses are short the kernel tells fewer of them, and still wants all when binding.
        withUnsafeTemporaryAllocation(byteCount: 20, alignment: 8) { buffer in
            buffer.initializeMemory(as: UInt8.self, repeating: 0)
            var length = socklen_t(buffer.count)
            guard let address = buffer.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                getsockname(descriptor, address, &length) == 0
            else { return errno }
            buffer.storeBytes(of: Self.allProtocols.bigEndian, toByteOffset: 2, as: UInt16.self)
            return bind(descriptor, address, socklen_t(buffer.count)) == 0 ? pendingError : errno
        }
    }

    /// Lets no further packet into the buffer; those in it stay. Unlike libpcap's filter, which they would have to pass.
    func receiveNothingMore() {
        // struct sock_filter: the instruction "return 0"; struct sock_fprog: how many instructions, and where.
        withUnsafeTemporaryAllocation(byteCount: 24, alignment: 8) { buffer in
            buffer.initializeMemory(as: UInt8.self, repeating: 0)
            buffer.storeBytes(of: 6, toByteOffset: 16, as: UInt16.self)
            buffer.storeBytes(of: 1, toByteOffset: 0, as: UInt16.self)
            buffer.storeBytes(
                of: buffer.baseAddress.map { $0 + 16 }, toByteOffset: 8, as: UnsafeMutableRawPointer?.self)
            setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, buffer.baseAddress, socklen_t(16))
        }
    }

    /// An error of the socket nobody has been told yet, such as that its interface is down.
    private var pendingError: Int32 {
        var error: Int32 = 0
        var length = socklen_t(4)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno
    }
}
