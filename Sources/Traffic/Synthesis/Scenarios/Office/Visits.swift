/// People outside who look at the office's own pages.
struct Visits: Habit {
    private let times: RandomTimes
    private var visitors: Visitors
    private var seconds = 0.0

    private static let rate = 0.02

    init(in scene: OfficeScene, _ generator: NumPyGenerator) {
        times = RandomTimes(start: scene.start, rhythm: .evenings, rate: Self.rate)
        visitors = Visitors(generator)
    }

    mutating func next() -> Occasion? {
        seconds = times.next(after: seconds, using: &visitors.generator)
        guard seconds.isFinite else { return nil }
        return Occasion(seconds: seconds, conversations: visitors.visit(at: seconds))
    }
}
