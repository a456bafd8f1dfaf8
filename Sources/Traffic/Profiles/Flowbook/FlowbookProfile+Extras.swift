extension Profile<Flow> {
    /// What is measured only where the options ask for it.
    static let extras: [Column] = hardware + firstPackets + entropies + activities

    private static let hardware: [Column] = [
        field("source_hardware", .text, "The link address that sent the first packet.") {
            FieldValue(describing: $0.row.hardware?.source)
        },
        field("destination_hardware", .text, "The link address that the first packet was sent to.") {
            FieldValue(describing: $0.row.hardware?.destination)
        },
    ]

    private static let firstPackets: [Column] = [
        field("first_sizes", .list, unit: "bytes", "The sizes of the first packets, those sent backward negative.") {
            list($0.row.firstPackets) { packet, text in
                text.append(decimal: packet.direction == .forward ? packet.size : -packet.size)
            }
        },
        field("first_gaps_s", .list, unit: "s", "How long after the packet before it each of these came.") {
            list($0.row.firstPackets) { packet, text in text.append(seconds: packet.gap.wholeNanoseconds) }
        },
    ]

    private static let entropies: [Column] = [
        field("forward_payload_entropy", .real, unit: "bits", "The Shannon entropy of a payload byte sent forward.") {
            entropy($0.row.payload?.forward)
        },
        field("backward_payload_entropy", .real, unit: "bits", "The same backward.") {
            entropy($0.row.payload?.backward)
        },
        field("both_payload_entropy", .real, unit: "bits", "The same either way.") {
            entropy($0.row.payload?.both)
        },
    ]

    private static let activities: [Column] = [
        field("subflows", .count, "The parts of the flow that more than a second of silence separates.") {
            FieldValue($0.row.activity?.subflows)
        },
        field("forward_bulks", .count, "Runs of four or more packets with payload forward, a second apart at most.") {
            FieldValue($0.row.activity?.forwardBulks.count)
        },
        field("backward_bulks", .count, "The same backward.") {
            FieldValue($0.row.activity?.backwardBulks.count)
        },
        field("active_mean_s", .real, unit: "s", "The mean time of activity between silences of more than 5 s.") {
            $0.row.activity.map { .real($0.active.mean / 1e9) } ?? .missing
        },
        field("idle_mean_s", .real, unit: "s", "The mean of those silences.") {
            $0.row.activity.map { .real($0.idle.mean / 1e9) } ?? .missing
        },
    ]

    private static func entropy(_ counts: [Int]?) -> FieldValue {
        guard let counts, counts.contains(where: { $0 > 0 }) else { return .missing }
        return .real(Entropy.bits(of: counts))
    }

    /// Numbers with blanks between them; missing where there is none.
    private static func list<Element>(_ elements: [Element], _ write: (Element, inout OutputSpan<UInt8>) -> Void)
        -> FieldValue
    {
        guard !elements.isEmpty else { return .missing }
        var text: [UInt8] = []
        for element in elements {
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            text.append(addingCapacity: OutputSpan<UInt8>.longestNumber) { write(element, &$0) }
        }
        return .text(String(decoding: text, as: UTF8.self))
    }
}
