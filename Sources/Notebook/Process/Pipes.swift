import CSystem
import Foundation

/// The three pipes between us and a program we started.
final class Pipes {
    struct Ends {
        var read: Int32
        var write: Int32
    }

    private(set) var input: Ends
    private(set) var output: Ends
    private(set) var errors: Ends

    /// Opens the pipes; nil (with `errno` set) when no descriptors are left.
    init?() {
        var made: [Ends] = []
        for _ in 0..<3 {
            var ends: [Int32] = [-1, -1]
            guard system_pipe(&ends, O_CLOEXEC) == 0 else {
                for pipe in made { [pipe.read, pipe.write].forEach { _ = Glibc.close($0) } }
                return nil
            }
            made.append(Ends(read: ends[0], write: ends[1]))
        }
        (input, output, errors) = (made[0], made[1], made[2])
        _ = fcntl(input.write, F_SETFL, O_NONBLOCK)
    }

    /// Leaves the child's ends to the child.
    func closeChildEnds() {
        Self.close(&input.read)
        Self.close(&output.write)
        Self.close(&errors.write)
    }

    /// Closes whatever is still open.
    func close() {
        for end in [\Pipes.input, \.output, \.errors] {
            Self.close(&self[keyPath: end].read)
            Self.close(&self[keyPath: end].write)
        }
    }

    /// Feeds `bytes` and collects both outputs until the program closed them; nil when the deadline passed first.
    func exchange(input bytes: [UInt8], until deadline: Date) -> (output: [UInt8], errors: [UInt8])? {
        var pending = bytes[...]
        var collected: (output: [UInt8], errors: [UInt8]) = ([], [])
        while output.read >= 0 || errors.read >= 0 {
            if pending.isEmpty { Self.close(&input.write) }
            var polled = [
                pollfd(fd: output.read, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors.read, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input.write, events: Int16(POLLOUT), revents: 0),
            ]
            let left = deadline.timeIntervalSinceNow
            guard left > 0, poll(&polled, 3, Int32(left * 1000) + 1) != 0 else { return nil }
            if polled[0].revents != 0 { Self.drain(&output.read, into: &collected.output) }
            if polled[1].revents != 0 { Self.drain(&errors.read, into: &collected.errors) }
            if polled[2].revents != 0 { feed(&pending) }
        }
        return collected
    }

    private func feed(_ pending: inout ArraySlice<UInt8>) {
        let written = pending.withUnsafeBytes { write(input.write, $0.baseAddress, $0.count) }
        if written > 0 {
            pending = pending.dropFirst(written)
        } else if errno != EAGAIN && errno != EINTR {
            pending = []
        }
    }

    private static func drain(_ descriptor: inout Int32, into bytes: inout [UInt8]) {
        let chunk = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
        if chunk.isEmpty { close(&descriptor) } else { bytes += chunk }
    }

    private static func close(_ descriptor: inout Int32) {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
        descriptor = -1
    }
}
