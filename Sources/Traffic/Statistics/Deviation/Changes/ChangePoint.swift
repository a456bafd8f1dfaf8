/// That a series is no longer what it was.
public struct ChangePoint: Hashable, Sendable {
    /// Which way the values went.
    public enum Direction: String, Hashable, Sendable {
        /// They rose.
        case up
        /// They fell.
        case down
    }

    /// The reading, from zero, with which it was certain enough.
    public let index: Int
    /// The reading with which it probably began: the first after the sum was last zero.
    public let onset: Int
    /// Whether the values rose or fell.
    public let direction: Direction
    /// By how much on average since the onset, in the unit of what was given, with its sign.
    public let shift: Double
}
