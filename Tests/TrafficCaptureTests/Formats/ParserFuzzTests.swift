import TestSupport
import Testing
import Traffic

@testable import TrafficCapture

@Suite("parsers meet arbitrary bytes")
struct ParserFuzzTests {
    @Test("a sample with bytes changed anywhere never traps, and no frame leaves its record", arguments: Sample.all)
    func changed(sample: Sample) {
        var generator = SplitMix(seed: 1761)
        for _ in 0..<3000 {
            var bytes = sample.bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = Self.extreme.randomElement(using: &generator) ?? 0
            }
            walk(bytes)
        }
    }

    @Test("random bytes after a header never trap")
    func random() {
        var generator = SplitMix(seed: 2026)
        for round in 0..<4000 {
            let sample = Sample.all[round % Sample.all.count]
            let tail = (0..<200).map { _ in
                Bool.random(using: &generator) ? UInt8.random(in: 0...255, using: &generator) : 0
            }
            walk(Array(sample.bytes.prefix(sample.headerLength)) + tail)
        }
    }

    private static let extreme: [UInt8] = [0, 1, 2, 3, 4, 6, 8, 9, 12, 16, 20, 28, 32, 0x7f, 0x80, 0xfe, 0xff]

    private func walk(_ bytes: [UInt8]) {
        let span = bytes.span.bytes
        if case .parser(let header, let length) = PcapHeader.read(span) { walk(PcapParser(header), span, length) }
        if case .parser(let parser, let length) = PcapngParser.open(span) { walk(parser, span, length) }
        if case .parser(let parser, let length) = SnoopParser.open(span) { walk(parser, span, length) }
    }

    /// Follows a parser to where it stops, and checks what it claims.
    private func walk(_ parser: some FrameParser, _ bytes: RawSpan, _ start: Int) {
        var (parser, place) = (parser, start)
        while place <= bytes.byteCount {
            switch parser.next(in: bytes, at: place) {
            case .frame(let record):
                let isInside = record.frameOffset + record.capturedLength <= record.length
                let isThere = place + record.length <= bytes.byteCount
                let isDeclared = parser.interfaces.indices.contains(record.header.interface)
                guard isInside, isThere, isDeclared, record.length > 0 else {
                    Issue.record("\(record) at \(place)")
                    return
                }
                place += record.length
            case .skip(let count):
                #expect(count > 0)
                place += count
            case .incomplete(_, let expected):
                #expect(expected > bytes.byteCount - place)
                return
            case .fault: return
            }
        }
    }
}
