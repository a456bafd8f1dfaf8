import CSystem
import Glibc
import NotebookDisplay

/// The runner's end of the control channel of one kernel process.
final class KernelLink {
    let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Two connected ends that keep packets whole: the runner's, and the descriptor of the kernel's.
    static func pair() throws(KernelError) -> (link: KernelLink, other: Int32) {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            throw KernelError(.noSockets, "socketpair", String(cString: strerror(errno)))
        }
        return (KernelLink(descriptor: ends[0]), ends[1])
    }

    /// Sends a command, with a descriptor unless that is −1.
    func send(_ command: KernelCommand, passing descriptor: Int32 = -1) throws(KernelError) {
        let packet = command.packet
        guard packet.count <= KernelCommand.capacity else {
            throw KernelError(.commandTooLong, "run", "\(packet.count) bytes, at most \(KernelCommand.capacity)")
        }
        let sent = packet.withUnsafeBytes { channel_send(self.descriptor, $0.baseAddress, $0.count, descriptor) }
        guard sent == packet.count else { throw KernelError(.lost, "send", String(cString: strerror(errno))) }
    }

    /// What a look at the channel found.
    enum Arrival {
        case report(KernelReport)
        case nothing
        /// The process is gone.
        case closed
    }

    /// The next report, without waiting. A cell can write to the channel as well; what is no report is passed over.
    func receive() -> Arrival {
        var passed: Int32 = -1
        var error: Int32 = 0
        var count = 0
        let packet = [UInt8](unsafeUninitializedCapacity: Self.largestReport) { buffer, initialized in
            count = channel_receive(descriptor, buffer.baseAddress, buffer.count, &passed, Int32(MSG_DONTWAIT))
            error = errno
            initialized = max(0, count)
        }
        if count < 0 { return error == EAGAIN ? .nothing : .closed }
        if count == 0 { return .closed }
        guard let report = try? KernelReport(packet: packet) else { return receive() }
        return .report(report)
    }

    private static let largestReport = 131_072
}
