import Foundation
import TestSupport
import Testing
import Traffic

@Suite("inputs damaged at random")
struct DamagedInputTests {
    @Test("all that must hold of an input holds of those kept, however damaged", arguments: FuzzTarget.all.map(\.name))
    func damaged(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        let kept = try CorpusTests.inputs(name).map { try [UInt8](Data(contentsOf: $0)) }
        var generator = SplitMix(seed: 1761)
        for input in kept {
            for _ in 0..<2 {
                let bytes = Self.damage(input, &generator)
                #expect(throws: Never.self, "\(bytes)") { try target.run(bytes.span.bytes) }
            }
        }
    }

    @Test("noise of every length is taken by every link type", arguments: 1...3 as ClosedRange<UInt64>)
    func noise(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let noise = (0..<300).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for link in LinkType.supported.indices {
            for length in 0...noise.count {
                let input = noise.prefix(length) + [UInt8(link), 0, 16]
                #expect(throws: Never.self, "\(input)") { try DecodeTarget.run(Array(input).span.bytes) }
            }
        }
    }

    /// Changes up to five bytes, often to ones that matter in lengths, and sometimes cuts the end off.
    private static func damage(_ input: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
        guard !input.isEmpty else { return input }
        var bytes = input
        for _ in 0..<Int.random(in: 1...5, using: &generator) {
            let any = UInt8.random(in: 0...255, using: &generator)
            let byte = Bool.random(using: &generator) ? extreme.randomElement(using: &generator) ?? any : any
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = byte
        }
        let isCut = Int.random(in: 0..<4, using: &generator) == 0
        return isCut ? Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))) : bytes
    }

    private static let extreme: [UInt8] = [0, 1, 2, 3, 4, 6, 8, 9, 12, 16, 20, 28, 32, 0x7f, 0x80, 0xfe, 0xff]
}
