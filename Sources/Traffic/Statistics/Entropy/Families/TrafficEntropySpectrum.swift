/// The traffic entropy spectrum: Tsallis entropies over a range of orders, in which changes among the frequent values
/// show on one side and changes among the rare ones on the other.
///
///     let spectrum = TrafficEntropySpectrum.standard
///     let usual = try spectrum.range(over: baselineWindows)
///     try usual.normalized(spectrum.values(of: window))     // within 0…1 for each order where nothing is unusual
///
/// The entropies of different orders differ by powers of ten, so each order is compared with its own range over windows
/// of ordinary traffic: 0 is the least that was seen there and 1 the greatest; below and above is new.
///
/// Source: B. Tellenbach, M. Burkhart, D. Sornette and T. Maillart, Beyond Shannon: characterizing Internet traffic
/// with generalized entropy metrics, PAM 2009.
public struct TrafficEntropySpectrum: Hashable, Sendable {
    /// The entropies, one for each order.
    public let entropies: [TsallisEntropy]

    /// From −2 to 2 by quarters: 17 orders.
    public static let standard = TrafficEntropySpectrum(quartersFrom: -8, through: 8)

    /// A spectrum over the given orders.
    /// - Throws: ``StatisticsError`` for no orders, and for one that has no entropy.
    public init(orders: [Double]) throws(StatisticsError) {
        guard !orders.isEmpty else { throw .noValues(statistic: "traffic entropy spectrum") }
        var entropies: [TsallisEntropy] = []
        for order in orders { entropies.append(try TsallisEntropy(order: order)) }
        self.entropies = entropies
    }

    private init(quartersFrom first: Int, through last: Int) {
        entropies = (first...last).map { TsallisEntropy(known: Double($0) / 4) }
    }

    /// The orders.
    public var orders: [Double] { entropies.map(\.order) }

    /// The entropy of each order, of counts.
    public func values(of counts: some Sequence<Int>) -> [Double] {
        values(of: CountSpectrum(counts: counts))
    }

    /// The entropy of each order, of a sample.
    public func values(of spectrum: CountSpectrum) -> [Double] {
        entropies.map { $0.value(of: spectrum) }
    }

    /// The least and the greatest entropy of each order over windows of ordinary traffic.
    /// - Throws: ``StatisticsError/noValues(statistic:)`` without windows.
    public func range(over windows: some Sequence<CountSpectrum>) throws(StatisticsError) -> Range {
        let rows = windows.map { values(of: $0) }
        guard let first = rows.first else { throw .noValues(statistic: "traffic entropy spectrum: baseline") }
        return rows.dropFirst().reduce(into: Range(least: first, greatest: first)) { $0.include($1) }
    }
}
