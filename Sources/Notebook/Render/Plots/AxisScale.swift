import Foundation
import NotebookDisplay

/// The numbers along one side of a panel: its ends and what is lettered.
struct AxisScale: Hashable {
    struct Tick: Hashable {
        var value: Double
        var text: String
    }

    var lower: Double
    var upper: Double
    var isLogarithmic = false
    var ticks: [Tick] = []

    /// How far along the axis a value lies, from 0 to 1 within its ends.
    func share(of value: Double) -> Double {
        guard isLogarithmic else { return (value - lower) / (upper - lower) }
        return (log10(value) - log10(lower)) / (log10(upper) - log10(lower))
    }
}

extension AxisScale {
    /// The scale of categories at 0, 1, 2 ….
    init(categories: [String], every step: Int) {
        self.init(lower: -0.6, upper: Double(max(categories.count, 1)) - 0.4)
        ticks = categories.indices.filter { $0.isMultiple(of: max(step, 1)) }.map {
            Tick(value: Double($0), text: Self.shortened(categories[$0]))
        }
    }

    /// The scale of the values shown on an axis, with about so many ticks.
    ///
    /// Ends that the axis does not give are moved out to round numbers (`rounded`), or a little beyond the values.
    init(_ axis: Axis, values: [Double], tickCount: Int, rounded: Bool) {
        let isLogarithmic = axis.scale == .logarithmic
        let usable = values.compactMap(Self.usable(isLogarithmic))
        let given = (
            lower: axis.lower.flatMap(Self.usable(isLogarithmic)), upper: axis.upper.flatMap(Self.usable(isLogarithmic))
        )
        var ends = Self.ends(given, usable, isLogarithmic)
        if isLogarithmic {
            self.init(logarithmicFrom: ends, given: given, axis.tickFormat, rounded: rounded)
            return
        }
        let step = Self.step((ends.upper - ends.lower) / Double(max(tickCount, 2)))
        let room = rounded ? 0 : (ends.upper - ends.lower) * 0.02
        if given.lower == nil { ends.lower = rounded ? (ends.lower / step).rounded(.down) * step : ends.lower - room }
        if given.upper == nil { ends.upper = rounded ? (ends.upper / step).rounded(.up) * step : ends.upper + room }
        self.init(lower: ends.lower, upper: ends.upper)
        ticks = Self.multiples(of: step, in: ends).map { Tick(value: $0, text: "") }
        letterTicks(axis.tickFormat, step: step)
    }

    /// Whole decades when rounded, else a little room beyond the values.
    private init(
        logarithmicFrom ends: (lower: Double, upper: Double), given: (lower: Double?, upper: Double?),
        _ format: NumberFormat, rounded: Bool
    ) {
        let (low, high) = (log10(ends.lower), log10(ends.upper))
        let room = rounded ? 0 : (high - low) * 0.02
        let first = given.lower ?? pow(10, rounded ? low.rounded(.down) : low - room)
        let last = given.upper ?? pow(10, rounded ? high.rounded(.up) : high + room)
        self.init(lower: first, upper: max(last, first * 2), isLogarithmic: true)
        let decades = Int(low.rounded(.down))...Int(high.rounded(.up))
        let stride = max(decades.count / 8, 1)
        let factors: [Double] = high - low < 2 ? [1, 2, 5] : [1]
        let values = decades.filter { ($0 - decades.lowerBound).isMultiple(of: stride) }.flatMap { power in
            factors.map { $0 * pow(10, Double(power)) }
        }
        ticks = values.filter { $0 >= lower && $0 <= upper }.map { Tick(value: $0, text: Self.decade($0, format)) }
    }
}

extension AxisScale {
    /// The scale with `room`, a share of the side, added below its lower end, where a mark at one of these values would
    /// lie on the line drawn there: it reaches that share from its middle. An end that the axis gives stays.
    func makingRoom(_ room: Double, forMarksAt values: [Double], reaching reach: Double, on axis: Axis) -> AxisScale {
        let lowest = values.compactMap(Self.usable(isLogarithmic)).map(share).min()
        guard axis.lower == nil, let lowest, lowest < reach, room < 0.1 else { return self }
        var scale = self
        scale.lower = isLogarithmic ? lower * pow(upper / lower, -room) : lower - room * (upper - lower)
        return scale
    }

