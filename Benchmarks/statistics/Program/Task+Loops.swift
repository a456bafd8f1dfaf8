extension Task {
    /// What counting alone costs, without any entropy, of the same packets.
    static let loops = [
        Task(name: "loop that counts") {
            let events = Events()
            return { Double(counting(events.ports)) }
        },
        Task(name: "loop that counts a window") {
            let events = Events()
            return { Double(slidingCount(events.ports)) }
        },
    ]

    /// Adds one to a count at every packet; nothing is taken back, and nothing is told of a window.
    @inline(never)
    private static func counting(_ ports: [UInt16]) -> Int {
        var table = [Int](repeating: 0, count: 1 << 16)
        var counts = table.mutableSpan
        for port in ports { counts[Int(port)] &+= 1 }
        return counts[0]
    }

    /// Adds one to the count of each packet that comes into the window, and takes one from that of each that leaves.
    @inline(never)
    private static func slidingCount(_ ports: [UInt16]) -> Int {
        var table = [Int](repeating: 0, count: 1 << 16)
        var counts = table.mutableSpan
        for port in ports.prefix(Events.window) { counts[Int(port)] &+= 1 }
        for last in Events.window..<ports.count {
            counts[Int(ports[last])] &+= 1
            counts[Int(ports[last - Events.window])] &-= 1
        }
        return counts[0]
    }
}
