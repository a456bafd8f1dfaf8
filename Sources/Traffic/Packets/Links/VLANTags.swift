/// The VLAN identifiers of a frame, the outermost first.
///
/// Four identifiers are kept, in one word, so that a packet needs no memory of its own; tags beyond are only passed
/// over. Real networks use two.
public struct VLANTags: Hashable, Sendable {
    private(set) var packed: UInt64 = 0

    /// No tags.
    public init() {}

    /// The tags of a packed word: the number of identifiers above 48 bits of them.
    init(packed: UInt64) {
        self.packed = packed
    }

    /// The most identifiers kept.
    public static let mostKept = 4

    mutating func append(_ identifier: UInt16) {
        guard count < Self.mostKept else { return }
        let position = UInt64(count * 12)
        packed |= UInt64(identifier & 0xfff) << position
        packed += 1 << 48
    }
}

extension VLANTags: RandomAccessCollection {
    /// The place of the outermost identifier.
    public var startIndex: Int { 0 }
    /// The number of identifiers.
    public var endIndex: Int { Int(packed >> 48) }
    /// The identifier, 0...4095, at a place.
    public subscript(position: Int) -> UInt16 {
        demand(indices.contains(position), "there are \(count) VLAN tags, so none at \(position): look at count first")
        return UInt16(packed >> UInt64(position * 12) & 0xfff)
    }
}

extension VLANTags: CustomStringConvertible {
    /// The identifiers from the outside in, separated by slashes.
    public var description: String { map(String.init).joined(separator: "/") }
}
