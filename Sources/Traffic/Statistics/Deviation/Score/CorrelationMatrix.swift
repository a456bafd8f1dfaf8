/// The correlations of several series with each other, drawn towards none by as much as they are uncertain.
///
/// The estimate of Schäfer and Strimmer (Statistical Applications in Genetics and Molecular Biology 4, 2005): of few
/// rows the sample's correlations say that rare combinations cannot be, which none can support; shrunk ones can always
/// be inverted.
struct CorrelationMatrix: Hashable, Sendable {
    /// Row by row; ones on the diagonal.
    let rows: [[Double]]
    /// The share of independence in it, from `leastShrinkage` to one.
    let shrinkage: Double

    /// So that the matrix of two equal series, too, has an inverse.
    static var leastShrinkage: Double { 0.001 }

    /// - Parameters:
    ///   - columns: a series each, all of one length; zero stands for what is missing.
    ///   - given: the shrinkage, if it is not to be estimated.
    init(columns: [[Double]], shrinkage given: Double?) {
        let scaled = columns.map(Self.standardised)
        let shrinkage = max(given ?? Self.estimate(scaled), Self.leastShrinkage)
        rows = scaled.indices.map { row in
            scaled.indices.map { column in
                row == column ? 1 : (1 - shrinkage) * Self.product(scaled[row], scaled[column]).mean
            }
        }
        self.shrinkage = shrinkage
    }
}

extension CorrelationMatrix {
    /// With mean zero and mean square one; all zero for a constant.
    private static func standardised(_ column: [Double]) -> [Double] {
        let spread = Moments(column)
        let deviation = spread.populationVariance.squareRoot()
        return column.map { deviation > 0 ? ($0 - spread.mean) / deviation : 0 }
    }

    /// The mean of the products of two columns: their correlation. And its variance.
    private static func product(_ first: [Double], _ second: [Double]) -> (mean: Double, variance: Double) {
        let moments = Moments(zip(first, second).lazy.map { $0 * $1 })
        let freedom = Double(max(moments.count - 1, 1))
        return (moments.mean, moments.populationVariance / freedom)
    }

    private static func estimate(_ columns: [[Double]]) -> Double {
        var (variances, squares) = (0.0, 0.0)
        for row in columns.indices {
            for column in 0..<row {
                let product = product(columns[row], columns[column])
                variances += product.variance
                squares += product.mean * product.mean
            }
        }
        return squares > 0 ? min(variances / squares, 1) : 1
    }
}
