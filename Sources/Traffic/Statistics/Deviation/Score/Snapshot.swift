/// What traffic looked like at one moment, in several dimensions; those that are missing are unknown.
public struct Snapshot: Timed, Hashable, Sendable {
    /// The moment.
    public let time: Timestamp
    /// The value of each dimension.
    public let values: [TrafficDimension: Double]

    /// What traffic looked like at `time`.
    public init(_ values: [TrafficDimension: Double], at time: Timestamp) {
        self.values = values
        self.time = time
    }

    /// One dimension, as a reading of a series.
    public func reading(of dimension: TrafficDimension) -> Reading { Reading(values[dimension], at: time) }
}