    private static func usable(_ isLogarithmic: Bool) -> (Double) -> Double? {
        // Beyond these bounds the room beside a value is no double any more.
        { $0.magnitude < 1e300 && (isLogarithmic ? $0 > 1e-300 : true) ? $0 : nil }
    }

    /// The outermost values, or the given ends, never the same.
    private static func ends(
        _ given: (lower: Double?, upper: Double?), _ values: [Double], _ isLogarithmic: Bool
    ) -> (lower: Double, upper: Double) {
        let fallback = isLogarithmic ? 1.0 : 0.0
        let low = given.lower ?? values.min() ?? given.upper.map { isLogarithmic ? $0 / 10 : $0 - 1 } ?? fallback
        let high = given.upper ?? values.max() ?? (isLogarithmic ? low * 10 : low + 1)
        if high > low { return (low, high) }
        // One value, or ends that cross: the given end keeps its place, the other makes room around it.
        let room = isLogarithmic ? low * 9 : max(abs(low) * 0.1, 0.5)
        return given.lower != nil ? (low, low + room) : (isLogarithmic ? high / 10 : high - room, high + room)
    }

    /// The round number near a distance: 1, 2 or 5 times a power of ten.
    static func step(_ distance: Double) -> Double {
        guard distance > 0, distance.isFinite else { return 1 }
        let power = pow(10, log10(distance).rounded(.down))
        let factor = [1, 2, 5].first { $0 * power >= distance * 0.75 } ?? 10
        return factor * power
    }

    private static func multiples(of step: Double, in ends: (lower: Double, upper: Double)) -> [Double] {
        let first = (ends.lower / step - 1e-9).rounded(.up)
        let last = (ends.upper / step + 1e-9).rounded(.down)
        guard last >= first, last - first < 100 else { return [ends.lower, ends.upper] }
        // Dividing by a whole reciprocal keeps 0.3 from becoming 0.30000000000000004.
        let reciprocal = (1 / step).rounded()
        let isReciprocal = step < 1 && abs(reciprocal * step - 1) < 1e-9
        return (0...Int(last - first)).map {
            isReciprocal ? (first + Double($0)) / reciprocal : (first + Double($0)) * step
        }
    }

    private mutating func letterTicks(_ format: NumberFormat, step: Double) {
        let largest = ticks.map(\.value.magnitude).max() ?? 0
        let least = ticks.map(\.value.magnitude).min() ?? 0
        let format = format == .automatic ? Self.format(from: least, to: largest, step: step) : format
        for index in ticks.indices {
            let value = ticks[index].value
            ticks[index].text = value == 0 && largest >= 1e7 ? "0" : format.text(for: value)
        }
    }

    /// As many digits as tell the ticks apart.
    ///
    /// Where all numbers have four digits, they may be years or ports, and are not grouped.
    private static func format(from least: Double, to largest: Double, step: Double) -> NumberFormat {
        if largest >= 1e7 || largest < 1e-4 && largest > 0 {
            return .scientific(Int(max(log10(largest).rounded(.down) - log10(step).rounded(.down), 0)))
        }
        let digits = max(Int((-log10(step) - 1e-9).rounded(.up)), 0)
        return least >= 1000 && largest < 10_000 && digits == 0 ? .automatic : .fixed(digits)
    }

    private static func decade(_ value: Double, _ format: NumberFormat) -> String {
        guard format == .automatic else { return format.text(for: value) }
        if value >= 1e5 || value < 1e-3 { return NumberFormat.scientific(0).text(for: value).replacing("1×", with: "") }
        return value >= 1 ? NumberFormat.integer.text(for: value) : NumberFormat.automatic.text(for: value)
    }

    private static func shortened(_ text: String) -> String { text.count > 24 ? text.prefix(23) + "…" : text }
}
