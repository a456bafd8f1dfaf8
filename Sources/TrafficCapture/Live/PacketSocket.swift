internal import Glibc

/// The packet socket inside one of libpcap's captures: the door to what Linux can do with it and libpcap cannot.
///
/// Invariant: every buffer handed to the kernel has the size and layout of the structure it expects (packet(7),
/// linux/if_packet.h, linux/filter.h), and outlives the call.
struct PacketSocket {
    let descriptor: Int32

    /// An EtherType that is reserved (RFC 1701) and on no wire: a socket bound to it receives nothing.
    static let noProtocol: Int32 = 0xffff

    /// ETH_P_ALL.
    private static let allProtocols: UInt16 = 3

    /// Options of a packet socket.
    enum Option {
        static let level: Int32 = 263
        static let ignoreOutgoing: Int32 = 23
    }

    /// Where the fields of `struct sockaddr_ll` lie that are written.
    enum Address {
        static let socketProtocol = 2
        static let size = 20
    }

    /// Where the fields of `struct sock_fprog` lie, and of what its instructions consist.
    enum Program {
        static let count = 0
        static let instructions = 8
        static let size = 16
        static let instructionSize = 8
        static let returnConstant: UInt16 = 6
    }

    /// Keeps packets on their way out from the socket.
    ///
    /// On loopback each packet comes by twice, out and in. libpcap shows only the second, but the first has taken a
    /// place in the buffer by then and is in the statistics. Kernels before 4.20 cannot do it: there it stays so.
    func ignoreOutgoing() {
        var isIgnored: Int32 = 1
        setsockopt(descriptor, Option.level, Option.ignoreOutgoing, &isIgnored, socklen_t(4))
    }

    /// Binds the socket to the same interface again, but for packets of every protocol.
    /// - Returns: zero, or the system's error number.
    func receiveEverything() -> Int32 {
        withUnsafeTemporaryAllocation(byteCount: Address.size, alignment: 8) { buffer in
            // Where the hardware's addresses are short the kernel tells fewer bytes, and still wants all when binding.
            buffer.initializeMemory(as: UInt8.self, repeating: 0)
            var length = socklen_t(buffer.count)
            guard let address = buffer.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                getsockname(descriptor, address, &length) == 0
            else { return errno }
            buffer.storeBytes(of: Self.allProtocols.bigEndian, toByteOffset: Address.socketProtocol, as: UInt16.self)
            return bind(descriptor, address, socklen_t(buffer.count)) == 0 ? pendingError : errno
        }
    }

    /// Lets no further packet into the buffer; those in it stay. Through libpcap they would have to pass the new
    /// filter.
    func receiveNothingMore() {
        let size = Program.size + Program.instructionSize
        withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
            buffer.initializeMemory(as: UInt8.self, repeating: 0)
            guard let program = buffer.baseAddress else { return }
            let instruction = program + Program.size
            instruction.storeBytes(of: Program.returnConstant, as: UInt16.self)
            program.storeBytes(of: 1, toByteOffset: Program.count, as: UInt16.self)
            program.storeBytes(of: instruction, toByteOffset: Program.instructions, as: UnsafeMutableRawPointer.self)
            setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, program, socklen_t(Program.size))
        }
    }

    /// An error of the socket nobody has been told yet, such as that its interface is down.
    private var pendingError: Int32 {
        var error: Int32 = 0
        var length = socklen_t(4)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno
    }
}
