/// The one door through which decoders read bytes: every read is checked, and a read beyond the end is nil.
///
/// `unsafeLoadUnaligned` is called unsafe because it reinterprets bytes; the types loaded here are plain integers,
/// for which every bit pattern is a value.
extension RawSpan {
    /// The byte at `offset`, or nil beyond the end.
    @inline(__always)
    func byte(at offset: Int) -> UInt8? {
        guard offset >= 0, offset < byteCount else { return nil }
        return unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
    }

    /// The integer at `offset` in network byte order, or nil where it reaches beyond the end.
    @inline(__always)
    func integer<Value: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Value.Type) -> Value? {
        guard offset >= 0, byteCount - offset >= MemoryLayout<Value>.size else { return nil }
        return Value(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self))
    }
}
