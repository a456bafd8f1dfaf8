/// A figure of a scenario that makes no sense.
public struct ScenarioError: Error, Hashable, Sendable {
    /// What the figure is of.
    public let argument: String
    /// What it is.
    public let value: String
    /// What it may be.
    public let expected: String
}

extension ScenarioError: CustomStringConvertible {
    /// The figure, and what it may be.
    public var description: String { "scenario: \(argument) is \(value): give \(expected)" }
}

extension OfficeScenario {
    private static let longest = Duration.days(366)
    private static let strongest = 1000.0

    func validate() throws(ScenarioError) {
        let most = OfficeNetwork.mostClients
        try require(hosts >= 1 && hosts <= most, "hosts", hosts, "a number from 1 to \(most)")
        try require(
            duration > .zero && duration <= Self.longest, "duration", duration, "a time above zero, up to 366 days")
        let latest = Timestamp(nanoseconds: .max) - Self.longest
        try require(
            start.nanoseconds >= 0 && start <= latest, "start", start.nanoseconds,
            "nanoseconds after 1970 and before 2261")
        for anomaly in anomalies { try validate(anomaly) }
    }

    private func validate(_ anomaly: Anomaly) throws(ScenarioError) {
        let name = anomaly.kind.rawValue
        try require(
            anomaly.start >= .zero && anomaly.start < duration, "start of \(name)", anomaly.start,
            "a time from zero on, before the scenario's end at \(duration)")
        try require(
            anomaly.duration > .zero && anomaly.duration <= Self.longest, "duration of \(name)", anomaly.duration,
            "a time above zero, up to 366 days")
        try require(
            anomaly.intensity > 0 && anomaly.intensity <= Self.strongest, "intensity of \(name)", anomaly.intensity,
            "a number above 0, up to \(Int(Self.strongest))")
    }

    private func require(
        _ condition: Bool, _ argument: String, _ value: some Any, _ expected: String
    ) throws(ScenarioError) {
        guard condition else { throw ScenarioError(argument: argument, value: "\(value)", expected: expected) }
    }
}
