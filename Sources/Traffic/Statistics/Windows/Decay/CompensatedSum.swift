/// A running sum that keeps what rounding takes off, so that what was added can be taken away again almost unharmed.
///
/// Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974.
struct CompensatedSum: Hashable, Sendable {
    private var sum = 0.0
    private var rest = 0.0

    /// The sum of what was added.
    var value: Double { sum + rest }

    static func += (sum: inout CompensatedSum, term: Double) {
        let next = sum.sum + term
        sum.rest += abs(sum.sum) >= abs(term) ? (sum.sum - next) + term : (term - next) + sum.sum
        sum.sum = next
    }

    static func -= (sum: inout CompensatedSum, term: Double) {
        sum += -term
    }
}
