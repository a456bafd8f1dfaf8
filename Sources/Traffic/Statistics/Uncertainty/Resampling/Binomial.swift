internal import Glibc

/// How many of a number of trials succeed.
struct Binomial {
    let trials: Double
    let probability: Double

    /// Draws exactly: step by step from zero where few successes are expected, else by ``RatioOfUniforms``.
    func draw(_ bits: inout PCG64) -> Double {
        guard trials > 0, probability > 0 else { return 0 }
        guard probability < 1 else { return trials }
        guard probability <= 0.5 else {
            return trials - Binomial(trials: trials, probability: 1 - probability).draw(&bits)
        }
        return trials * probability < 10 ? drawFew(&bits) : drawMany(&bits)
    }

    private func drawFew(_ bits: inout PCG64) -> Double {
        let odds = probability / (1 - probability)
        let none = exp(trials * log1p(-probability))
        var (left, mass, count) = (bits.uniform(), none, 0.0)
        while left >= mass, count < min(trials, 200) {
            left -= mass
            mass *= odds * (trials - count) / (count + 1)
            count += 1
        }
        return count
    }

    private func drawMany(_ bits: inout PCG64) -> Double {
        let (trials, mean) = (trials, trials * probability)
        let logOdds = log(probability) - log1p(-probability)
        let sampler = RatioOfUniforms(
            mean: mean, variance: mean * (1 - probability), mode: ((trials + 1) * probability).rounded(.down),
            most: trials
        ) { count in
            count * logOdds - SpecialFunctions.logFactorial(count) - SpecialFunctions.logFactorial(trials - count)
        }
        return sampler.draw(&bits)
    }
}
