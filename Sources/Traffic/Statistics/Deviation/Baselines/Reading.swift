/// A number of a series and the moment it stands for; without a value where the moment has none.
///
///     let past = windows.map { Reading($0.features.destinationPortBits, at: $0.start) }
///
/// A gap is a reading whose value is nil: a window without ports has no entropy, which is not an entropy of zero.
public struct Reading: Timed, Hashable, Sendable {
    /// The moment.
    public let time: Timestamp
    /// The number; nil for a gap.
    public let value: Double?

    /// A reading of `value`, or a gap.
    public init(_ value: Double?, at time: Timestamp) {
        self.value = value
        self.time = time
    }
}
