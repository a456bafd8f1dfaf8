/// The one door through which decoders read bytes.
///
/// `unsafeLoadUnaligned` is called unsafe because it reinterprets bytes; the types loaded here are plain integers, for
/// which every bit pattern is a value. It checks the bounds itself, and ends the program on a read beyond them. So a
/// decoder first compares the captured bytes with the length of the whole header: after that comparison the compiler
/// proves the single checks needless and drops them.
extension RawSpan {
    /// The byte at `offset`.
    @inline(__always)
    func uint8(at offset: Int) -> UInt8 {
        unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
    }

    /// The two bytes at `offset`, in network byte order.
    @inline(__always)
    func uint16(at offset: Int) -> UInt16 {
        UInt16(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    /// The four bytes at `offset`, in network byte order.
    @inline(__always)
    func uint32(at offset: Int) -> UInt32 {
        UInt32(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The eight bytes at `offset`, in network byte order.
    @inline(__always)
    func uint64(at offset: Int) -> UInt64 {
        UInt64(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
