internal import Glibc

/// The way of frames from a cell to the runner.
package enum FrameChannel {
    /// The descriptor of a datagram socket that the kernel connects to the runner.
    package static let descriptor: Int32 = 198
    /// The most bytes of a frame in one datagram, after its flag byte.
    package static let payloadLimit = 60_000
    /// The flag of a datagram whose frame goes on in the next one.
    package static let moreFollows: UInt8 = 0
    /// The flag of a frame's last datagram.
    package static let last: UInt8 = 1

    /// Whether a runner listens; without one a notebook is a plain script.
    static var isOpen: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }

    /// The frame cut into datagrams.
    package static func datagrams(of frame: Frame) -> [[UInt8]] {
        let bytes = frame.bytes
        return stride(from: 0, to: bytes.count, by: payloadLimit).map { start in
            let end = min(start + payloadLimit, bytes.count)
            return [end == bytes.count ? last : moreFollows] + bytes[start..<end]
        }
    }

    /// Sends what was printed before the frame, then the frame; in a plain script prints its plain text instead.
    static func send(_ frame: Frame) {
        guard isOpen else { return printPlainly(frame) }
        fflush(nil)
        for datagram in datagrams(of: frame) {
            guard send(datagram) else { return complain() }
        }
    }

    private static func send(_ datagram: [UInt8]) -> Bool {
        var sent: Int
        repeat {
            sent = datagram.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
        } while sent < 0 && errno == EINTR
        return sent == datagram.count
    }

    /// The runner stops reading only when it ends, so this is seen by nobody but who looks for it.
    private static func complain() {
        let line = "flowbook: an output could not be sent to the runner: \(String(cString: strerror(errno)))\n"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }

    private static func printPlainly(_ frame: Frame) {
        if case .output(let output) = frame { print(PlainText.rendering(output)) }
    }
}
