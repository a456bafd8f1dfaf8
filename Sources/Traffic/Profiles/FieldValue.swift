/// What a column says of one row.
public enum FieldValue: Hashable, Sendable {
    /// Nothing: it was not measured, or there is no such thing. Formats write an empty field, `null` or `-`.
    case missing
    /// Yes or no.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// A number; one that is not finite is written as if it were missing.
    case real(Double)
    /// Words.
    case text(String)
    /// A host's address.
    case address(IPAddress)
    /// A moment, written in seconds since 1970 with its nanoseconds.
    case time(Timestamp)
    /// A length of time in nanoseconds, written exactly in seconds.
    case span(nanoseconds: Int64)
}

extension FieldValue {
    /// The number there is, whatever its width; missing where there is none.
    init(_ number: (some BinaryInteger)?) {
        self = number.map { .integer(Int(clamping: $0)) } ?? .missing
    }

    /// The words for something; missing where there is none.
    init(describing thing: (some CustomStringConvertible)?) {
        self = thing.map { .text($0.description) } ?? .missing
    }

    /// The letters of a history; missing where nothing happened.
    init(_ history: ConnectionHistory) {
        self = history.isEmpty ? .missing : .text(history.description)
    }

    /// The moment there is; missing where there is none.
    init(_ time: Timestamp?) {
        self = time.map(FieldValue.time) ?? .missing
    }

    /// The value as a number, as a model of the traffic would take it: seconds for times, 1 and 0 for yes and no; nil
    /// for words, addresses and what is missing.
    public var number: Double? {
        switch self {
        case .boolean(let isTrue): isTrue ? 1 : 0
        case .integer(let number): Double(number)
        case .real(let number): number
        case .time(let time): time.seconds
        case .span(let nanoseconds): Double(nanoseconds) / 1e9
        case .missing, .text, .address: nil
        }
    }
}
