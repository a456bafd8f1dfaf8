import CKernel
import CSystem
import NotebookDisplay

/// The channel between this process and the runner.
enum ControlChannel {
    /// Sends a report. When the runner is gone there is nobody to tell, and the next `receive` says so.
    static func send(_ packet: [UInt8]) {
        _ = packet.withUnsafeBytes { channel_send(Int32(KERNEL_CONTROL), $0.baseAddress, $0.count, -1) }
    }

    /// The next command with the descriptor that came with it (−1 without); nil when the runner has closed the channel,
    /// or what it sent is no command.
    static func receive() -> (command: KernelCommand, channel: Int32)? {
        var channel: Int32 = -1
        let packet = [UInt8](unsafeUninitializedCapacity: KernelCommand.capacity) { buffer, count in
            count = max(0, channel_receive(Int32(KERNEL_CONTROL), buffer.baseAddress, buffer.count, &channel, 0))
        }
        return (try? KernelCommand(packet: packet)).map { ($0, channel) }
    }
}
