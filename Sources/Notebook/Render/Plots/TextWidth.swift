/// About how wide a text is in a humanist sans-serif, generously: the reader's font is not known here.
enum TextWidth {
    static func of(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size
    }

    private static func share(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "0"..."9": 0.58
        case ".", ",", ":", ";", "i", "j", "l", "'", "|", "!", " ", "I", "(", ")", "t", "f", "r": 0.36
        case "m", "w", "M", "W", "%", "…": 0.9
        case "A"..."Z": 0.68
        case "\u{1100}"...: scalar.value < 0x2E80 ? 0.6 : 1.05
        default: 0.6
        }
    }
}
