/// Places in memory that a cell gets to know or shows.
///
/// They are the same in every fresh run, but a cell that runs after an edit can find its objects elsewhere, since its
/// process may have served other cells. So a result that rests on them cannot be held against anything.
enum MemoryAddresses {
    /// Names that turn an object's place into a value: to print, to hash, to sort by.
    private static let names: Set<String> = ["ObjectIdentifier", "Unmanaged", "OpaquePointer"]

    /// Whether code that mentions these names can get to know where an object lies.
    static func areKnown(to mentions: Mentions) -> Bool { !names.isDisjoint(with: mentions.names) }

    /// Whether a number stands in `item` that looks like a place in memory: `0x00007ffff7a3c010`.
    static func areShown(in item: RawItem) -> Bool {
        switch item {
        case .stream(_, let bytes), .frame(let bytes): areShown(in: bytes)
        case .cut: false
        }
    }

    private static func areShown(in bytes: [UInt8]) -> Bool {
        var position = 0
        while let sign = bytes[position...].firstIndex(of: UInt8(ascii: "x")) {
            position = sign + 1
            guard sign > 0, bytes[sign - 1] == UInt8(ascii: "0") else { continue }
            let digits = bytes[position...].prefix { isHexadecimal($0) }.drop { $0 == UInt8(ascii: "0") }
            guard let place = UInt64(String(decoding: digits, as: UTF8.self), radix: 16) else { continue }
            if ranges.contains(where: { $0.contains(place) }) { return true }
        }
        return false
    }

    /// Where Linux on x86-64 puts a program with its heap, and libraries with the stack.
    private static let ranges: [Range<UInt64>] = [
        0x5500_0000_0000..<0x5700_0000_0000, 0x7E00_0000_0000..<0x8000_0000_0000,
    ]

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
