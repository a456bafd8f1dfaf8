/// A call of the library that is timed, with the data that it is given.
struct Task: Sendable {
    let name: String
    /// Makes the data and the call on it, which answers with a number for others to check.
    let prepare: @Sendable () throws -> () throws -> Double

    static let all = entropies + windows + loops + bootstraps

    static func named(_ name: String) -> Task? { all.first { $0.name == name } }
}

extension Task {
    /// Times as many calls as asked for, after one that is not timed, which also gives the answer.
    func times(_ calls: Int) throws -> Timings {
        let call = try prepare()
        let answer = try call()
        let clock = ContinuousClock()
        let seconds = try (0..<calls).map { _ in
            let begin = clock.now
            _ = try call()
            return (clock.now - begin) / .seconds(1)
        }
        return Timings(answer: answer, seconds: seconds)
    }
}
