extension ByteMap.Field {
    /// The places of its bytes: `14`, or `26–29`.
    package var place: String { count > 1 ? "\(offset)–\(offset + count - 1)" : "\(offset)" }

    /// Its bytes in hexadecimal digits, two each: `45 00`. Empty for a field without bytes.
    package var hexadecimal: String { bytes.map(Self.digits).joined(separator: " ") }

    /// How many bytes are there beyond those that are kept.
    package var bytesCut: Int { count - bytes.count }

    /// Its bytes as the characters of ASCII that they stand for, others as `·`; nil for what is hardly text.
    package var characters: String? {
        let visible = bytes.count { (0x20..<0x7f).contains($0) || $0 == 0x0a || $0 == 0x0d }
        guard bytes.count >= 4, visible * 4 >= bytes.count * 3 else { return nil }
        return String(bytes.map { (0x20..<0x7f).contains($0) ? Character(UnicodeScalar($0)) : "·" })
    }

    private static func digits(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
