internal import Glibc

/// How many marked ones there are among some that are drawn from a population without putting back.
struct Hypergeometric {
    let marked: Double
    let population: Double
    let drawn: Double

    /// Draws exactly: step by step from zero where few are expected, else by ``RatioOfUniforms``.
    ///
    /// By symmetry at most half are marked and at most half are drawn, so that none is always a possible answer.
    func draw(_ bits: inout PCG64) -> Double {
        if drawn > population - drawn {
            return marked - Self(marked: marked, population: population, drawn: population - drawn).draw(&bits)
        }
        if marked > population - marked {
            return drawn - Self(marked: population - marked, population: population, drawn: drawn).draw(&bits)
        }
        guard marked > 0, drawn > 0 else { return 0 }
        return marked * (drawn / population) < 10 ? drawFew(&bits) : drawMany(&bits)
    }

    private func logMass(_ count: Double) -> Double {
        let parts = [count, marked - count, drawn - count, population - marked - drawn + count]
        return -parts.reduce(0) { $0 + SpecialFunctions.logFactorial($1) }
    }

    private func drawFew(_ bits: inout PCG64) -> Double {
        let rest = population - marked
        let factorial = SpecialFunctions.logFactorial
        let none = exp(
            factorial(rest) - factorial(rest - drawn) - factorial(population) + factorial(population - drawn))
        var (left, mass, count) = (bits.uniform(), none, 0.0)
        while left >= mass, count < min(marked, drawn, 200) {
            left -= mass
            mass *= (marked - count) / (count + 1) * ((drawn - count) / (rest - drawn + count + 1))
            count += 1
        }
        return count
    }

    private func drawMany(_ bits: inout PCG64) -> Double {
        let share = marked / population
        let mean = drawn * share
        let variance = mean * (1 - share) * ((population - drawn) / (population - 1))
        let mode = ((drawn + 1) * ((marked + 1) / (population + 2))).rounded(.down)
        let sampler = RatioOfUniforms(
            mean: mean, variance: variance, mode: mode, most: min(marked, drawn), logMass: logMass)
        return sampler.draw(&bits)
    }
}
