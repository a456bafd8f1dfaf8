extension OutputSpan<UInt8> {
    /// As many bytes as any number, moment or address takes.
    static var longestNumber: Int { 48 }

    /// Writes a whole number.
    mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(decimal: UInt64(number.magnitude))
    }

    /// Writes a whole number, two digits at a division.
    mutating func append(decimal number: UInt64) {
        guard number >= 100 else { return append(short: number) }
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var start = 20
        var rest = number
        while rest >= 10 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 100)
            start &-= 2
            digits[start] = Self.digit(remainder / 10)
            digits[start &+ 1] = Self.digit(remainder % 10)
            rest = quotient
        }
        if rest > 0 { append(digit: rest) }
        if rest == 0, digits[start] == Self.digit(0) { start &+= 1 }
        for place in start..<20 { append(digits[place]) }
    }

    /// Writes nanoseconds as seconds, exactly, without zeros at the end: `0.00319272`, `5`.
    mutating func append(seconds nanoseconds: Int64) {
        if nanoseconds < 0 { append(UInt8(ascii: "-")) }
        let (seconds, fraction) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        append(decimal: UInt64(seconds))
        guard fraction > 0 else { return }
        append(UInt8(ascii: "."))
        var (rest, digits) = (UInt64(fraction), 9)
        while rest % 10 == 0 {
            rest /= 10
            digits -= 1
        }
        append(rest, digits: digits)
    }

    /// Writes nanoseconds as seconds with six decimals, the nearest: what Zeek writes.
    mutating func append(secondsInMicroseconds nanoseconds: Int64) {
        if nanoseconds <= -500 { append(UInt8(ascii: "-")) }
        let nearest = (UInt64(nanoseconds.magnitude) + 500) / 1000
        append(decimal: nearest / 1_000_000)
        append(UInt8(ascii: "."))
        append(nearest % 1_000_000, digits: 6)
    }

    /// Writes a finite number as the shortest decimal that reads back as the same number: `83.5`, `1e-05`.
    mutating func append(shortest number: Double) {
        if number.magnitude < 0x1p53, number.rounded(.towardZero) == number, number != 0 || number.sign == .plus {
            append(decimal: Int(number))
            append(UInt8(ascii: "."))
            append(UInt8(ascii: "0"))
        } else {
            append(ascii: number.description)
        }
    }

    /// Writes an address: version 4 without the detour by way of a String.
    mutating func append(_ address: IPAddress) {
        guard address.version == .four else { return append(ascii: address.description) }
        for shift in stride(from: 24, through: 0, by: -8) {
            append(decimal: address.low >> UInt64(shift) & 0xff)
            if shift > 0 { append(UInt8(ascii: ".")) }
        }
    }

    /// Writes text as it is.
    mutating func append(ascii text: String) {
        for byte in text.utf8 { append(byte) }
    }
}

extension OutputSpan<UInt8> {
    /// Writes a number with zeros before it.
    private mutating func append(_ number: UInt64, digits: Int) {
        var text = InlineArray<9, UInt8>(repeating: Self.digit(0))
        var rest = number
        for place in stride(from: digits - 1, through: 0, by: -1) where rest > 0 {
            text[place] = Self.digit(rest % 10)
            rest /= 10
        }
        for place in 0..<digits { append(text[place]) }
    }

    /// Writes a number of at most two digits.
    @inline(__always)
    private mutating func append(short number: UInt64) {
        if number >= 10 { append(digit: number / 10) }
        append(digit: number % 10)
    }

    @inline(__always)
    private mutating func append(digit number: UInt64) { append(Self.digit(number)) }

    @inline(__always)
    private static func digit(_ number: UInt64) -> UInt8 { UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number) }
}

extension FieldValue {
    /// No fewer bytes than any format takes to write the value: six for a byte of text, and two quotes.
    @inline(__always)
    var longestText: Int {
        if case .text(let text) = self { text.utf8.count * 6 + 2 } else { OutputSpan<UInt8>.longestNumber }
    }
}
