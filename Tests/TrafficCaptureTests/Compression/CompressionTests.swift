import TestSupport
import Testing
import Traffic

@testable import TrafficCapture

@Suite("compressed captures")
struct CompressionTests {
    @Test("give what the plain ones give", arguments: Sample.all, Compression.allCases)
    func whole(sample: Sample, compression: Compression) throws {
        let reading = try Reading(of: Compressor.compress(sample.bytes, compression))
        #expect(reading.frames == sample.frames && reading.warning == nil)
        #expect(reading.summary.compression == compression)
    }

    @Test("may consist of several parts, cut anywhere in the capture", arguments: Compression.allCases)
    func parts(compression: Compression) throws {
        let sample = Sample.pcap[0]
        for cut in stride(from: 0, through: sample.bytes.count, by: 7) {
            let parts = [Array(sample.bytes[..<cut]), Array(sample.bytes[cut...])]
            let reading = try Reading(of: parts.flatMap { Compressor.compress($0, compression) })
            #expect(reading.frames == sample.frames && reading.warning == nil)
        }
    }

    @Test(
        "may begin with frames that are to be passed over, as those of pzstd do",
        arguments: 0...15 as ClosedRange<UInt8>)
    func skippable(number: UInt8) throws {
        let sample = Sample.pcap[0]
        let passedOver: [UInt8] = [0x50 | number, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]
        let reading = try Reading(of: passedOver + Compressor.compress(sample.bytes, .zstd))
        #expect(reading.frames == sample.frames && reading.warning == nil)
    }

    @Test("cut anywhere give whole frames only, and a warning unless they are whole", arguments: Compression.allCases)
    func prefixes(compression: Compression) throws {
        let sample = Sample.pcap[0]
        let bytes = Compressor.compress(sample.bytes, compression)
        for count in 0..<bytes.count {
            guard let reading = try? Reading(of: Array(bytes.prefix(count))) else { continue }
            #expect(reading.frames == Array(sample.frames.prefix(reading.frames.count)))
            let warning = try #require(reading.warning, "cut at \(count)")
            #expect(sample.boundaries.contains(warning.byteOffset) && warning.compression == compression)
            #expect(warning.fault == .compressionCut(compression, fileOffset: count))
        }
        #expect(throws: CaptureError.self) { try Reading(of: Array(bytes.prefix(9))) }
    }

    @Test("cut in their second part give all frames of the first", arguments: Compression.allCases)
    func secondPart(compression: Compression) throws {
        let (first, second) = (Sample.pcap[0], Array(Sample.pcap[0].bytes.dropFirst(24)))
        let parts = Compressor.compress(first.bytes, compression) + Compressor.compress(second, compression).dropLast(9)
        let reading = try Reading(of: parts)
        #expect(reading.frames.starts(with: first.frames))
        #expect(
            reading.warning?.description.contains(" of the expanded data: the \(compression) data is cut off") == true)
    }

    @Test("with a wrong checksum give all frames, and a warning", arguments: Compression.allCases)
    func checksum(compression: Compression) throws {
        var generator = SplitMix(seed: 1952)
        var capture = CaptureBytes()
        for number in 0..<400 {
            let noise = (0..<1000).map { _ in UInt8.random(in: 0...255, using: &generator) }
            capture.appendRecord(seconds: UInt32(number), noise)
        }
        var bytes = Compressor.compress(capture.bytes, compression)
        bytes[bytes.count - (compression == .gzip ? 8 : 4)] ^= 1
        let reading = try Reading(of: bytes)
        #expect(reading.frames.count == 400 && reading.warning?.byteOffset == capture.bytes.count)
        #expect(reading.frames.indices.allSatisfy { reading.frames[$0].header.time == Timestamp(seconds: Double($0)) })
        guard case .badCompression(compression, _, let offset) = reading.warning?.fault else {
            Issue.record("\(String(describing: reading.warning))")
            return
        }
        #expect(offset > bytes.count - 140_000 && offset <= bytes.count)
    }

    @Test("followed by zeros are whole; followed by other bytes they are not")
    func trailing() throws {
        let sample = Sample.pcap[0]
        let bytes = Compressor.compress(sample.bytes, .gzip)
        #expect(try Reading(of: bytes + [0, 0, 0]).warning == nil)
        let reading = try Reading(of: bytes + [1, 2, 3, 4])
        #expect(reading.frames == sample.frames)
        #expect(
            reading.warning?.fault
                == .badCompression(.gzip, reason: "incorrect header check", fileOffset: bytes.count + 2))
    }

    @Test("that expand to much more than they are get passed over without being kept", arguments: Compression.allCases)
    func bomb(compression: Compression) throws {
        let (part, parts) = (1 << 20, 40)
        var file = PcapngWriter(.little)
        file.section()
        var block = ByteWriter(.little)
        block.append32(99, 12 + part * parts)
        let zeros = Compressor.compress([UInt8](repeating: 0, count: part), compression)
        var end = ByteWriter(.little)
        end.append32(12 + part * parts)
        let packed =
            Compressor.compress(file.bytes + block.bytes, compression)
            + [[UInt8]](repeating: zeros, count: parts).joined()
            + Compressor.compress(end.bytes, compression)
        let reading = try Reading(of: packed)
        #expect(packed.count < 100_000 && reading.frames.isEmpty && reading.warning == nil)
    }
}
