/// Why elements could not be drawn.
public enum ChoiceError: Error, Hashable, Sendable {
    /// There must be one probability for each element.
    case countMismatch(elements: Int, probabilities: Int)
    /// A probability is negative, infinite or not a number.
    case notAProbability(index: Int, value: Double)
    /// The probabilities do not add up to one within √ε ≈ 1.5e-8.
    case doesNotSumToOne(sum: Double)
    /// More different elements were asked for than there are.
    case tooFew(population: Int, asked: Int)
}

extension ChoiceError: CustomStringConvertible {
    /// The fault, with its numbers, and what to do about it.
    public var description: String {
        switch self {
        case .countMismatch(let elements, let probabilities):
            "choice: \(probabilities) probabilities for \(elements) elements: give one for each"
        case .notAProbability(let index, let value):
            "choice: probability \(value) at index \(index) is not a number from 0 to 1"
        case .doesNotSumToOne(let sum):
            "choice: probabilities sum to \(sum), not 1: divide each by the sum"
        case .tooFew(let population, let asked):
            "choice: \(asked) different elements asked of \(population): draw fewer, or with replacement"
        }
    }
}
