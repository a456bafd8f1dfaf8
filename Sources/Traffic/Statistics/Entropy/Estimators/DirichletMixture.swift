internal import Glibc

/// Symmetric Dirichlet distributions of every concentration β, weighted by how well each explains a sample: the inside
/// of ``NSB``.
struct DirichletMixture {
    let spectrum: CountSpectrum
    /// How many values of the alphabet were not seen.
    let unseen: Double
    /// How many values there are, at least two.
    let alphabet: Double
    /// How many observations there are.
    let size: Double

    /// The mean of a function of β over the mixture.
    func mean(of function: (_ concentration: Double) -> Double) -> Double {
        let weight = PeakedWeight { logWeight(atLogarithm: $0) }
        let range = (-log(alphabet) - 40)...(40 + log(size + 1))
        return weight.mean(over: range) { function(exp($0)) }
    }

    /// The logarithm of the weight of β for each step of ln β, but for a constant: the prior times the likelihood.
    private func logWeight(atLogarithm logarithm: Double) -> Double {
        let concentration = exp(logarithm)
        let prior = log(Self.prior(concentration, alphabet: alphabet))
        let likelihood = spectrum.sum { LogGamma.rise(of: concentration, by: $0) }
        return prior + likelihood - LogGamma.rise(of: alphabet * concentration, by: size)
    }

    /// β dξ/dβ = *K*β ψ′(*K*β + 1) − β ψ′(β + 1), in which all digits cancel where β is large.
    private static func prior(_ concentration: Double, alphabet: Double) -> Double {
        let whole = alphabet * concentration
        guard concentration < 20 else { return defect(concentration) - defect(whole) }
        return whole * SpecialFunctions.trigamma(whole + 1)
            - concentration * SpecialFunctions.trigamma(concentration + 1)
    }

    /// 1 − *x* ψ′(*x* + 1) for *x* of 20 and more, by its asymptotic series.
    private static func defect(_ x: Double) -> Double {
        let square = 1 / (x * x)
        return 1 / (2 * x)
            - SpecialFunctions.polynomial([1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66], square) * square
    }
}

extension DirichletMixture {
    /// The expected entropy of the source, given the sample and β, in nats.
    func entropy(concentration: Double) -> Double {
        let total = size + alphabet * concentration
        let whole = SpecialFunctions.digamma(total + 1)
        return sum(concentration: concentration) { amount in
            amount / total * (whole - SpecialFunctions.digamma(amount + 1))
        }
    }

    /// The expected square of the distance of the source's entropy from `center`, given the sample and β.
    func squaredDistance(from center: Double, concentration: Double) -> Double {
        let total = size + alphabet * concentration
        let whole = SpecialFunctions.digamma(total + 2)
        func gap(_ x: Double) -> Double { SpecialFunctions.digamma(x) - whole }
        let first = sum(concentration: concentration) { $0 / total * gap($0 + 1) }
        let pairs = first * first - sum(concentration: concentration) { square($0 / total * gap($0 + 1)) }
        let same = sum(concentration: concentration) { amount in
            amount / total * (amount + 1) / total
                * (square(gap(amount + 2)) + SpecialFunctions.trigamma(amount + 2))
        }
        let secondMoment = (pairs + same) * total / (total + 1) - SpecialFunctions.trigamma(total + 2)
        return secondMoment - center * (2 * entropy(concentration: concentration) - center)
    }

    private func square(_ x: Double) -> Double { x * x }

    /// A sum over all values of the alphabet of something that depends on count plus β alone.
    private func sum(concentration: Double, _ term: (_ amount: Double) -> Double) -> Double {
        spectrum.sum { term($0 + concentration) } + (unseen > 0 ? unseen * term(concentration) : 0)
    }
}
