import Testing
import Traffic

@Suite("homogeneity of counts")
struct HomogeneityTests {
    struct Figures: Sendable {
        let windows: [[Int]]
        let kind: HomogeneityTest.Kind
        let statistic: Double
        let freedom: Int
        let pValue: Double
    }

    static let small = [[12, 5], [6, 14]]
    static let three = [[120, 80, 40, 60], [110, 95, 60, 35], [90, 100, 30, 80]]
    static let sparse = [[1000, 2, 3], [990, 9, 1]]
    // scipy.stats.chi2_contingency(windows, correction=False, lambda_="pearson" or "log-likelihood") of SciPy 1.17.1.
    static let figures = [
        Figures(
            windows: small, kind: .chiSquare, statistic: 6.059752321981425, freedom: 1, pValue: 0.013829707891717682),
        Figures(
            windows: small, kind: .gTest, statistic: 6.234173982231868, freedom: 1, pValue: 0.012530802812913787
        ),
        Figures(
            windows: three, kind: .chiSquare, statistic: 34.936438561438564, freedom: 6, pValue: 4.433434069267428e-06),
        Figures(
            windows: three, kind: .gTest, statistic: 35.606398151528424, freedom: 6,
            pValue: 3.2872216316566554e-06),
        Figures(
            windows: sparse, kind: .chiSquare, statistic: 5.492362039164615, freedom: 2, pValue: 0.06417246723232166),
        Figures(
            windows: sparse, kind: .gTest, statistic: 5.902451999495088, freedom: 2, pValue: 0.05227557680134475
        ),
    ]

    @Test("agrees with SciPy where nothing is pooled", arguments: figures)
    func table(figures: Figures) throws {
        let test = try HomogeneityTest(
            of: figures.windows.map(Counts.init(numbered:)), by: figures.kind, poolingBelow: 0)
        #expect(abs(test.statistic - figures.statistic) < 1e-11 && test.degreesOfFreedom == figures.freedom)
        #expect(abs(test.pValue - figures.pValue) < 1e-12 * figures.pValue && test.pooledValues == 0)
    }

    @Test("Cramér's V agrees with SciPy")
    func effect() throws {
        // scipy.stats.contingency.association of SciPy 1.17.1.
        let test = try HomogeneityTest(of: Self.three.map(Counts.init(numbered:)))
        #expect(abs(test.effectSize - 0.1393166628014486) < 1e-13)
        #expect(try HomogeneityTest(of: [Counts([1, 1]), Counts([2, 2])], poolingBelow: 0).effectSize == 1)
    }

    @Test("rare values are pooled, and the pool is as the table with them added")
    func pooling() throws {
        let pooled = try HomogeneityTest(of: Self.sparse.map(Counts.init(numbered:)))
        let byHand = try HomogeneityTest(of: [[1000, 5], [990, 10]].map(Counts.init(numbered:)))
        #expect(pooled.pooledValues == 2 && pooled.degreesOfFreedom == 1)
        #expect(pooled.statistic == byHand.statistic && pooled.smallestExpected >= 5 && byHand.pooledValues == 0)
    }

    @Test("a pool still too small takes in the next rarest")
    func growingPool() throws {
        let windows = [Counts(numbered: [1, 6, 100]), Counts(numbered: [0, 6, 100])]
        let test = try HomogeneityTest(of: windows)
        #expect(test.pooledValues == 2 && test.degreesOfFreedom == 1)
    }

    @Test("the same windows do not differ, and one value cannot")
    func nothing() throws {
        for windows in [[[3, 9], [3, 9]], [[7], [900]], [[1, 1], [1, 2]]] {
            let test = try HomogeneityTest(of: windows.map(Counts.init(numbered:)))
            #expect(test.pValue == 1 && test.statistic == 0 && test.effectSize == 0)
        }
    }

    @Test("what cannot be compared is named")
    func errors() {
        #expect(throws: StatisticsError.tooFew(statistic: "homogeneity test of windows", have: 1, need: 2)) {
            try HomogeneityTest(of: [Counts([1])])
        }
        #expect(throws: StatisticsError.noValues(statistic: "homogeneity test")) {
            try HomogeneityTest(of: [Counts([1]), Counts()])
        }
        for least in [-1, Double.nan, .infinity] {
            #expect(throws: StatisticsError.self) {
                try HomogeneityTest(of: [Counts([1]), Counts([1])], poolingBelow: least)
            }
        }
    }

    @Test("of windows from one source one in twenty has a p-value below 0.05", arguments: HomogeneityTest.Kind.allCases)
    func level(kind: HomogeneityTest.Kind) throws {
        var generator = NumPyGenerator(seed: 30)
        var significant = 0
        for _ in 0..<600 {
            let windows = (0..<2).map { _ in Counts((0..<150).map { _ in min(generator.poisson(mean: 2), 5) }) }
            if try HomogeneityTest(of: windows, by: kind).pValue <= 0.05 { significant += 1 }
        }
        #expect(abs(Double(significant) / 600 - 0.05) < 4 * (0.05 * 0.95 / 600).squareRoot())
    }
}
