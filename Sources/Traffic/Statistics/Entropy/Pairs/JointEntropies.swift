/// The entropies of two variables, alone and together, and what follows from them.
///
/// Plug-in estimates obey the laws of the true ones: nothing here is negative, and a variable leaves less open when the
/// other is known. But they make variables look dependent that are not: the mutual information of independent variables
/// comes out as about (*a* − 1)(*b* − 1) / 2*n* nats for *a* and *b* values and *n* pairs (Miller 1955):
/// ``mutualInformationBias(in:)`` says how much by what was seen. Estimates that correct for bias may make a difference
/// a little negative; it is given as it is.
///
/// A difference that is not more than the rounding of the entropies is zero.
public struct JointEntropies: Hashable, Sendable {
    private let ofPairs: SampleEntropy
    private let ofFirst: SampleEntropy
    private let ofSecond: SampleEntropy

    init(joint: SampleEntropy, first: SampleEntropy, second: SampleEntropy) {
        (ofPairs, ofFirst, ofSecond) = (joint, first, second)
    }

    /// How many pairs were seen: the sample size of every figure.
    public var sampleSize: Int { ofPairs.total }

    /// How many different pairs were seen.
    public var jointSupport: Int { ofPairs.support }

    /// How many different values of the first variable were seen.
    public var firstSupport: Int { ofFirst.support }

    /// How many different values of the second variable were seen.
    public var secondSupport: Int { ofSecond.support }

    /// The entropy of the pairs, H(A, B).
    public func joint(in unit: EntropyUnit = .bits) -> Double { unit.amount(ofNats: jointNats) }

    /// The entropy of the first variable, H(A).
    public func first(in unit: EntropyUnit = .bits) -> Double { unit.amount(ofNats: firstNats) }

    /// The entropy of the second variable, H(B).
    public func second(in unit: EntropyUnit = .bits) -> Double { unit.amount(ofNats: secondNats) }

    /// What is left open of the first variable when the second is known, H(A | B) = H(A, B) − H(B).
    public func firstGivenSecond(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: exact(jointNats - secondNats))
    }

    /// What is left open of the second variable when the first is known, H(B | A) = H(A, B) − H(A).
    public func secondGivenFirst(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: exact(jointNats - firstNats))
    }

    /// What either variable tells of the other, I(A; B) = H(A) + H(B) − H(A, B).
    public func mutualInformation(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: mutualNats)
    }

    /// How much too high the plug-in mutual information is at first order: (pairs − first − second + 1) / 2*n* nats,
    /// with the supports that were seen (Miller 1955).
    ///
    /// Not above zero where one variable determines the other, and zero where nothing was seen.
    public func mutualInformationBias(in unit: EntropyUnit = .bits) -> Double {
        guard sampleSize > 0 else { return 0 }
        let freedom = jointSupport - firstSupport - secondSupport + 1
        return unit.amount(ofNats: Double(freedom) / (2 * Double(sampleSize)))
    }

    /// What the variables do not share, H(A | B) + H(B | A): a distance (Meilă, Journal of Multivariate Analysis 98,
    /// 2007).
    public func variationOfInformation(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: exact(2 * jointNats - firstNats - secondNats))
    }

    /// The mutual information as a part of something, mostly from 0 to 1; zero where that something is not above zero,
    /// for a constant tells nothing.
    public func mutualInformation(relativeTo normalizer: Normalizer) -> Double {
        let nats = nats(of: normalizer)
        return nats > 0 ? mutualNats / nats : 0
    }
}

extension JointEntropies {
    /// What the mutual information of two variables is divided by to compare it.
    public enum Normalizer: String, Hashable, Sendable, CaseIterable {
        /// H(A): the part of the first variable that the second tells, Theil's uncertainty coefficient U(A | B).
        case first
        /// H(B): the part of the second variable that the first tells, U(B | A).
        case second
        /// The lesser of H(A) and H(B): one where either variable determines the other.
        case minimum
        /// The greater of H(A) and H(B): one where each variable determines the other.
        case maximum
        /// (H(A) + H(B)) / 2, the symmetric uncertainty.
        case arithmeticMean = "arithmetic-mean"
        /// √(H(A) · H(B)).
        case geometricMean = "geometric-mean"
        /// H(A, B): one less the relative variation of information.
        case joint
    }

    private var jointNats: Double { ofPairs.nats }
    private var firstNats: Double { ofFirst.nats }
    private var secondNats: Double { ofSecond.nats }

    private var mutualNats: Double { exact(firstNats + secondNats - jointNats) }

    private func nats(of normalizer: Normalizer) -> Double {
        switch normalizer {
        case .first: firstNats
        case .second: secondNats
        case .minimum: min(firstNats, secondNats)
        case .maximum: max(firstNats, secondNats)
        case .arithmeticMean: (firstNats + secondNats) / 2
        case .geometricMean: max(firstNats, 0).squareRoot() * max(secondNats, 0).squareRoot()
        case .joint: jointNats
        }
    }

    private func exact(_ difference: Double) -> Double {
        let rounding = 16 * Double.ulpOfOne * (abs(jointNats) + abs(firstNats) + abs(secondNats))
        return abs(difference) <= rounding ? 0 : difference
    }
}
