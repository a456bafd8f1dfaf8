import Foundation
import Testing

@testable import flowbook

@Suite("JSON is exact and the same on every run")
struct JSONTests {
    @Test(
        "the text of a value",
        arguments: [
            (JSON.null, "null"), (true, "true"), (-7, "-7"), (0.1, "0.1"), (1e300, "1e+300"),
            (.number(.leastNonzeroMagnitude), "5e-324"),
            (.number(.nan), "null"), (.number(-.infinity), "null"), ("a\"\\\n\u{1}", #""a\"\\\n\u0001""#), ([], "[]"),
            ([1, "x", nil], #"[1,"x",null]"#), (.object(["b": 1, "a": [2.5]]), #"{"b":1,"a":[2.5]}"#),
        ] as [(JSON, String)])
    func text(value: JSON, expected: String) {
        #expect(value.text == expected)
    }

    @Test("a number reads back as the same bits", arguments: [7, 42] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        for _ in 0..<500 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            #expect(Double(JSON.number(number).text)?.bitPattern == number.bitPattern, "seed \(seed)")
        }
    }

    @Test("any string reads back through another parser", arguments: [1, 2] as [UInt64])
    func strings(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        for _ in 0..<200 {
            let scalars = (0..<8).compactMap { _ in Unicode.Scalar(UInt32(generator.next() % 0x3000)) }
            let string = String(String.UnicodeScalarView(scalars))
            let text = Data(JSON.array([.string(string)]).text.utf8)
            let parsed = try JSONSerialization.jsonObject(with: text) as? [String]
            #expect(parsed?.first?.unicodeScalars.elementsEqual(string.unicodeScalars) == true, "seed \(seed)")
        }
    }

    /// A small generator whose numbers depend on nothing but its seed.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
