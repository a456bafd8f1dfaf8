/// Asking for the time and telling it, RFC 5905 section 7.3.
enum TimeMessage {
    /// From 1900, where the protocol's time begins, to 1970.
    private static let sinceEpoch: Double = 2_208_988_800

    /// The question of a client, sent at a moment.
    static func question(at time: Timestamp) -> [UInt8] {
        var bytes: [UInt8] = [0x23, 0, 6, 0xec] + [UInt8](repeating: 0, count: 36)
        bytes.append(stamp(time))
        return bytes
    }

    /// The answer of a server of the second stratum to a question of that moment.
    static func answer(to asked: Timestamp, at time: Timestamp) -> [UInt8] {
        var bytes: [UInt8] = [0x24, 2, 6, 0xe9, 0, 0, 0x02, 0x10, 0, 0, 0x01, 0x80, 192, 0, 2, 123]
        for moment in [Timestamp(nanoseconds: time.nanoseconds / 64_000_000_000 * 64_000_000_000), asked, time, time] {
            bytes.append(stamp(moment))
        }
        return bytes
    }

    /// Seconds in 32 bits, and 32 bits of their parts.
    private static func stamp(_ time: Timestamp) -> UInt64 {
        let seconds = time.nanoseconds / 1_000_000_000
        let rest = UInt64(max(time.nanoseconds % 1_000_000_000, 0))
        let whole = UInt64(UInt32(truncatingIfNeeded: seconds &+ Int64(sinceEpoch)))
        return whole << 32 | (rest << 32) / 1_000_000_000
    }
}
