internal import Glibc

/// Very many people look at the office's pages at once: as many addresses as in a flood, but their connections are
/// completed, and pages are read.
///
/// The rate rises within a tenth of the time and then falls to a twentieth, as after a mention in the news.
struct FlashCrowd: Incident {
    private let plan: IncidentPlan
    private var visitors: Visitors
    private var seconds: Double

    private static let height = 5.0
    private static let rise = 0.1

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        (self.plan, visitors, seconds) = (plan, Visitors(generator), plan.start)
    }

    var initiators: String { "198.19.128.0/17" }
    var responders: String { "\(OfficeNetwork.webServer)" }

    mutating func next() -> Occasion? {
        while true {
            seconds += visitors.generator.exponential(scale: 1 / (Self.height * plan.intensity))
            guard let moment = plan.within(seconds) else { return nil }
            guard visitors.generator.random() < level(at: (moment - plan.start) / plan.length) else { continue }
            return Occasion(seconds: moment, conversations: visitors.visit(at: moment))
        }
    }

    /// How many come, compared with the height, when a share of the time is over.
    private func level(at share: Double) -> Double {
        share < Self.rise ? share / Self.rise : exp(-3 * (share - Self.rise) / (1 - Self.rise))
    }
}
