import Traffic

/// Ten million packets at random times, a thousand a second, to ports of which a few are common and most are rare.
struct Events {
    static let count = 10_000_000
    /// Of the windows, in packets and in seconds: both hold about as many.
    static let window = 1_000

    let ports: [UInt16]
    let times: [Timestamp]

    init() {
        var generator = NumPyGenerator(seed: 1)
        ports = (0..<Self.count).map { _ in
            let share = generator.random()
            let square = share * share
            return UInt16(60_000 * ((square * square) * (square * square)))
        }
        var time: Int64 = 0
        times = generator.integers(in: 0..<2_000_000, count: Self.count).map { gap in
            time += Int64(gap)
            return Timestamp(nanoseconds: time)
        }
    }
}
