/// Something that happened in a scenario: when, by whom, and how much of it there was.
public struct Episode: Hashable, Sendable {
    /// What its traffic is labelled with.
    public let label: TrafficLabel
    /// When it begins.
    public let start: Timestamp
    /// When it ends; the scenario's end where that comes sooner.
    public let end: Timestamp
    /// Who begins conversations, as a person would name them: an address, or a network.
    public let initiators: String
    /// Who is asked.
    public let responders: String
    /// How many conversations have begun so far.
    public internal(set) var conversations = 0
    /// How many packets there were so far.
    public internal(set) var packets = 0
    /// How many bytes they had on the link.
    public internal(set) var bytes = 0
    /// When the first of them passed; nil before.
    public internal(set) var first: Timestamp?
    /// When the latest passed.
    public internal(set) var last: Timestamp?

    /// Counts a packet.
    mutating func count(at time: Timestamp, bytes length: Int) {
        packets += 1
        bytes += length
        first = first ?? time
        last = time
    }
}

extension Profile where Row == Episode {
    /// A row for each episode: the truth about a scenario.
    public static let episodes = Profile(
        "episodes", summary: "What happened in a scenario, when, by whom, and how much of it there was.",
        columns: [
            Column("episode", .count, "The episode's number; 0 is everyday work.") { .integer($0.label.episode) },
            Column("label", .word, "benign, fault or attack.") { .text($0.label.verdict.rawValue) },
            Column("kind", .word, "What happened.") { .text($0.label.name) },
            Column("start", .time, unit: "s", "When it begins, since 1970.") { .time($0.start) },
            Column("end", .time, unit: "s", "When it ends.") { .time($0.end) },
            Column("initiators", .text, "Who begins conversations.") { .text($0.initiators) },
            Column("responders", .text, "Who is asked.") { .text($0.responders) },
            Column("conversations", .count, "How many connections and questions there were.") {
                .integer($0.conversations)
            },
            Column("packets", .count, unit: "packets", "How many packets there were.") { .integer($0.packets) },
            Column("bytes", .count, unit: "bytes", "How many bytes they had on the link.") { .integer($0.bytes) },
            Column("first", .time, unit: "s", "When the first packet passed.") {
                $0.first.map { .time($0) } ?? .missing
            },
            Column("last", .time, unit: "s", "When the last packet passed.") { $0.last.map { .time($0) } ?? .missing },
        ])
}
