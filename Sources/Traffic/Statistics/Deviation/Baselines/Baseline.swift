/// What is ordinary, learnt from the past.
///
///     let baseline: any Baseline = try HourlyBaseline(fitting: lastMonth, utcOffset: .seconds(3600))
///     let unusual = today.filter { baseline.deviation(of: $0).isUnusual(beyond: 3.5) }
///
/// Every baseline takes readings in any order and puts them in order of time first, leaves gaps out, and refuses values
/// that are not finite. With fewer readings than it needs it still answers: that it knows too little.
public protocol Baseline: Sendable {
    /// What is to be expected at a moment.
    func expectation(at time: Timestamp) -> Expectation
}

extension Baseline {
    /// How far `value` is from what is to be expected at `time`.
    public func deviation(of value: Double?, at time: Timestamp) -> BaselineDeviation {
        BaselineDeviation(of: value, from: expectation(at: time))
    }

    /// How far a reading is from what is to be expected.
    public func deviation(of reading: Reading) -> BaselineDeviation {
        deviation(of: reading.value, at: reading.time)
    }

    /// The z of each reading, nil where it has none: a series that averages, sums and thresholds take further.
    ///
    /// A value that differs from a past of one single value has no z either. Where that can be, give the baseline a
    /// ``BaselineOptions/smallestScale``, or look at ``BaselineDeviation/standing``: a gap raises no alarm.
    public func zScores(of readings: some Sequence<Reading>) -> [Reading] {
        readings.map { Reading(deviation(of: $0).z, at: $0.time) }
    }
}
