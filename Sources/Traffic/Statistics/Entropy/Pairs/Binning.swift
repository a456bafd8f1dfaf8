internal import Glibc

/// How numbers are put into bins, so that they have an entropy: state it beside every figure, which depends on it.
///
///     .width(100)            // 0 ..< 100, 100 ..< 200, …
///     .logarithmic(base: 2)  // 1 ..< 2, 2 ..< 4, … and … 0.25 ..< 0.5, 0.5 ..< 1; zero has a bin of its own
///
/// A number on an edge belongs to the bin above it.
public enum Binning: Hashable, Sendable {
    /// Bins of equal width that begin at whole multiples of it.
    case width(Double)
    /// Bins that begin at the powers of a base: as many for gaps of microseconds as for gaps of hours.
    case logarithmic(base: Double)
}

extension Binning: CustomStringConvertible {
    /// The binning in words, for captions.
    public var description: String {
        switch self {
        case .width(let width): "bins of width \(width)"
        case .logarithmic(let base): "bins by powers of \(base)"
        }
    }
}

extension Binning {
    /// Which bin a number falls into; numbers of one bin have the same.
    enum Bin: Hashable, Sendable {
        case zero
        case number(Double)
    }

    /// - Throws: ``StatisticsError`` for a width that is not above zero, or a base that is not above one.
    func validate() throws(StatisticsError) {
        switch self {
        case .width(let width):
            guard width > 0, width.isFinite else { throw .notPositive(argument: "bin width", value: "\(width)") }
        case .logarithmic(let base):
            guard base > 1, base.isFinite else {
                throw .outOfRange(argument: "base of bins", value: "\(base)", allowed: "a finite one above one")
            }
        }
    }

    /// The bin of the number at a place of its series.
    func bin(of number: Double, at index: Int) throws(StatisticsError) -> Bin {
        guard number.isFinite else { throw .notFinite(statistic: "binned entropy", index: index, value: number) }
        switch self {
        case .width(let width):
            let bin = (number / width).rounded(.down)
            guard abs(bin) < 0x1p53 else { throw .binsTooNarrow(binning: "\(self)", value: number) }
            return .number(bin)
        case .logarithmic(let base):
            guard number >= 0 else { throw .notAnAmount(statistic: "binned entropy", index: index, value: number) }
            return number > 0 ? .number(Self.power(of: base, below: number)) : .zero
        }
    }

    /// The greatest whole exponent whose power does not exceed a number.
    private static func power(of base: Double, below number: Double) -> Double {
        let guess = (base == 2 ? log2(number) : log(number) / log(base)).rounded()
        return pow(base, guess) <= number ? guess : guess - 1
    }
}
