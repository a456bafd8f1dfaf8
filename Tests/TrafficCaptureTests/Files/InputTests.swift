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
}
