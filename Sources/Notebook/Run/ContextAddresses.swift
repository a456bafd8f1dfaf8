/// The addresses in the full names of types that are declared in bodies, or for their own file alone:
/// `Notebook.(unknown context at $7ffff6bf6270).Point`.
///
/// The Swift run-time puts them there, and they tell where code was loaded, which says nothing to a reader and is not
/// the same after other cells. Each digit is replaced by an `x`, so that nothing else of a frame changes.
enum ContextAddresses {
    private static let mark = Array("(unknown context at ".utf8)
    private static let digits = Set("0123456789abcdef".utf8)

    /// `text` without such addresses.
    static func hidden(in text: String) -> String {
        String(decoding: hidden(in: Array(text.utf8)), as: UTF8.self)
    }

    /// `bytes` without such addresses.
    static func hidden(in bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var position = 0
        while let sign = bytes[position...].firstIndex(of: UInt8(ascii: "$")) {
            position = sign + 1
            guard bytes[..<sign].suffix(mark.count).elementsEqual(mark) else { continue }
            while position < bytes.count, digits.contains(bytes[position]) {
                bytes[position] = UInt8(ascii: "x")
                position += 1
            }
        }
        return bytes
    }
}
