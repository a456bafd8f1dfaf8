/// What all that is drawn from counts asks of them.
enum CountVectors {
    /// The most observations. Logarithms of factorials of more would be off by more than 0.004, and with them the
    /// chances that binomial and hypergeometric numbers are drawn by.
    static let most = 1 << 40

    static func check(_ size: Double, for use: String) throws(StatisticsError) {
        guard size > 0 else { throw .noValues(statistic: use) }
        guard size <= Double(most) else {
            throw .tooMany(argument: "\(use): observations", value: Int(exactly: size.rounded()) ?? .max, most: most)
        }
    }
}
