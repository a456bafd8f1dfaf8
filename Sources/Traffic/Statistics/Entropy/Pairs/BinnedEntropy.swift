/// The entropy of numbers such as packet sizes and gaps, together with the bins it was taken over.
///
///     let sizes = try BinnedEntropy(ofLengths: window, .width(100))
///     print(sizes)        // 2.41 bits over 14 bins of width 100.0, plug-in, n = 512
///     try EntropyEstimate(of: sizes.spectrum)         // with bias, error and interval
///
/// Numbers that rarely repeat have an entropy only in bins. Halving their width adds up to one bit, so figures can be
/// compared only where the binning is the same: it is part of the value.
public struct BinnedEntropy: Hashable, Sendable {
    /// The bins.
    public let binning: Binning
    /// What the estimator of the entropy is called.
    public let estimator: String
    /// The entropy, in bits.
    public let bits: Double
    /// How many bins hold so many numbers: all that an ``EntropyEstimate`` needs.
    public let spectrum: CountSpectrum

    /// The entropy of numbers.
    /// - Throws: ``StatisticsError`` for bins that have no size, a number that is not finite or for which the bins are
    ///   too narrow, a negative number in logarithmic bins, and what the estimator throws.
    public init(
        of numbers: some Sequence<Double>, _ binning: Binning, by estimator: some EntropyEstimator = PlugIn()
    ) throws(StatisticsError) {
        try binning.validate()
        var counts = Counts<Binning.Bin>()
        for (index, number) in Array(numbers).enumerated() { counts.add(try binning.bin(of: number, at: index)) }
        self.binning = binning
        self.estimator = estimator.name
        spectrum = CountSpectrum(counts)
        bits = try estimator.value(of: spectrum, in: .bits)
    }

    /// The entropy of the lengths of packets on the link, in bytes.
    /// - Throws: what ``init(of:_:by:)`` throws.
    public init(
        ofLengths packets: some Sequence<Packet>, _ binning: Binning, by estimator: some EntropyEstimator = PlugIn()
    ) throws(StatisticsError) {
        try self.init(of: packets.map { Double($0.originalLength) }, binning, by: estimator)
    }

    /// The entropy of the gaps from one event to the next, in seconds; the events are put in order of time first.
    /// - Throws: what ``init(of:_:by:)`` throws.
    public init(
        ofGaps events: some Sequence<some Timed>, _ binning: Binning, by estimator: some EntropyEstimator = PlugIn()
    ) throws(StatisticsError) {
        let times = events.map(\.time).sorted()
        let gaps = zip(times, times.dropFirst()).map { $0.duration(to: $1).inSeconds }
        try self.init(of: gaps, binning, by: estimator)
    }
}

extension BinnedEntropy {
    /// How many bins hold anything.
    public var occupied: Int { spectrum.support }

    /// How many numbers there were.
    public var count: Int { spectrum.total }

    /// The first term of the plug-in entropy's bias after Miller, −(occupied − 1) / 2*n* nats, in bits.
    public var millerBias: Double { EntropyUnit.bits.amount(ofNats: spectrum.millerBiasInNats) }
}

extension BinnedEntropy: CustomStringConvertible {
    /// The figure with everything it depends on.
    public var description: String {
        let rounded = (bits * 100).rounded() / 100
        return "\(rounded) bits over \(occupied) \(binning), \(estimator), n = \(count)"
    }
}
