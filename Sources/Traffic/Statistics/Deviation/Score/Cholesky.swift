/// The triangular root of a symmetric matrix whose eigenvalues are all above zero.
struct Cholesky {
    private var root: [[Double]]

    /// - Complexity: O(*k*³).
    init(_ matrix: [[Double]]) {
        root = matrix
        for column in matrix.indices {
            for row in column..<matrix.count {
                let sum = (0..<column).reduce(matrix[row][column]) { $0 - root[row][$1] * root[column][$1] }
                root[row][column] = row == column ? sum.squareRoot() : sum / root[column][column]
            }
        }
    }

    /// The vector that the matrix takes to `right`.
    func solve(_ right: [Double]) -> [Double] {
        var result = right
        for row in root.indices {
            result[row] = (0..<row).reduce(result[row]) { $0 - root[row][$1] * result[$1] } / root[row][row]
        }
        for row in root.indices.reversed() {
            let sum = (row + 1..<root.count).reduce(result[row]) { $0 - root[$1][row] * result[$1] }
            result[row] = sum / root[row][row]
        }
        return result
    }
}
