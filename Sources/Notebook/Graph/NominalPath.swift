/// Where a type stands, read from the compiler's name of it: `s:5Cell42PtV5InnerO` is `Inner` in `Pt` of `Cell4`.
///
/// A type in an extension of another module's type has a name of another form, and no path. This is the part for
/// nominal types without generic context of Swift's `docs/ABI/Mangling.rst`.
struct NominalPath: Equatable {
    var module: String
    /// What the type and those around it are, outermost first: `V` a structure, `O` an enumeration, `C` a class.
    var kinds: [Character] = []

    init?(usr: String) {
        guard usr.hasPrefix("s:"), usr.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var rest = usr.dropFirst(2)
        guard rest.first != "0", let module = NominalPath.takeText(from: &rest) else { return nil }
        self.module = module
        while !rest.isEmpty {
            guard NominalPath.skipIdentifier(in: &rest), let kind = rest.popFirst(), "VOC".contains(kind) else {
                return nil
            }
            kinds.append(kind)
        }
    }

    /// An identifier with its length before it, as in the compiler's names.
    static func mangled(_ name: String) -> String { "\(name.utf8.count)\(name)" }

    /// A length and as many letters.
    private static func takeText(from rest: inout Substring) -> String? {
        let digits = rest.prefix(while: \.isNumber)
        guard let length = Int(digits), length > 0, rest.count >= digits.count + length else { return nil }
        rest.removeFirst(digits.count)
        defer { rest.removeFirst(length) }
        return String(rest.prefix(length))
    }

    /// An identifier, in which single letters can stand for words that occurred before; a capital is the last of them.
    private static func skipIdentifier(in rest: inout Substring) -> Bool {
        guard rest.first == "0" else { return takeText(from: &rest) != nil }
        rest.removeFirst()
        var mayHaveWords = true
        repeat {
            while mayHaveWords, let letter = rest.first, letter.isLetter {
                mayHaveWords = letter.isLowercase
                rest.removeFirst()
            }
            if rest.first == "0" {
                rest.removeFirst()
                return true
            }
            guard takeText(from: &rest) != nil else { return false }
        } while mayHaveWords
        return true
    }
}
