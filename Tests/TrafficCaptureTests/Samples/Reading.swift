import Traffic
import TrafficCapture

/// What a test got out of a capture file.
struct Reading {
    let frames: [Sample.Frame]
    let summary: CaptureSummary

    var warning: CaptureWarning? { summary.warning }

    init(_ path: String) throws {
        var frames: [Sample.Frame] = []
        summary = try CaptureFile(path).forEachFrame { bytes, header in
            let copy = bytes.withUnsafeBytes { Array($0) }
            frames.append(Sample.Frame(bytes: copy, header: header))
            return .next
        }
        self.frames = frames
    }

    init(of bytes: [UInt8]) throws {
        let file = try TemporaryFile(bytes)
        try self.init(file.path)
    }
}
