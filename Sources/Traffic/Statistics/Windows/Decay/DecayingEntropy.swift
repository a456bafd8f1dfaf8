internal import Glibc

/// The entropy of values of which each observation counts the less the older it is: a window without an edge.
///
///     var ports = try DecayingEntropy<UInt16>(halfLife: .time(.seconds(60)))
///     for packet in packets {
///         ports.add(packet.destinationPort ?? 0, at: packet.time)
///         print(packet.time, ports.bits)
///     }
///
/// After each half-life an observation weighs half. The entropy is that of the weights, the plug-in estimate; as all
/// weights shrink alike, it does not change while nothing comes, but ``weight(at:)`` does, which tells of how many
/// observations it still is.
///
/// The sums Σ *w* and Σ *w* log *w* are kept with what rounding takes off (``CompensatedSum``) and computed anew every
/// 32 half-lives (``DecayScale``); then values are left out that make up less than 2⁻⁶⁴ of the weight. So the figure
/// differs from recomputation by some 10⁻¹², and nothing overflows, however many half-lives pass.
/// - Complexity: O(1) amortised an event; memory for the values of the last hundred half-lives.
public struct DecayingEntropy<Value: Hashable & Sendable>: Sendable {
    /// How many events came with an earlier time than another before them. They weigh as their own time says.
    public private(set) var lateEvents = 0
    private let halfLife: HalfLife
    private var scale: DecayScale?
    private var first: Timestamp?
    private var latest: UInt64 = 0
    private var places: [Value: Int] = [:]
    /// In the order in which they came, so that sums do not depend on hashes.
    private var weights: [Weight] = []
    private var total = CompensatedSum()
    private var sum = CompensatedSum()

    private struct Weight: Sendable {
        let value: Value
        var units: Double
    }

    /// The entropy of nothing.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a half-life that is not above zero.
    public init(halfLife: HalfLife) throws(StatisticsError) {
        try halfLife.validate()
        self.halfLife = halfLife
    }

    /// How many different values have a weight.
    public var support: Int { weights.count }

    /// The entropy in bits; zero where nothing has a weight.
    public var bits: Double {
        let units = total.value
        guard units > 0 else { return 0 }
        return min(max(log2(units) - sum.value / units, 0), log2(Double(support)))
    }

    /// Adds an observation; where the half-life is in events, its time does not matter.
    @_specialize(where Value == UInt16)
    @_specialize(where Value == IPAddress)
    public mutating func add(_ value: Value, at time: Timestamp) {
        let place = place(of: time)
        var scale = self.scale ?? DecayScale(halfLife: UInt64(halfLife.length), origin: place)
        if let factor = scale.move(to: place) { multiply(by: factor) }
        add(scale.weight(at: place), to: value)
        self.scale = scale
    }
}

extension DecayingEntropy {
    /// The weight of all observations at a time, in observations as they were when made: a sample size.
    ///
    /// Where the half-life is in events, it is that after the last one. No time is before the last event's.
    public func weight(at time: Timestamp) -> Double {
        guard let scale else { return 0 }
        let place = halfLife.isOfEvents ? latest : max(latest, offset(of: time))
        return total.value / scale.weight(at: place)
    }

    /// The share of a value in the weight of all, from zero to one.
    public func share(of value: Value) -> Double {
        places[value].map { weights[$0].units / total.value } ?? 0
    }

    private mutating func place(of time: Timestamp) -> UInt64 {
        guard !halfLife.isOfEvents else {
            latest += 1
            return latest
        }
        if first == nil { first = time }
        let place = offset(of: time)
        if place < latest { lateEvents += 1 }
        latest = max(latest, place)
        return place
    }

    /// Nanoseconds from the first time there is, so that events before the first one have a place.
    private func offset(of time: Timestamp) -> UInt64 {
        time.offset(from: Timestamp(nanoseconds: .min))
    }

    private mutating func add(_ units: Double, to value: Value) {
        guard units > 0 else { return }
        total += units
        if let place = places[value] {
            let old = weights[place].units
            weights[place].units = old + units
            sum += Self.weighted(old + units)
            sum -= Self.weighted(old)
        } else {
            places[value] = weights.count
            weights.append(Weight(value: value, units: units))
            sum += Self.weighted(units)
        }
    }

    /// Each value pays for the moves it lives through: after its last event these are at most six, as it loses 32 bits
    /// by each beside the event that makes the move, and has at most 2⁶³ observations of 2³² units to lose.
    private mutating func multiply(by factor: Double) {
        let least = total.value * factor * 0x1p-64
        let old = weights
        (places, weights, total, sum) = ([:], [], CompensatedSum(), CompensatedSum())
        for weight in old where weight.units * factor > least { add(weight.units * factor, to: weight.value) }
    }

    private static func weighted(_ units: Double) -> Double { units * log2(units) }
}
