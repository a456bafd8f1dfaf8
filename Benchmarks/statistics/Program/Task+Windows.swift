import Traffic

extension Task {
    /// An entropy at every packet.
    static let windows = [
        Task(name: "sliding by packets") {
            let events = Events()
            return { checksum(try Entropy.bits(ofValues: events.ports, inWindowsOf: Events.window, every: 1)) }
        },
        Task(name: "lowest of all windows") {
            let events = Events()
            return {
                var lowest = Double.infinity
                try Entropy.forEachWindow(of: Events.window, every: 1, in: events.ports) { _, bits in
                    if bits < lowest { lowest = bits }
                }
                return lowest
            }
        },
        Task(name: "trailing window") {
            let events = Events()
            return {
                var (window, lowest) = (try DenseTrailingEntropy<UInt16>(last: Events.window), Double.infinity)
                for place in events.ports.indices {
                    window.add(events.ports[place], at: events.times[place])
                    if place >= Events.window { lowest = min(lowest, window.bits) }
                }
                return lowest
            }
        },
        Task(name: "sliding by time") {
            let events = Events()
            return { checksum(try Entropy.bits(ofValues: events.ports, at: events.times, inLast: .seconds(1))) }
        },
    ]

    /// What a slice's peers can check: the mean of the figures of the first few full windows.
    private static func checksum(_ bits: [Double]) -> Double {
        bits[2_000..<3_000].reduce(0, +) / 1_000
    }
}
