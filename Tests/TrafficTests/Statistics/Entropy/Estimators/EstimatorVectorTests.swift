import Testing
import Traffic

/// The counts 4 2 3 0 2 4 0 0 2 1 1 of Hausser and Strimmer's R package `entropy`, an alphabet of eleven.
@Suite("entropy estimators on a published sample")
struct EstimatorVectorTests {
    static let counts = [4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1]

    /// Plug-in and Miller–Madow as that package documents them; the others evaluated from their papers' formulas with
    /// NumPy and SciPy; NSB integrated with mpmath at 100 digits.
    static let nats: [(NamedEstimator, Double)] = [
        (.plugIn, 1.968382), (.millerMadow, 2.152593), (.chaoShen, 2.201137), (.grassberger2003, 2.144626),
        (.grassberger1988, 2.197093), (.schurmannZhang, 2.170547), (.jackknife, 2.231274), (.shrinkage, 2.379603),
        (.laplace, 2.257876), (.jeffreys, 2.179480), (.schurmannGrassberger, 2.036888), (.minimax, 2.154091),
        (.nsb, 2.187774),
    ]

    @Test("each gives the reference figure to six decimals", arguments: nats)
    func vector(name: NamedEstimator, nats: Double) throws {
        let estimator = try name.estimator(alphabet: 11)
        #expect(abs(try estimator.value(of: Self.counts, in: .nats) - nats) <= 5.1e-7)
        let values = Counts(Self.counts.indices.flatMap { repeatElement($0, count: Self.counts[$0]) })
        #expect(try estimator.value(of: values) == estimator.value(of: Self.counts))
    }

    @Test("none is left out")
    func complete() {
        #expect(Set(Self.nats.map(\.0)) == Set(NamedEstimator.allCases))
    }
}

@Suite("entropy estimators by name")
struct NamedEstimatorTests {
    @Test("every name leads back to its estimator", arguments: NamedEstimator.allCases)
    func names(name: NamedEstimator) throws {
        #expect(try NamedEstimator(name.rawValue) == name)
        #expect(try name.estimator(alphabet: 4).name.isEmpty == false)
    }

    @Test("no two have the same name in a table")
    func distinct() throws {
        let names = try NamedEstimator.allCases.map { try $0.estimator(alphabet: 4).name }
        #expect(Set(names).count == names.count)
    }

    @Test("which have a formula for their variance is told as it is", arguments: NamedEstimator.allCases)
    func formula(name: NamedEstimator) throws {
        #expect(try name.hasAnalyticVariance == (name.estimator(alphabet: 4) is any AnalyticVariance))
    }

    @Test("each has words of its own")
    func guides() {
        #expect(Set(NamedEstimator.allCases.map(\.guide)).count == NamedEstimator.allCases.count)
        #expect(NamedEstimator.allCases.allSatisfy { !$0.source.isEmpty })
    }

    @Test("an unknown name lists the known ones")
    func unknown() {
        let error = #expect(throws: StatisticsError.self) { try NamedEstimator("chao") }
        #expect(error?.description.hasPrefix("estimator is chao: give one of plug-in, miller-madow, chao-shen") == true)
    }

    @Test("an estimator that needs an alphabet says so", arguments: NamedEstimator.allCases)
    func alphabet(name: NamedEstimator) {
        if name.needsAlphabet {
            #expect(throws: StatisticsError.noAlphabet(estimator: name.rawValue)) { try name.estimator() }
            #expect(throws: StatisticsError.notPositive(argument: "alphabet", value: "0")) {
                try name.estimator(alphabet: 0)
            }
            #expect(throws: StatisticsError.alphabetTooSmall(alphabet: 2, seen: 3)) {
                try name.estimator(alphabet: 2).value(of: [1, 2, 3])
            }
        } else {
            #expect(throws: Never.self) { try name.estimator() }
        }
    }
}
