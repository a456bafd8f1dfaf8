/// A style of letters that Unicode encodes as characters of their own (Mathematical Alphanumeric Symbols, U+1D400).
struct MathAlphabet {
    /// The first of 26 capitals followed by 26 small letters.
    private var letters: UInt32
    /// The first of ten digits, where the style has digits.
    private var digits: UInt32?
    /// Letters encoded earlier and elsewhere, which leave gaps in the block.
    private var exceptions: [Character: Character] = [:]

    /// Nil for a style that has no alphabet of its own.
    init?(variant: String) {
        switch variant {
        case "bold": (letters, digits) = (0x1D400, 0x1D7CE)
        case "bold-italic": letters = 0x1D468
        case "script": (letters, exceptions) = (0x1D49C, Self.scriptExceptions)
        case "fraktur": (letters, exceptions) = (0x1D504, Self.frakturExceptions)
        case "double-struck": (letters, digits, exceptions) = (0x1D538, 0x1D7D8, Self.doubleStruckExceptions)
        case "sans-serif": (letters, digits) = (0x1D5A0, 0x1D7E2)
        case "monospace": (letters, digits) = (0x1D670, 0x1D7F6)
        default: return nil
        }
    }

    /// The text in this style; what the style does not have stays as it is.
    func spelling(of text: String) -> String {
        String(text.map { exceptions[$0] ?? shifted($0) ?? $0 })
    }

    private func shifted(_ character: Character) -> Character? {
        guard let ascii = character.asciiValue.map(UInt32.init) else { return nil }
        let code: UInt32? =
            switch character {
            case "A"..."Z": letters + ascii - 0x41
            case "a"..."z": letters + 26 + ascii - 0x61
            case "0"..."9": digits.map { $0 + ascii - 0x30 }
            default: nil
            }
        return code.flatMap(Unicode.Scalar.init).map(Character.init)
    }

    private static let scriptExceptions: [Character: Character] = [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ",
    ]
    private static let frakturExceptions: [Character: Character] = ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    private static let doubleStruckExceptions: [Character: Character] = [
        "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
    ]
}
