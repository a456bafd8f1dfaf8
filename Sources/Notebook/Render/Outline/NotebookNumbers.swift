/// The numbers by which the notebooks on one page are told apart: `Figure 1.2` is the second figure of notebook 1.
///
/// They are the numbers that the names begin with, `01-entropy` being notebook 1. Where one name has none, or two have
/// the same, the notebooks are counted from 1 instead.
enum NotebookNumbers {
    static func of(_ names: [String]) -> [Int] {
        let written = names.compactMap(number)
        return Set(written).count == names.count ? written : names.indices.map { $0 + 1 }
    }

    private static func number(_ name: String) -> Int? {
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        return name.dropFirst(digits.count).hasPrefix("-") ? Int(digits) : nil
    }
}
