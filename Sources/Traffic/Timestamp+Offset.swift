/// Offsets are unsigned because two time stamps can lie further apart than a signed number of nanoseconds reaches.
extension Timestamp {
    /// How many nanoseconds after `first` this is, which must not be later.
    func offset(from first: Timestamp) -> UInt64 {
        UInt64(bitPattern: nanoseconds &- first.nanoseconds)
    }

    /// The moment `offset` nanoseconds later, held at the last there is.
    func advanced(byOffset offset: UInt64) -> Timestamp {
        let room = UInt64(bitPattern: Int64.max &- nanoseconds)
        return Timestamp(nanoseconds: nanoseconds &+ Int64(truncatingIfNeeded: min(offset, room)))
    }
}
