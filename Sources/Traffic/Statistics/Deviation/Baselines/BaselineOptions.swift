/// What a baseline needs before it speaks, and how finely it looks.
public struct BaselineOptions: Hashable, Sendable {
    /// The fewest readings to go by, for each hour where hours are told apart; never less than two.
    ///
    /// Eight by default: a z by the mean and standard deviation of eight normal values follows Student's t with seven
    /// degrees of freedom, times √(1 + 1/8), and is beyond ±3 in one case out of 39, against one out of 370 by a long
    /// past.
    public var needed: Int
    /// The smallest scale, in the unit of the values. Above zero it says that smaller differences mean nothing, and a
    /// constant past gets a scale by it.
    public var smallestScale: Double

    /// Options; they are checked where a baseline is fitted.
    public init(needed: Int = 8, smallestScale: Double = 0) {
        self.needed = needed
        self.smallestScale = smallestScale
    }

    func validate() throws(StatisticsError) {
        guard needed >= 2 else {
            throw .outOfRange(argument: "needed readings", value: "\(needed)", allowed: "two at least")
        }
        guard smallestScale >= 0, smallestScale < .infinity else {
            throw .outOfRange(argument: "smallest scale", value: "\(smallestScale)", allowed: "zero or more, finite")
        }
    }
}
