import TestSupport
import Testing

@testable import NotebookDisplay

@Suite struct FrameTests {
    @Test("every output comes back as it was", arguments: Samples.outputs.indices)
    func roundTrip(index: Int) throws {
        let frame = Frame.output(Samples.outputs[index])
        let bytes = frame.bytes
        let back = try Frame(bytes: bytes)
        #expect(back.bytes == bytes)
        // NaN is unequal to itself, its description is not.
        #expect("\(back)" == "\(frame)")
    }

    @Test(
        "doubles keep all their bits",
        arguments: [0.1, -0.0, .nan, .infinity, .leastNonzeroMagnitude, Double(bitPattern: 0x7FF8_0000_0000_1234)])
    func doubles(value: Double) throws {
        let table = Table(columns: [.init(title: "x", values: [.number(value)])])
        guard case .output(.table(let back)) = try Frame(bytes: Frame.output(.table(table)).bytes),
            case .number(let number) = back.columns[0].values[0]
        else { return #expect(Bool(false), "not a table") }
        #expect(number.bitPattern == value.bitPattern)
    }

    @Test("whole numbers come back", arguments: [0, 1, -1, 63, 64, -65, .max, .min])
    func integers(value: Int) throws {
        let frame = Frame.prose(slot: value, text: "x")
        #expect(try Frame(bytes: frame.bytes) == frame)
    }

    @Test("a frame that ends early is refused at every length", arguments: Samples.outputs.indices)
    func truncation(index: Int) {
        let bytes = Frame.output(Samples.outputs[index]).bytes
        for length in 0..<min(bytes.count, 2000) {
            #expect(throws: FrameError.self) { try Frame(bytes: Array(bytes.prefix(length))) }
        }
    }

    @Test("bytes after the end are refused")
    func surplus() {
        let bytes = Frame.prose(slot: 0, text: "x").bytes + [0]
        #expect(throws: FrameError(reason: .surplus, offset: bytes.count - 1)) { try Frame(bytes: bytes) }
    }

    @Test("damage is refused or read, never a trap", arguments: 1...20 as ClosedRange<UInt64>)
    func damage(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for output in Samples.outputs {
            var bytes = Frame.output(output).bytes
            for _ in 0..<200 {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = UInt8.random(in: 0...255, using: &generator)
                guard let frame = try? Frame(bytes: bytes), case .output(let read) = frame else { continue }
                // What was read is sound enough to be shown.
                #expect(!PlainText.rendering(read).utf8.isEmpty || read == .text(""), "seed \(seed)")
            }
        }
    }

    @Test("a length beyond the bytes reserves nothing")
    func lies() {
        let endless: [UInt8] = [1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
        #expect(throws: FrameError.self) { try Frame(bytes: endless) }
    }

    @Test("datagrams put together are the frame", arguments: [0, 1, 59_990, 60_000, 130_000])
    func datagrams(length: Int) throws {
        let frame = Frame.output(.text(String(repeating: "x", count: length)))
        let datagrams = FrameChannel.datagrams(of: frame)
        #expect(datagrams.allSatisfy { $0.count <= FrameChannel.payloadLimit + 1 })
        #expect(datagrams.dropLast().allSatisfy { $0.first == FrameChannel.moreFollows })
        #expect(datagrams.last?.first == FrameChannel.last)
        #expect(try Frame(bytes: datagrams.flatMap { $0.dropFirst() }) == frame)
    }

    @Test("errors say what and where")
    func wording() {
        let error = FrameError(reason: .tag(9), offset: 3)
        #expect(error.description == "damaged frame: byte 3: 9 names no alternative")
    }
}
