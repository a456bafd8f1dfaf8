/// Readings as the statistics of deviation take them: checked, in order of time, without the gaps.
struct OrderedReadings {
    /// When each value was read, ascending; equal times stay in the order they came.
    let times: [Timestamp]
    /// What was read, each finite and small enough to be squared.
    let values: [Double]

    /// - Throws: ``StatisticsError`` for a value that is not finite or beyond `largest`, at its index as given.
    init(_ readings: some Sequence<Reading>, for statistic: String) throws(StatisticsError) {
        var known: [(index: Int, time: Timestamp, value: Double)] = []
        for (index, reading) in readings.enumerated() {
            guard let value = reading.value else { continue }
            try Self.check(value, at: index, for: statistic)
            known.append((index, reading.time, value))
        }
        known.sort { ($0.time, $0.index) < ($1.time, $1.index) }
        times = known.map(\.time)
        values = known.map(\.value)
    }

    var count: Int { values.count }
}

extension OrderedReadings {
    /// The largest magnitude whose square, and the sum of very many squares, is still a number.
    static var largest: Double { 1e150 }

    static func check(_ value: Double, at index: Int, for statistic: String) throws(StatisticsError) {
        guard value.isFinite else { throw .notFinite(statistic: statistic, index: index, value: value) }
        guard abs(value) <= largest else {
            let argument = "\(statistic): value at index \(index)"
            throw .outOfRange(argument: argument, value: "\(value)", allowed: "one between -1e150 and 1e150")
        }
    }

    /// The values of a plain series without its gaps, checked.
    static func known(_ values: [Double?], for statistic: String) throws(StatisticsError) -> [Double] {
        for (index, value) in values.enumerated() {
            if let value { try check(value, at: index, for: statistic) }
        }
        return values.compactMap(\.self)
    }
}

extension Double {
    /// The number itself, or where arithmetic left the range the largest there is, with its sign.
    var held: Double { min(max(self, -.greatestFiniteMagnitude), .greatestFiniteMagnitude) }
}
