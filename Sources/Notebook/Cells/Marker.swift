/// The line that begins a cell: `// %% TITLE [KIND] NAME=VALUE …`.
struct Marker: Hashable {
    var depth: Int
    var title: String?
    var kind: Cell.Kind
    /// The written id.
    var id: String?
    var options: CellOptions

    /// Whether the line at `offset` is a marker: `//`, blanks, `%%` or more, and then a blank or the line's end.
    static func begins(in bytes: [UInt8], at offset: Int) -> Bool { percentSigns(in: bytes, at: offset) != nil }

    /// Where the percent signs of the marker at `offset` stand.
    static func percentSigns(in bytes: [UInt8], at offset: Int) -> Range<Int>? {
        let slash = UInt8(ascii: "/")
        guard offset + 1 < bytes.count, bytes[offset] == slash, bytes[offset + 1] == slash else { return nil }
        var begin = offset + 2
        while begin < bytes.count, bytes[begin].isBlank { begin += 1 }
        var end = begin
        while end < bytes.count, bytes[end] == UInt8(ascii: "%") { end += 1 }
        guard end - begin >= 2 else { return nil }
        return end == bytes.count || bytes[end].isBlank || bytes[end].isLineEnd ? begin..<end : nil
    }
}
