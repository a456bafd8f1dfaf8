import Traffic

/// The options of a meter, and the format its flows are written in, as bytes choose them.
struct MeterChoices {
    private let timeouts: [Duration?]
    private let capacity: Int
    private let firstPackets: Int
    private let switches: UInt8
    private let more: UInt8
    private let profile: Int

    private static let durations: [Duration?] = [
        .seconds(120), nil, .zero, .nanoseconds(1), .milliseconds(1), .milliseconds(100), .seconds(5), .seconds(1800),
        .seconds(86_400), .seconds(5_000_000), .seconds(400_000_000), .seconds(9_000_000_000), .seconds(Int64.max),
        .seconds(-1), .nanoseconds(Int64.max), .microseconds(1500),
    ]

    /// Whether everything is metered once more with another seed.
    var triesSeeds: Bool { more & 0x40 != 0 }

    init(_ tape: inout Tape) {
        let (first, second) = (tape.byte(), tape.byte())
        timeouts = [first >> 4, first & 0xf, second >> 4].map { Self.durations[Int($0)] }
        firstPackets = Int(second & 0xf)
        let limit = Int(tape.byte())
        capacity = limit == 0 ? FlowOptions().capacity : limit - 1
        (switches, more) = (tape.byte(), tape.byte())
        profile = Int(tape.byte())
    }

    func apply(to options: inout FlowOptions) {
        (options.idleTimeout, options.activeTimeout, options.linger) = (timeouts[0], timeouts[1], timeouts[2])
        (options.firstPackets, options.capacity) = (firstPackets, capacity)
        options.distinguishesVLANs = switches & 1 == 0
        options.distinguishesTunnels = switches & 2 == 0
        options.icmp = switches & 4 == 0 ? .hosts : .messageTypes
        options.initiator = switches & 8 == 0 ? .evidence : .firstSender
        options.isUnidirectional = switches & 16 != 0
        options.countsPayloadBytes = switches & 32 != 0
        options.measuresActivity = switches & 64 != 0
        options.keepsHardwareAddresses = switches & 128 != 0
        options.sizes = ByteLevel.allCases[Int(more) % ByteLevel.allCases.count]
        if more & 0x80 != 0 { Profile.all[profile % Profile.all.count].configure(&options) }
    }

    /// Writes some flows in the format chosen, and looks at what is written.
    func encode(_ flows: [Flow]) throws {
        let (profile, rows) = (Profile.all[profile % Profile.all.count], flows.prefix(4))
        // Writing takes longer than metering: one input in four is written, in one of the formats.
        switch self.profile >> 4 {
        case 0: try checkLines(CSVEncoder(profile).encoded(rows), count: rows.count + 1)
        case 1: try checkLines(NDJSONEncoder(profile).encoded(rows), count: rows.count)
        case 2: try checkLines(ZeekEncoder(profile).encoded(rows), count: rows.count + 9)
        case 3: try hold(!TerminalTable(profile).text(rows).isEmpty, "a table has a header")
        default: break
        }
    }

    private func checkLines(_ bytes: [UInt8], count: Int) throws {
        let lines = bytes.count { $0 == UInt8(ascii: "\n") }
        try hold(lines == count, "\(lines) lines are written for \(count)")
        let places = bytes.indices.dropLast(3)
        try hold(!places.contains { Self.isNoNumber(bytes[$0..<$0 + 4]) }, "every number is one")
    }

    /// Whether a field begins with `nan` or `inf`.
    private static func isNoNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let mark = bytes.first, marks.contains(mark) else { return false }
        return bytes.dropFirst().elementsEqual("nan".utf8) || bytes.dropFirst().elementsEqual("inf".utf8)
    }

    /// What stands before a field.
    private static let marks = Array(",:\t".utf8)
}
