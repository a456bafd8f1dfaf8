/// What the past of one series tells of another's next value that the other's own past does not: information that flows
/// from one to the other, in one direction.
///
///     let transfer = try TransferEntropy(history: 1, sourceHistory: 1, lag: 1)
///     try transfer.value(from: queries, to: answers)       // in bits
///     try transfer.estimate(from: queries, to: answers)    // with its sample size and bias
///
/// T = H(yₜ | y past) − H(yₜ | y past, x past), where the past of the target *y* are its last `history` values and that
/// of the source *x* the `sourceHistory` values that end `lag` before *t*. The values must be discrete: bin numbers
/// first. Plug-in estimates are never negative and too high, the more so the longer the histories
/// (``TransferEstimate/bias``); compare with the series shuffled.
///
/// Source: T. Schreiber, Measuring information transfer, Physical Review Letters 85, 2000.
public struct TransferEntropy: Hashable, Sendable {
    /// How many of its own last values the target is given.
    public let history: Int
    /// How many values of the source it is given beside.
    public let sourceHistory: Int
    /// How long before the target's next value the latest of these is.
    public let lag: Int

    /// A transfer over histories and a lag, in places of the series.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for one that is not above zero.
    public init(history: Int = 1, sourceHistory: Int = 1, lag: Int = 1) throws(StatisticsError) {
        for (name, size) in [("history", history), ("source history", sourceHistory), ("lag", lag)] where size < 1 {
            throw .notPositive(argument: name, value: "\(size)")
        }
        (self.history, self.sourceHistory, self.lag) = (history, sourceHistory, lag)
    }

    /// The transfer entropy from one series to another, in a unit.
    /// - Throws: what ``estimate(from:to:by:in:)`` throws.
    public func value<Source: Hashable, Target: Hashable>(
        from source: some Sequence<Source>, to target: some Sequence<Target>,
        by estimator: some EntropyEstimator = PlugIn(), in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> Double {
        try estimate(from: source, to: target, by: estimator, in: unit).value
    }

    /// The transfer entropy from one series to another, in a unit, with its sample size and bias.
    /// - Throws: ``StatisticsError`` for series of unequal length or too short for the histories, and what the
    ///   estimator throws.
    /// - Complexity: O(*n* · (history + source history)) for series of *n* values.
    public func estimate<Source: Hashable, Target: Hashable>(
        from source: some Sequence<Source>, to target: some Sequence<Target>,
        by estimator: some EntropyEstimator = PlugIn(), in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> TransferEstimate {
        let source = ValueCodes(source)
        let target = ValueCodes(target)
        let present = try present(source.codes.count, target.codes.count)
        let past = past(of: target, before: present, length: history, lag: 1)
        let other = past.paired(with: self.past(of: source, before: present, length: sourceHistory, lag: lag))
        let next = target.slice(present)
        return TransferEstimate(
            alone: try LeftOpen(of: next, by: past, estimator), informed: try LeftOpen(of: next, by: other, estimator),
            in: unit)
    }
}

extension TransferEntropy {
    /// The places that have a past in both series.
    private func present(_ source: Int, _ target: Int) throws(StatisticsError) -> Range<Int> {
        guard source == target else {
            throw .unequalLengths(statistic: "transfer entropy", first: source, second: target)
        }
        let reach = lag.addingReportingOverflow(sourceHistory - 1)
        let first = max(history, reach.overflow ? .max : reach.partialValue)
        guard first < target else {
            throw .tooFew(statistic: "transfer entropy", have: target, need: first == .max ? .max : first + 1)
        }
        return first..<target
    }

    /// For each place of `present` the `length` values that end `lag` before it, as one value.
    private func past(of series: ValueCodes, before present: Range<Int>, length: Int, lag: Int) -> ValueCodes {
        (0..<length).dropFirst().reduce(series.slice(shifted(present, by: lag))) { past, step in
            past.paired(with: series.slice(shifted(present, by: lag + step)))
        }
    }

    private func shifted(_ places: Range<Int>, by lag: Int) -> Range<Int> {
        places.lowerBound - lag..<places.upperBound - lag
    }
}
