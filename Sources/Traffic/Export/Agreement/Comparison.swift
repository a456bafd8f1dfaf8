/// What was compared with another tool, and everything that is known not to be equal.
///
/// The tests that compare allow these differences and no others, and the reference of flows prints them, so that there
/// is one list.
struct Comparison: Sendable {
    /// The tool and which of its figures.
    let subject: String
    /// What was compared, how, and what came of it, in a few sentences.
    let account: String
    /// What a row counts: flows, packets.
    let unit: String
    /// The captures in which something differs.
    let differences: [Difference]

    /// What differs in one capture.
    struct Difference: Sendable {
        /// The capture's file.
        let capture: String
        /// How many the tool has that are not so here.
        let theirs: Int
        /// How many there are here that are not so there.
        let ours: Int
        /// Why.
        let reason: String

        init(_ capture: String, theirs: Int, ours: Int, because reason: String) {
            self.capture = capture
            self.theirs = theirs
            self.ours = ours
            self.reason = reason
        }
    }

    /// What may differ in a capture; nil where nothing may.
    func difference(in capture: String) -> Difference? {
        differences.first { $0.capture == capture }
    }
}
