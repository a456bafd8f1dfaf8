import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("a capture that is written")
struct CaptureWriterTests {
    /// Frames of any length and any time that the format holds.
    private func frames(seed: UInt64) -> [Sample.Frame] {
        var generator = SplitMix(seed: seed)
        return (0..<200).map { _ in
            let length = [0, 1, 42, 60, 1514, 9000].randomElement(using: &generator) ?? 0
            let time = Int64.random(in: 0...4_294_967_295_999_999_999, using: &generator)
            let more = Int.random(in: 0...3000, using: &generator)
            return Sample.Frame(
                bytes: (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) },
                header: FrameHeader(
                    time: Timestamp(nanoseconds: time), originalLength: length + more, linkType: .ethernet))
        }
    }

    private func write(_ frames: [Sample.Frame], _ path: String, snapLength: Int = 262_144) throws {
        var writer = try CaptureWriter(path, linkType: .ethernet, snapLength: snapLength)
        for frame in frames { try writer.append(frame.bytes.span.bytes, frame.header) }
        #expect(writer.frames == frames.count)
        try writer.close()
    }

    @Test("is read as it was written", arguments: [1, 2, 3] as [UInt64])
    func identity(seed: UInt64) throws {
        let file = try TemporaryFile([])
        let written = frames(seed: seed)
        try write(written, file.path)
        let reading = try Reading(file.path)
        #expect(reading.frames == written && reading.warning == nil)
        #expect(reading.summary.interfaces.map(\.resolution) == [.nanoseconds])
        // Written again, what was read gives the same bytes.
        let again = try TemporaryFile([])
        try write(reading.frames, again.path)
        #expect(try contents(again.path) == contents(file.path))
    }

    @Test("has the bytes that the format prescribes")
    func layout() throws {
        let file = try TemporaryFile([])
        var writer = try CaptureWriter(file.path, linkType: .raw, snapLength: 3)
        let frame: [UInt8] = [1, 2, 3, 4]
        try writer.append(frame.span.bytes, time: Timestamp(seconds: 258, nanoseconds: 5))
        try writer.close()
        let header: [UInt8] = [
            0x4d, 0x3c, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 101, 0, 0, 0,
        ]
        #expect(try contents(file.path) == header + [2, 1, 0, 0, 5, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 1, 2, 3])
    }

    @Test("appears only when it is closed, and leaves the old one alone if it is dropped")
    func dropped() throws {
        let file = try TemporaryFile([1, 2, 3])
        func drop() throws {
            var writer = try CaptureWriter(file.path, linkType: .ethernet)
            for frame in frames(seed: 4) { try writer.append(frame.bytes.span.bytes, frame.header) }
            try writer.flush()
            #expect(try contents(file.path) == [1, 2, 3])
        }
        try drop()
        #expect(try contents(file.path) == [1, 2, 3])
        #expect(try neighbours(file.path) == ["x.pcap"])
    }

    @Test("keeps the permissions of the file it replaces, and the link that leads there")
    func replaced() throws {
        let file = try TemporaryFile([1, 2, 3])
        #expect(chmod(file.path, 0o640) == 0)
        let link = file.path + ".link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
        try write([], link)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file.path)
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(try contents(file.path).count == 24)
    }

    @Test("does not come about on a full device, whenever the writer learns of it")
    func full() throws {
        let expected = CaptureWriteError.cannotWrite(path: "/dev/full", reason: "No space left on device")
        #expect(throws: expected) { try write([], "/dev/full") }
        #expect(throws: expected) { try write(frames(seed: 5), "/dev/full") }
        #expect(
            try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type] as? FileAttributeType
                == .typeCharacterSpecial)
    }

    @Test("does not come about where no file can be")
    func places() throws {
        let folder = FileManager.default.temporaryDirectory.path
        #expect(throws: CaptureWriteError.cannotCreate(path: folder, reason: "it is a folder")) {
            try write([], folder)
        }
        let path = "/nowhere/x.pcap"
        #expect(throws: CaptureWriteError.cannotCreate(path: path, reason: "No such file or directory")) {
            try write([], path)
        }
    }

    @Test("takes no frame it cannot hold, and goes on with the next")
    func refused() throws {
        let file = try TemporaryFile([])
        var writer = try CaptureWriter(file.path, linkType: .ethernet)
        let bytes: [UInt8] = [1]
        for time in [Timestamp(nanoseconds: -1), Timestamp(seconds: 4_294_967_296, nanoseconds: 0)] {
            let error = CaptureWriteError.timeBeyondFormat(path: file.path, time: time)
            #expect(throws: error) { try writer.append(bytes.span.bytes, time: time) }
        }
        let header = FrameHeader(time: Timestamp(seconds: 1), originalLength: 1, linkType: .ppp)
        let error = CaptureWriteError.otherLink(path: file.path, expected: .ethernet, found: .ppp)
        #expect(throws: error) { try writer.append(bytes.span.bytes, header) }
        try writer.append(bytes.span.bytes, time: Timestamp(seconds: 1))
        try writer.close()
        #expect(try Reading(file.path).frames.count == 1)
        #expect(throws: CaptureWriteError.closed(path: file.path)) {
            try writer.append(bytes.span.bytes, time: Timestamp(seconds: 1))
        }
    }

    @Test("has a link with a number")
    func link() {
        let error = CaptureWriteError.linkWithoutNumber(path: "/dev/null", link: LinkType(rawValue: -1))
        #expect(throws: error) {
            var writer = try CaptureWriter("/dev/null", linkType: LinkType(rawValue: -1))
            try writer.close()
        }
    }

    @Test(
        "names the file, the fault and the remedy in every error",
        arguments: [
            (
                .cannotCreate(path: "x", reason: "r"),
                "x: cannot create: r: name a file in a folder that you may write to"
            ),
            (.cannotWrite(path: "x", reason: "r"), "x: cannot write: r: make room there, or name another place"),
            (.readerHasLeft(path: "x"), "x: cannot write: its reader has left: let it read to the end"),
            (
                .timeBeyondFormat(path: "x", time: Timestamp(nanoseconds: -1)),
                "x: the time -1 ns does not fit: pcap holds the years 1970 to 2106, so shift the times"
            ),
            (
                .linkWithoutNumber(path: "x", link: LinkType(rawValue: -1)),
                "x: link type -1 has no number in capture files: write frames of a numbered link"
            ),
            (
                .otherLink(path: "x", expected: .ethernet, found: .ppp),
                "x: a frame of link type 9 in a file of link type 1: write a file for each"
            ),
            (.closed(path: "x"), "x: is closed: write all frames before that"),
        ] as [(CaptureWriteError, String)])
    func wording(error: CaptureWriteError, expected: String) {
        #expect(error.description == expected)
    }

    private func contents(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(fileURLWithPath: path))) }

    private func neighbours(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }
}
