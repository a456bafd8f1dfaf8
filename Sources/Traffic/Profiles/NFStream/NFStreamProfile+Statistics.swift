/// Whose packets a column of NFStream is about, in its order.
enum NFStreamScope: String, CaseIterable {
    case bidirectional, src2dst, dst2src

    var scope: FlowScope {
        switch self {
        case .bidirectional: .both
        case .src2dst: .forward
        case .dst2src: .backward
        }
    }
}

extension Profile<Flow> {
    static func nfstreamTotals(_ scope: NFStreamScope) -> [Column] {
        let way = scope.scope.phrase
        return [
            nfstream(scope, "first_seen_ms", .count, "ms", "When the first packet \(way) came, since 1970.") {
                .integer(Int($0.firstMillisecond))
            },
            nfstream(scope, "last_seen_ms", .count, "ms", "When the last packet \(way) came, since 1970.") {
                .integer(Int($0.lastMillisecond))
            },
            nfstream(scope, "duration_ms", .count, "ms", "The difference of the two.") {
                .integer(Int($0.milliseconds))
            },
            nfstream(scope, "packets", .count, "packets", "Packets \(way).") { .integer($0.packets) },
            nfstream(scope, "bytes", .count, "bytes", "Bytes of whole frames \(way).") { .integer($0.linkBytes) },
        ]
    }

    static func nfstreamSizes(_ scope: NFStreamScope) -> [Column] {
        let way = scope.scope.phrase
        return [
            nfstream(scope, "min_ps", .count, "bytes", "The smallest frame \(way).") { .integer($0.sizes.minimum) },
            nfstream(scope, "mean_ps", .real, "bytes", "The mean frame \(way).") { .real($0.sizes.mean) },
            nfstream(scope, "stddev_ps", .real, "bytes", "The sample deviation of frame sizes \(way).") {
                .real($0.sizes.standardDeviation)
            },
            nfstream(scope, "max_ps", .count, "bytes", "The largest frame \(way).") { .integer($0.sizes.maximum) },
        ]
    }

    static func nfstreamGaps(_ scope: NFStreamScope) -> [Column] {
        let way = scope.scope.phrase
        return [
            nfstream(scope, "min_piat_ms", .count, "ms", "The shortest time between packets \(way).") {
                .integer($0.gaps.minimum / 1_000_000)
            },
            nfstream(scope, "mean_piat_ms", .real, "ms", "The mean time between packets \(way).") { .real($0.meanGap) },
            nfstream(scope, "stddev_piat_ms", .real, "ms", "The sample deviation of times between packets \(way).") {
                .real($0.gaps.standardDeviation / 1e6)
            },
            nfstream(scope, "max_piat_ms", .count, "ms", "The longest time between packets \(way).") {
                .integer($0.gaps.maximum / 1_000_000)
            },
        ]
    }

    static func nfstreamFlags(_ scope: NFStreamScope) -> [Column] {
        let order: [TCPFlags] = [.syn, .cwr, .ece, .urg, .ack, .psh, .rst, .fin]
        return order.map { flag in
            let name = flag.description
            return nfstream(
                scope, "\(name.lowercased())_packets", .count, "packets",
                "Packets \(scope.scope.phrase) with \(name) set."
            ) { .integer($0.flags[flag]) }
        }
    }

    private static func nfstream(
        _ scope: NFStreamScope, _ name: String, _ type: FieldType, _ unit: String, _ meaning: String,
        _ figure: @escaping @Sendable (borrowing DirectionStatistics) -> FieldValue
    ) -> Column {
        field("\(scope.rawValue)_\(name)", type, unit: unit, meaning, reading: scope.scope.value(figure))
    }
}

extension DirectionStatistics {
    /// Whole milliseconds, cut off; zero where there was no packet.
    fileprivate var firstMillisecond: Int64 { first.map(\.wholeMilliseconds) ?? 0 }
    fileprivate var lastMillisecond: Int64 { last.map(\.wholeMilliseconds) ?? 0 }
    fileprivate var milliseconds: Int64 { lastMillisecond - firstMillisecond }

    /// The mean of gaps that are differences of whole milliseconds: the gaps add up to the duration.
    fileprivate var meanGap: Double { gaps.count == 0 ? 0 : Double(milliseconds) / Double(gaps.count) }
}

extension Timestamp {
    /// Milliseconds since the epoch, towards the past.
    fileprivate var wholeMilliseconds: Int64 { nanoseconds.flooredQuotient(dividingBy: 1_000_000).quotient }
}
