import Traffic
import TrafficCapture

/// What a capture handed over.
struct Recording: Sendable {
    var frames: [FrameHeader] = []
    var bytes: [[UInt8]] = []
    var ticks: [Timestamp] = []
    var report: LiveCaptureReport?

    /// The numbers at the beginning of datagrams behind Ethernet, IPv4 and UDP headers.
    var numbers: [UInt32] {
        bytes.map { $0.dropFirst(42).prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
    }

    init(_ capture: LiveCapture, until stopper: CaptureStopper? = nil, onTick: () -> Void = {}) {
        var recording = Recording()
        recording.report = capture.run(until: stopper) { event in
            switch event {
            case .frame(let bytes, let frame):
                recording.frames.append(frame)
                recording.bytes.append(bytes.withUnsafeBytes { Array($0) })
            case .tick(let time, _):
                recording.ticks.append(time)
                onTick()
            }
        }
        self = recording
    }

    private init() {}

    /// What waits in the kernel's buffer now, and nothing more.
    static func waiting(in capture: LiveCapture) throws -> Recording {
        let stopper = try CaptureStopper()
        stopper.stop()
        return Recording(capture, until: stopper)
    }
}
