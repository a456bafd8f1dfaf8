import Foundation
import Testing
import Traffic
import TrafficCapture

@Suite("capture files", .serialized)
struct CaptureFileTests {
    private func capture(of count: UInt8) -> CaptureBytes {
        var capture = CaptureBytes()
        for number in 0..<count {
            capture.appendRecord(seconds: UInt32(number), fraction: 7, CaptureBytes.datagram(to: number))
        }
        return capture
    }

    @Test("give their packets with nanoseconds, addresses, ports and lengths")
    func whole() throws {
        let file = try TemporaryFile(capture(of: 3).bytes)
        let capture = try CaptureFile(file.path).read()
        #expect(capture.linkType == .ethernet && capture.warning == nil && capture.faults.isEmpty)
        #expect(capture.packets.map(\.destinationPort) == [0, 1, 2])
        #expect(capture.packets.map(\.time.nanoseconds) == [7, 1_000_000_007, 2_000_000_007])
        #expect(capture.packets.allSatisfy { $0.originalLength == 42 && $0.source == IPAddress(192, 0, 2, 1) })
    }

    @Test("of microseconds give the same moments")
    func microseconds() throws {
        var capture = CaptureBytes(magic: 0xa1b2_c3d4)
        capture.appendRecord(seconds: 1, fraction: 5, CaptureBytes.datagram(to: 9))
        let file = try TemporaryFile(capture.bytes)
        #expect(try CaptureFile(file.path).packets().map(\.time.nanoseconds) == [1_000_005_000])
    }

    @Test("can be read again, and visited without keeping anything")
    func again() throws {
        let kept = try TemporaryFile(capture(of: 4).bytes)
        var visited: [Packet] = []
        let warning = try CaptureFile(kept.path).visit { visited.append($0) }
        #expect(warning == nil)
        #expect(try visited == CaptureFile(kept.path).packets() && visited.count == 4)
    }

    @Test("cut anywhere keep the whole packets and tell the place", arguments: 0...58)
    func truncated(extra: Int) throws {
        let whole = capture(of: 2).bytes
        let record = CaptureBytes.recordHeaderLength + CaptureBytes.datagram(to: 0).count
        let file = try TemporaryFile(Array(whole.prefix(CaptureBytes.headerLength + record + extra)))
        let capture = try CaptureFile(file.path).read()
        #expect(capture.packets.count == (extra == record ? 2 : 1))
        if extra == 0 || extra == record {
            #expect(capture.warning == nil)
        } else {
            #expect(capture.warning?.byteOffset == CaptureBytes.headerLength + record)
            #expect(capture.warning?.packets == 1)
        }
    }

    @Test("with an absurd length keep the packets before it")
    func absurdLength() throws {
        var bytes = capture(of: 1)
        bytes.appendRecord(seconds: 1, length: 0xffff_ffff, CaptureBytes.datagram(to: 1))
        let file = try TemporaryFile(bytes.bytes)
        let warning = try #require(try CaptureFile(file.path).read().warning)
        #expect(warning.packets == 1 && warning.byteOffset == 82)
        #expect(warning.description.hasPrefix("\(file.path): record 2 at byte 82: "))
        #expect(warning.description.hasSuffix(": kept the 1 whole packets before it"))
    }

    @Test("leave no descriptor open, whatever happened")
    func descriptors() throws {
        let sound = try TemporaryFile(capture(of: 2).bytes)
        let cut = try TemporaryFile(Array(capture(of: 2).bytes.dropLast()))
        let foreign = try TemporaryFile(CaptureBytes(linkType: 147).bytes)
        let text = try TemporaryFile(Array("not a capture at all, but text".utf8))
        for file in [sound, cut, foreign, text] {
            for _ in 0..<20 { _ = try? CaptureFile(file.path).read() }
            #expect(try openFiles().contains(file.path) == false)
        }
    }

    /// What this process's descriptors point to.
    private func openFiles() throws -> [String] {
        let folder = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
        }
    }
}
