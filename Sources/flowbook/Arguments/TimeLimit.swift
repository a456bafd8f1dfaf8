/// A length of time as a person writes it, or that there is none.
enum TimeLimit: Hashable, Sendable {
    case time(Duration)
    case off

    /// Takes `120`, `1.5s`, `2m`, `500ms`, `1h`, `250us` or `off`; nil for anything else, and for zero.
    init?(_ text: String) {
        if text == "off" {
            self = .off
        } else if let time = Duration(written: text), time > .zero {
            self = .time(time)
        } else {
            return nil
        }
    }

    /// The time; nil where there is no limit.
    var duration: Duration? {
        switch self {
        case .time(let duration): duration
        case .off: nil
        }
    }
}

extension Duration {
    private static let units: [(name: String, seconds: Double)] = [
        ("us", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400),
    ]

    /// A number and a unit, without which seconds are meant; nil for what is none, is negative, or passes 100 years.
    init?(written text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let unit = text.dropFirst(digits.count)
        guard let number = Double(digits),
            let factor = unit.isEmpty ? 1 : Self.units.first(where: { $0.name == unit })?.seconds,
            number * factor <= 100 * 365.25 * 86_400
        else { return nil }
        self = .nanoseconds(Int64((number * factor * 1e9).rounded()))
    }
}
