/// How a number is written for a reader.
///
/// Every form is rounded once, from the exact binary value, halves to even, and looks the same in every locale. The
/// minus sign is `−` (U+2212), a missing or undefined number is `–`, infinity is `∞`. A value that rounds to zero loses
/// its sign.
///
///     NumberFormat.integer.text(for: 65535)       // 65,535
///     NumberFormat.percent(1).text(for: 0.0715)   // 7.2%
///     NumberFormat.seconds.text(for: 0.01234)     // 12.3 ms
public enum NumberFormat: Hashable, Sendable {
    /// The shortest form that reads well: integers whole, others to four significant digits.
    ///
    /// Thousands are not grouped, so that ports and years stay what they are.
    case automatic
    /// A whole number with grouped thousands.
    case integer
    /// A fixed count of digits after the decimal point, thousands grouped.
    case fixed(Int)
    /// A fixed count of significant digits, thousands grouped.
    case significant(Int)
    /// A share as a percentage: `percent(1)` writes 0.125 as `12.5%`.
    case percent(Int)
    /// A power of ten with a count of digits after the point: `scientific(2)` writes 12345 as `1.23×10⁴`.
    case scientific(Int)
    /// Information with two digits after the point: `1.38 bits`.
    case bits
    /// A count of bytes in decimal multiples: `532 B`, `1.23 kB`, `45.6 MB`.
    case bytes
    /// A duration given in seconds: `12.3 ms`, `1.20 s`, `2 min 5 s`.
    case seconds
}

extension NumberFormat {
    /// The number as a reader should see it.
    public func text(for value: Double) -> String {
        if value.isNaN { return Self.missing }
        if value.isInfinite { return value < 0 ? "\(Self.minus)∞" : "∞" }
        switch self {
        case .automatic: return Self.automaticText(value)
        case .integer: return RoundedDecimal(value, fractionDigits: 0).text(grouped: true)
        case .fixed(let digits): return Self.fixedText(value, digits)
        case .significant(let digits): return RoundedDecimal(value, significantDigits: digits).text(grouped: true)
        case .percent(let digits): return Self.percentText(value, digits)
        case .scientific(let digits): return Self.scientificText(value, digits)
        case .bits: return Self.fixedText(value, 2) + " bits"
        case .bytes: return Self.bytesText(value)
        case .seconds: return Self.secondsText(value)
        }
    }

    /// The whole number as a reader should see it; exact for every `Int`.
    public func text(for value: Int) -> String {
        switch self {
        case .automatic: Self.signed(String(value.magnitude), isNegative: value < 0)
        case .integer: Self.signed(Self.grouped(String(value.magnitude)), isNegative: value < 0)
        default: text(for: Double(value))
        }
    }

    /// What stands where a number is missing.
    public static let missing = "–"

    static let minus = "−"

    static func signed(_ text: String, isNegative: Bool) -> String { isNegative ? minus + text : text }

    /// The digits of a whole number with a comma before every third from the right.
    static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}

extension NumberFormat {
    private static func automaticText(_ value: Double) -> String {
        let size = value.magnitude
        if size < 1e15, value == value.rounded() { return RoundedDecimal(value, fractionDigits: 0).text() }
        if size < 1e-4 || size >= 1e15 { return scientificText(value, 3, trimmed: true) }
        if size >= 1000 { return RoundedDecimal(value, fractionDigits: 0).text() }
        return RoundedDecimal(value, significantDigits: 4).trimmed().text()
    }

    private static func fixedText(_ value: Double, _ digits: Int) -> String {
        value.magnitude >= 1e21
            ? scientificText(value, digits) : RoundedDecimal(value, fractionDigits: digits).text(grouped: true)
    }

    private static func percentText(_ value: Double, _ digits: Int) -> String {
        var decimal = RoundedDecimal(value, fractionDigits: min(max(digits, 0), 28) + 2)
        decimal.shift(by: 2)
        return decimal.text(grouped: true) + "%"
    }

    private static func scientificText(_ value: Double, _ digits: Int, trimmed: Bool = false) -> String {
        if value == 0 { return RoundedDecimal(0, fractionDigits: trimmed ? 0 : digits).text() }
        var decimal = RoundedDecimal(value, significantDigits: min(max(digits, 0), 29) + 1)
        let exponent = decimal.exponent
        decimal.shift(by: -exponent)
        let mantissa = (trimmed ? decimal.trimmed() : decimal).text()
        return exponent == 0 ? mantissa : "\(mantissa)×10\(superscript(exponent))"
    }

    private static func superscript(_ exponent: Int) -> String {
        let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        let text = String(exponent.magnitude).utf8.map { digits[Int($0) - 48] }
        return (exponent < 0 ? "⁻" : "") + String(text)
    }

    private static func bytesText(_ value: Double) -> String {
        let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
        if value.magnitude < 999.5 { return RoundedDecimal(value, fractionDigits: 0).text() + " B" }
        var decimal = RoundedDecimal(value, significantDigits: 3)
        let unit = min(decimal.exponent / 3, units.count - 1)
        decimal.shift(by: -3 * unit)
        return decimal.text() + " " + units[unit]
    }

    private static func secondsText(_ value: Double) -> String {
        if value == 0 { return "0 s" }
        if value.magnitude >= 99.95 { return longDurationText(value) }
        var decimal = RoundedDecimal(value, significantDigits: 3)
        let units = ["s", "ms", "µs", "ns"]
        let unit = min(max((2 - decimal.exponent) / 3, 0), units.count - 1)
        decimal.shift(by: 3 * unit)
        return decimal.text() + " " + units[unit]
    }

    private static func longDurationText(_ value: Double) -> String {
        guard value.magnitude < 1e15 else { return scientificText(value, 2) + " s" }
        let whole = Int(value.magnitude.rounded(.toNearestOrEven))
        let parts =
            switch whole {
            case ..<120: "\(whole) s"
            case ..<3600: "\(whole / 60) min \(whole % 60) s"
            case ..<86_400: "\(whole / 3600) h \(whole % 3600 / 60) min"
            default: "\(grouped(String(whole / 86_400))) d \(whole % 86_400 / 3600) h"
            }
        return signed(parts, isNegative: value < 0)
    }
}
