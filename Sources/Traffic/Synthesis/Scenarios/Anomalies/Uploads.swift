/// An amount of data in parts, spread over the time that there is.
struct Uploads: Sendable {
    private let plan: IncidentPlan
    private let count: Int
    private let size: Double
    private var done = 0

    init(_ plan: IncidentPlan, bytes: Double, each: Double) {
        self.plan = plan
        count = max(Int((bytes / each).rounded()), 1)
        size = bytes / Double(count)
    }

    /// The next part: when it begins, and its bytes, a quarter more or less.
    mutating func next(_ generator: inout NumPyGenerator) -> (seconds: Double, bytes: Int)? {
        guard done < count else { return nil }
        let step = plan.length / Double(count)
        let moment = plan.start + (Double(done) + generator.uniform(in: 0..<0.5)) * step
        done += 1
        return (moment, Int(size * generator.uniform(in: 0.75..<1.25)))
    }
}
