import Foundation
import Testing
import Traffic
import TrafficCapture

@Suite("captures that are no regular files")
struct InputTests {
    @Test("come through a pipe in pieces of any size", arguments: [1, 7, 4096])
    func pipe(piece: Int) throws {
        let folder = try TemporaryFile([])
        let path = folder.path + ".fifo"
        #expect(mkfifo(path, 0o600) == 0)
        let bytes = Sample.pcapng[0].bytes
        let writer = Thread {
            guard let pipe = FileHandle(forWritingAtPath: path) else { return }
            for start in stride(from: 0, to: bytes.count, by: piece) {
                pipe.write(Data(bytes[start..<min(start + piece, bytes.count)]))
            }
            try? pipe.close()
        }
        writer.start()
        var told: [CaptureProgress] = []
        var frames = 0
        let summary = try CaptureFile(path).forEachFrame(progress: { told.append($0) }) { _, _ in
            frames += 1
            return .next
        }
        #expect(frames == 4 && summary.warning == nil)
        #expect(told.last == CaptureProgress(bytesRead: bytes.count, fileSize: nil) && told.last?.fraction == nil)
    }

    @Test("wait for a writer until they are stopped", .timeLimit(.minutes(1)))
    func stoppedBeforeTheFirstByte() throws {
        let (folder, stopper) = (try TemporaryFile([]), try CaptureStopper())
        let path = try Self.fifo(beside: folder)
        defer { withExtendedLifetime(folder) {} }
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { stopper.stop() }
        #expect(throws: CaptureError.isEmpty(path: path)) {
            try CaptureFile(path).forEachFrame(until: stopper) { _, _ in .next }
        }
    }

    @Test("give what came until they are stopped", .timeLimit(.minutes(1)), arguments: [1, 2])
    func stopped(threads: Int) throws {
        let (folder, stopper, sample) = (try TemporaryFile([]), try CaptureStopper(), Sample.pcap[0])
        let path = try Self.fifo(beside: folder)
        defer { withExtendedLifetime(folder) {} }
        // Open both ways, the pipe waits for nobody and never comes to its end.
        let pipe = try #require(FileHandle(forUpdatingAtPath: path))
        try pipe.write(contentsOf: Data(sample.bytes))
        var meter = CaptureMeter()
        meter.threads = threads
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { stopper.stop() }
        let report = try meter.meter([CaptureFile(path), CaptureFile("/nowhere")], until: stopper) { _ in }
        #expect(report.frames == sample.frames.count && report.warnings.isEmpty && report.unreadable.isEmpty)
        try pipe.close()
    }

    @Test("without a byte are empty")
    func empty() {
        #expect(throws: CaptureError.isEmpty(path: "/dev/null")) { try CaptureFile("/dev/null").packets() }
    }

    @Test("that cannot be read say why")
    func unreadable() {
        // A process cannot read its own memory at address zero.
        let path = "/proc/self/mem"
        #expect(throws: CaptureError.cannotRead(path: path, reason: "Input/output error")) {
            try CaptureFile(path).packets()
        }
    }

    /// A pipe that goes with the folder of a file.
    private static func fifo(beside file: TemporaryFile) throws -> String {
        let path = file.path + ".fifo"
        try #require(mkfifo(path, 0o600) == 0)
        return path
    }
}
