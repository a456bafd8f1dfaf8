/// The order in which the bytes of an integer lie.
enum ByteOrder {
    case little, big

    /// The order in which `word` has the value `expected`, if it has it in one.
    init?(of word: UInt32, expecting expected: UInt32) {
        switch expected {
        case UInt32(littleEndian: word): self = .little
        case UInt32(bigEndian: word): self = .big
        default: return nil
        }
    }
}

/// The one door through which parsers read bytes.
///
/// Callers first make sure that the record is there, once for all its fields; a read beyond the end would trap, never
/// stray. `unsafeLoadUnaligned` is called unsafe because it reinterprets bytes; the types loaded here are plain
/// integers, for which every bit pattern is a value.
extension RawSpan {
    @inline(__always)
    func integer<Value: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, _ order: ByteOrder, as type: Value.Type = Value.self
    ) -> Value {
        let value = unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self)
        return order == .little ? Value(littleEndian: value) : Value(bigEndian: value)
    }

    /// The unsigned 32-bit integer at `offset`, as a length.
    @inline(__always)
    func length(at offset: Int, _ order: ByteOrder) -> Int {
        Int(integer(at: offset, order, as: UInt32.self))
    }

    /// The four bytes at `offset` as this machine holds an integer.
    @inline(__always)
    func word(at offset: Int) -> UInt32 { unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self) }
}
