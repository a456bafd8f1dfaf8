/// What all that is drawn from counts asks of them.
enum CountVectors {
    /// The most observations that can be told apart in numbers of 53 bits.
    static let most = 1 << 53

    static func check(_ size: Double, for use: String) throws(StatisticsError) {
        guard size > 0 else { throw .noValues(statistic: use) }
        guard size <= Double(most) else {
            throw .tooMany(argument: "\(use): observations", value: Int(exactly: size.rounded()) ?? .max, most: most)
        }
    }
}
