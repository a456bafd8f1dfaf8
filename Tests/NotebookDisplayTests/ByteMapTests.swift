import NotebookDisplay
import Testing

@Suite("Maps of bytes")
struct ByteMapTests {
    @Test(
        "fields are cut to the bytes that there are",
        arguments: [
            (0..<2, "0–1", "00 01", 2), (3..<4, "3", "03", 1), (2..<9, "2–3", "02 03", 2), (7..<9, "4", "", 0),
        ])
    func clamped(range: Range<Int>, place: String, hexadecimal: String, count: Int) throws {
        let map = ByteMap([0, 1, 2, 3]) { ByteField("a", range, part: "p") }
        let field = try #require(map.fields.first)
        #expect((field.place, field.hexadecimal, field.count) == (place, hexadecimal, count))
    }

    @Test("of a long field the beginning is kept and the rest counted, and likewise of many fields")
    func budget() throws {
        let long = ByteMap([UInt8](repeating: 7, count: 1500)) { ByteField("a", 0..<1500, part: "p") }
        let field = try #require(long.fields.first)
        #expect(field.count == 1500)
        #expect(field.bytes.count + field.bytesCut == 1500)
        #expect(field.bytes.count < 200)
        let many = ByteMap([0], fields: (0..<1000).map { _ in ByteField("a", 0..<1, part: "p") })
        #expect(many.fields.count + many.fieldsCut == 1000)
    }

    @Test(
        "bytes are told as text where they are mostly text",
        arguments: [
            ("GET /\r\n", "GET /··"), ("abc", nil), ("a\u{1}b\u{2}c", nil), ("abcdef\u{1}", "abcdef·"),
        ])
    func characters(text: String, expected: String?) {
        let map = ByteMap(Array(text.utf8)) { ByteField("a", 0..<99, part: "p") }
        #expect(map.fields.first?.characters == expected)
    }

    @Test("fields of one part stand together as long as they follow one another")
    func parts() {
        let map = ByteMap([0]) {
            for part in ["a", "a", "b", "a"] { ByteField("f", 0..<1, part: part) }
        }
        #expect(map.parts.map(\.name) == ["a", "b", "a"])
        #expect(map.parts.map(\.fields.count) == [2, 1, 1])
    }
}
