/// How many observations an entropy needs before it is worth telling.
///
/// At least so many, and so many that the first term of the plug-in estimate's bias, (support − 1) / 2*n*, stays below
/// a limit. The support is the one seen: a source with values yet unseen needs more, so what the rule refuses is too
/// small for certain, and what it passes may be.
public struct SampleSizeRule: Hashable, Sendable {
    /// The least number of observations.
    public let leastObservations: Int
    /// The largest first term of the bias, in nats.
    public let mostBias: Double

    /// 30 observations, and a bias of at most 0.1 nats (0.14 bits), which is five observations for each value but one.
    public static let standard = SampleSizeRule(known: 30, 0.1)
    /// One observation.
    public static let none = SampleSizeRule(known: 1, .infinity)

    /// A rule of one's own.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` where `bias` is not above zero.
    public init(leastObservations: Int, bias: Double, in unit: EntropyUnit = .bits) throws(StatisticsError) {
        guard bias > 0 else { throw .notPositive(argument: "bias", value: "\(bias)") }
        self.init(known: max(leastObservations, 1), bias / unit.amount(ofNats: 1))
    }

    private init(known leastObservations: Int, _ mostBias: Double) {
        self.leastObservations = leastObservations
        self.mostBias = mostBias
    }

    /// How many observations a sample needs that has `support` different values.
    public func need(forSupport support: Int) -> Int {
        let forBias = (Double(max(support, 1) - 1) / (2 * mostBias)).rounded(.up)
        return max(leastObservations, Int(exactly: forBias) ?? .max)
    }
}
