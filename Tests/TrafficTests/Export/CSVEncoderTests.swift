import TestSupport
import Testing
import Traffic

@Suite("CSV")
struct CSVEncoderTests {
    @Test("any text reads back as it was")
    func texts() {
        let encoder = CSVEncoder(Sample.profile("a \"name\", quoted"))
        let rows = CSVReader.rows(String(decoding: encoder.encoded(Sample.texts.map(FieldValue.text)), as: UTF8.self))
        #expect(rows.first == ["a \"name\", quoted"])
        #expect(rows.dropFirst().map { $0 } == Sample.texts.map { [$0] })
    }

    @Test("quotes only what has to be quoted")
    func quoting() {
        #expect(written(.text("a b")) == "a b")
        #expect(written(.text("a,\"b\"")) == "\"a,\"\"b\"\"\"")
    }

    @Test("whole numbers are written whole", arguments: Sample.integers)
    func integers(number: Int) {
        #expect(written(.integer(number)) == "\(number)")
    }

    @Test("random whole numbers of every length are written whole")
    func randomIntegers() {
        var generator = SplitMix(seed: 1)
        for _ in 0..<5000 {
            let number = Int.random(in: .min ... .max, using: &generator) >> Int.random(in: 0...63, using: &generator)
            #expect(written(.integer(number)) == "\(number)")
        }
    }

    @Test("numbers read back as the same number, with no more digits than that needs")
    func reals() {
        var generator = SplitMix(seed: 2)
        let random = (0..<5000).map { _ in Double(bitPattern: .random(in: .min ... .max, using: &generator)) }
        for number in Sample.numbers + random where number.isFinite {
            let text = written(.real(number))
            #expect(Double(text)?.bitPattern == number.bitPattern)
            #expect(text.filter(\.isNumber).count <= 21)
        }
    }

    @Test("what is missing or not finite is empty", arguments: [FieldValue.missing, .real(.nan), .real(.infinity)])
    func missing(value: FieldValue) {
        #expect(written(value).isEmpty)
    }

    @Test(
        "times are exact",
        arguments: [
            (0, "0"), (1, "0.000000001"), (3_192_720, "0.00319272"), (1_500_000_000, "1.5"), (-1, "-0.000000001"),
            (1_470_104_373_025_123_456, "1470104373.025123456"), (.max, "9223372036.854775807"),
            (.min, "-9223372036.854775808"), (-2_000_000_000, "-2"),
        ] as [(Int64, String)])
    func times(nanoseconds: Int64, text: String) {
        #expect(written(.time(Timestamp(nanoseconds: nanoseconds))) == text)
        #expect(written(.span(nanoseconds: nanoseconds)) == text)
    }

    @Test("addresses and truth are words")
    func words() {
        #expect(written(.address(IPAddress(192, 0, 2, 1))) == "192.0.2.1")
        #expect(IPAddress("2001:db8::1").map { written(.address($0)) } == "2001:db8::1")
        #expect(written(.boolean(true)) == "true")
    }

    @Test("rows are numbered on from one call to the next")
    func ordinals() {
        let column = Profile<FieldValue>.Column("n", .count, "The row.", inContext: { .integer($1.ordinal) })
        var encoder = CSVEncoder(Profile("numbers", summary: "", columns: [column]))
        var bytes: [UInt8] = []
        for _ in 0..<3 { encoder.encode(.missing, into: &bytes) }
        #expect(String(decoding: bytes, as: UTF8.self) == "0\r\n1\r\n2\r\n")
    }

    private func written(_ value: FieldValue) -> String {
        var bytes: [UInt8] = []
        CSVEncoder(Sample.profile()).write(value, into: &bytes)
        return String(String(decoding: bytes, as: UTF8.self).unicodeScalars.dropLast(2))
    }
}
