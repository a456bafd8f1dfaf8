/// Bytes cut into named fields: what a packet, a header or a file's beginning is made of.
///
///     ByteMap(bytes, "A DNS query, from its first byte on.") {
///         ByteField("Identifier", 0..<2, part: "DNS", value: "0x1a2b")
///         ByteField("Flags", 2..<4, part: "DNS")
///     }
///
/// Fields with the same part one after the other stand together under its name. Ranges that reach beyond the bytes are
/// cut, so a map never traps.
public struct ByteMap: Hashable, Sendable {
    /// One field with its bytes.
    public struct Field: Hashable, Sendable {
        /// What the field is called.
        public var name: String
        /// What it is a part of.
        public var part: String
        /// The place of its first byte.
        public var offset: Int
        /// How many bytes it has.
        public var count: Int
        /// What its bytes say; nil where that is not known.
        public var value: String?
        /// Its bytes, or the first of them.
        public var bytes: [UInt8]
    }

    /// What to see in it, in a sentence.
    public var caption: String?
    /// The fields in their order.
    public var fields: [Field]
    /// How many fields were left out, beyond the last one.
    public var fieldsCut: Int

    /// The fields of some bytes; of long fields only the beginning is kept, and fields beyond the budget are counted.
    public init(_ bytes: [UInt8], fields: [ByteField]) {
        caption = nil
        self.fields = fields.prefix(Budget.fields).map { field in
            let range = field.range.clamped(to: bytes.indices)
            return Field(
                name: field.name, part: field.part, offset: range.lowerBound, count: range.count, value: field.value,
                bytes: Array(bytes[range].prefix(Budget.fieldBytes)))
        }
        fieldsCut = max(fields.count - Budget.fields, 0)
    }

    /// The fields between the braces.
    public init(_ bytes: [UInt8], _ caption: String? = nil, @ListBuilder<ByteField> _ fields: () -> [ByteField]) {
        self.init(bytes, fields: fields())
        self.caption = caption
    }

    /// Fields whose bytes are at hand, as they are read from a frame.
    init(caption: String?, fields: [Field], fieldsCut: Int) {
        (self.caption, self.fields, self.fieldsCut) = (caption, fields, fieldsCut)
    }
}

/// A field of a ``ByteMap``: where it is, what it is called, and what it says.
public struct ByteField: Hashable, Sendable {
    let name: String
    let range: Range<Int>
    let part: String
    let value: String?

    /// The field in a range of the bytes.
    public init(_ name: String, _ range: Range<Int>, part: String, value: String? = nil) {
        (self.name, self.range, self.part, self.value) = (name, range, part, value)
    }
}

extension ByteMap {
    /// The map with a caption that says what to see in it.
    public func captioned(_ caption: String) -> ByteMap {
        var map = self
        map.caption = caption
        return map
    }

    /// The fields, those of one part together.
    package var parts: [(name: String, fields: [Field])] {
        var parts: [(name: String, fields: [Field])] = []
        for field in fields {
            if let last = parts.indices.last, parts[last].name == field.part {
                parts[last].fields.append(field)
            } else {
                parts.append((field.part, [field]))
            }
        }
        return parts
    }
}

extension ByteMap: Displayable {
    /// What the cell shows for it.
    public var output: Output { .bytes(self) }
}
