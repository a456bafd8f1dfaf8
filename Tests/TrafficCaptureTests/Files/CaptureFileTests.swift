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

    @Test("damaged at their end keep the packets before it")
    func absurdLength() throws {
        var bytes = capture(of: 1)
        bytes.appendRecord(seconds: 1, length: 0xffff_ffff, CaptureBytes.datagram(to: 1))
        let file = try TemporaryFile(bytes.bytes)
        let capture = try CaptureFile(file.path).read()
        #expect(capture.packets.count == 1 && capture.warning?.byteOffset == 82)
        #expect(try CaptureFile(file.path).visit { _ in } == capture.warning)
        #expect(try CaptureFile(file.path).packets() == capture.packets)
    }

    @Test("of a link that is not decoded hand their packets over and say so")
    func unknownLink() throws {
        var bytes = CaptureBytes(linkType: 147)
        bytes.appendRecord(seconds: 1, CaptureBytes.datagram(to: 1))
        let file = try TemporaryFile(bytes.bytes)
        let capture = try CaptureFile(file.path).read()
        #expect(capture.linkType == LinkType(rawValue: 147) && capture.warning == nil)
        #expect(capture.packets.map(\.fault) == [.unsupportedLink] && capture.packets[0].capturedLength == 42)
    }

    @Test("with interfaces of several links have no link of their own")
    func severalLinks() throws {
        let file = try TemporaryFile(Sample.pcapng[0].bytes)
        let capture = try CaptureFile(file.path).read()
        #expect(capture.linkType == nil && capture.format == .pcapng)
        #expect(capture.packets.map(\.link.type.rawValue) == [1, 1, 105, 101])
    }

    @Test("are read no further than wanted")
    func stopping() throws {
        let file = try TemporaryFile(capture(of: 9).bytes)
        var seen = 0
        let summary = try CaptureFile(file.path).forEachFrame { _, _ in
            seen += 1
            return seen < 4 ? .next : .stop
        }
        #expect(seen == 4 && summary.frames == 4 && summary.warning == nil)
    }

    @Test("are read no further after the visitor has thrown, and its error comes out")
    func throwing() throws {
        struct Enough: Error {}
        let file = try TemporaryFile(capture(of: 9).bytes)
        var seen = 0
        #expect(throws: Enough.self) {
            try CaptureFile(file.path).forEachFrame { _, _ in
                seen += 1
                throw Enough()
            }
        }
        #expect(seen == 1)
    }

    @Test("larger than any buffer tell how far reading has come, and lose no frame between two fillings")
    func progress() throws {
        var bytes = CaptureBytes()
        for number in 0..<40_000 {
            bytes.appendRecord(seconds: UInt32(number), [UInt8](repeating: UInt8(number & 0xff), count: number % 97))
        }
        let file = try TemporaryFile(bytes.bytes)
        var (told, number) = ([CaptureProgress](), 0)
        let summary = try CaptureFile(file.path).forEachFrame(progress: { told.append($0) }) { bytes, header in
            let isExpected = bytes.byteCount == number % 97 && header.time == Timestamp(seconds: Double(number))
            if !isExpected { Issue.record("frame \(number)") }
            number += 1
            return isExpected ? .next : .stop
        }
        #expect(summary.frames == 40_000)
        #expect(told.map(\.bytesRead) == told.map(\.bytesRead).sorted() && told.count > 2)
        #expect(told.last == CaptureProgress(bytesRead: bytes.bytes.count, fileSize: bytes.bytes.count))
        #expect(told.last?.fraction == 1 && told[0].fraction.map { $0 < 0.5 } == true)
    }

    @Test("end where they are stopped")
    func stopped() throws {
        let (sample, stopper) = (Sample.pcap[0], try CaptureStopper())
        let records = sample.bytes.dropFirst(24)
        let copies = (2 << 20) / records.count
        let file = try TemporaryFile(sample.bytes + (0..<copies).flatMap { _ in records })
        let summary = try CaptureFile(file.path).forEachFrame(until: stopper) { _, _ in
            stopper.stop()
            return .next
        }
        #expect(0 < summary.frames && summary.frames < sample.frames.count * (copies + 1) / 2)
        #expect(summary.warning == nil)
    }

    @Test("may hold frames longer than the buffer")
    func longFrames() throws {
        var bytes = CaptureBytes()
        for number in 1...4 {
            bytes.appendRecord(seconds: 1, [UInt8](repeating: UInt8(number), count: 262_144))
        }
        let reading = try Reading(of: bytes.bytes)
        #expect(reading.frames.map(\.bytes.count) == [262_144, 262_144, 262_144, 262_144])
        #expect(reading.frames.map { Set($0.bytes) } == [[1], [2], [3], [4]])
        var wide = CaptureBytes(linkType: 231)
        wide.appendRecord(seconds: 1, [UInt8](repeating: 7, count: 5_000_000))
        #expect(try Reading(of: wide.bytes).frames.map(\.bytes.count) == [5_000_000])
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
