/// What a baseline expects at a moment.
///
/// That it knows too little is an answer too: a page can show it, and a detector must not take it for "ordinary".
public enum Expectation: Hashable, Sendable {
    /// The value to be expected and its scale: how far ordinary values lie from it, as a standard deviation or its
    /// robust like, in the unit of the values. The scale is zero where all of the past was one and the same value.
    /// `count` tells how many readings this rests on.
    case known(value: Double, scale: Double, count: Int)
    /// The readings are fewer than it takes.
    case tooLittle(count: Int, needed: Int)
}

extension Expectation {
    /// The value to be expected; nil where too little is known.
    public var value: Double? {
        guard case .known(let value, _, _) = self else { return nil }
        return value
    }

    /// How far ordinary values lie from it; nil where too little is known.
    public var scale: Double? {
        guard case .known(_, let scale, _) = self else { return nil }
        return scale
    }

    /// How many readings it rests on.
    public var count: Int {
        switch self {
        case .known(_, _, let count), .tooLittle(let count, _): count
        }
    }
}
