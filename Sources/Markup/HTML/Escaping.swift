/// The rules by which text becomes part of a page.
///
/// The five characters that mean something to a parser are written as references. A control character, which a page may
/// not hold in any spelling (HTML Living Standard, 13.2.3.5), shows as its picture, so that `\u{1B}[31m` in a cell's
/// output is seen as `␛[31m`; a noncharacter shows as the replacement character. A line ends with `\n` however it was
/// ended.
enum Escaping {
    static func append(_ text: String, to markup: inout String) {
        guard text.utf8.contains(where: needsAttention) else {
            markup += text
            return
        }
        var previous: Unicode.Scalar = "\0"
        for scalar in text.unicodeScalars {
            if previous == "\r", scalar != "\n" { markup += "␍" }
            append(scalar, to: &markup)
            previous = scalar
        }
        if previous == "\r" { markup += "␍" }
    }

    /// Whether a text with this byte in it has to be looked at scalar by scalar.
    ///
    /// 0xC2 begins the C1 controls, 0xEF and above the noncharacters.
    private static func needsAttention(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): false
        case 0..<0x20, 0x7F, 0xC2, 0xEF...: true
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to markup: inout String) {
        switch scalar {
        case "&": markup += "&amp;"
        case "<": markup += "&lt;"
        case ">": markup += "&gt;"
        case "\"": markup += "&quot;"
        case "'": markup += "&#39;"
        case "\r": break
        default: markup.unicodeScalars.append(visible(scalar))
        }
    }

    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A: scalar
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0, 0xFDD0..<0xFDF0: "\u{FFFD}"
        default: scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
        }
    }
}
