internal import Glibc

/// A number rounded to a count of decimal digits.
///
/// The C library rounds from the exact binary value, so moving the decimal point of its digits (a percentage, a unit
/// prefix) is exact too, where multiplying first would round twice.
struct RoundedDecimal {
    private var isNegative: Bool
    /// ASCII digits without leading zeros, except where they follow the point.
    private var digits: [UInt8]
    /// How many of the digits stand before the point; may be negative or beyond the last digit.
    private var point: Int

    /// Keeps 0 to 30 digits after the point.
    init(_ value: Double, fractionDigits: Int) {
        let kept = min(max(fractionDigits, 0), 30)
        self.init(printed: Self.printed("%.*f", Int32(kept), value), shift: 0)
    }

    /// Keeps 1 to 30 digits in all.
    init(_ value: Double, significantDigits: Int) {
        let kept = min(max(significantDigits, 1), 30)
        let text = Self.printed("%.*e", Int32(kept - 1), value)
        let parts = text.split(separator: UInt8(ascii: "e"))
        let exponent = parts.count == 2 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        self.init(printed: parts.first.map(Array.init) ?? [], shift: exponent)
    }

    private init(printed: [UInt8], shift: Int) {
        isNegative = printed.first == UInt8(ascii: "-")
        let body = isNegative ? printed.dropFirst() : printed[...]
        let whole = body.prefix { $0 != UInt8(ascii: ".") }
        digits = body.filter { $0 != UInt8(ascii: ".") }
        point = whole.count + shift
        if digits.allSatisfy({ $0 == UInt8(ascii: "0") }) { isNegative = false }
    }

    /// The power of ten of the leading digit, at least that of the last digit.
    var exponent: Int {
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        return point - 1 - min(zeros, digits.count - 1)
    }

    /// Multiplies by a power of ten, exactly.
    mutating func shift(by places: Int) { point += places }

    /// Without the zeros at the end of the fraction.
    func trimmed() -> RoundedDecimal {
        var result = self
        while result.digits.count > max(result.point, 1), result.digits.last == UInt8(ascii: "0") {
            result.digits.removeLast()
        }
        return result
    }

    /// The number in full, such as `−1,234.50`.
    func text(grouped: Bool = false) -> String {
        let zero = UInt8(ascii: "0")
        let padded = digits + Array(repeating: zero, count: max(point - digits.count, 0))
        let lead = Array(repeating: zero, count: max(-point, 0))
        let whole = padded.prefix(max(point, 0)).drop { $0 == zero }
        let fraction = lead + padded.dropFirst(max(point, 0))
        let wholeText = whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)
        let unsigned =
            (grouped ? NumberFormat.grouped(wholeText) : wholeText)
            + (fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self))
        return NumberFormat.signed(unsigned, isNegative: isNegative)
    }

    /// What `printf` writes in the C locale, whatever locale the cell has chosen.
    private static func printed(_ format: String, _ digits: Int32, _ value: Double) -> [UInt8] {
        let plain = newlocale(LC_NUMERIC_MASK, "C", nil)
        let chosen = uselocale(plain)
        defer {
            uselocale(chosen)
            if let plain { freelocale(plain) }
        }
        // The largest double has 309 digits before the point; 30 may follow it.
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 384) { buffer in
            let count = withVaList([digits, value]) { vsnprintf(buffer.baseAddress, buffer.count, format, $0) }
            return buffer.prefix(max(Int(count), 0)).map { UInt8(bitPattern: $0) }
        }
    }
}
