import Traffic

/// A capture file, in any format and compression; the last byte says in how small pieces it is read.
///
/// Whatever the pieces and the room for them, the same frames, the same end and the same warning must come of it.
enum FileTarget {
    /// A page: large enough for most inputs, and small enough that making room for one costs no call of the system.
    private static let room = 1 << 12

    static func run(_ input: RawSpan) throws {
        guard let last = input.withUnsafeBytes({ $0.last }) else { return }
        let whole = try FileReading(input, pieces: 1 << 20, room: room)
        let pieces = max(Int(last), 1)
        // The least room there can be: every record that does not fit makes it grow.
        let piecewise = try FileReading(input, pieces: pieces, room: 1)
        // Of a damaged frame libzstd finds more wrong where it has the whole of it at hand.
        guard !whole.isDamagedZstd, !piecewise.isDamagedZstd else { return }
        try hold(whole == piecewise, "pieces of \(pieces) bytes give \(piecewise), and not \(whole)")
    }
}
