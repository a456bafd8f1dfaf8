extension [UInt8] {
    /// Writes a whole number.
    mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(decimal: UInt64(number.magnitude))
    }

    /// Writes a whole number, two digits at a division.
    mutating func append(decimal number: UInt64) {
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
        if rest > 0 || start == 20 {
            start &-= 1
            digits[start] = Self.digit(rest)
        }
        let isPadded = digits[start] == Self.digit(0) && start < 19
        for place in (isPadded ? start + 1 : start)..<20 { append(digits[place]) }
    }

    /// Writes nanoseconds as seconds, exactly, without zeros at the end: `0.00319272`, `5`.
    mutating func append(seconds nanoseconds: Int64) {
        if nanoseconds < 0 { append(UInt8(ascii: "-")) }
        let (seconds, fraction) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        append(decimal: UInt64(seconds))
        guard fraction > 0 else { return }
        append(UInt8(ascii: "."))
        append(fraction: fraction, digits: 9, dropsZeros: true)
    }

    /// Writes nanoseconds as seconds with six decimals, the nearest: what Zeek writes.
    mutating func append(secondsInMicroseconds nanoseconds: Int64) {
        if nanoseconds <= -500 { append(UInt8(ascii: "-")) }
        let (seconds, microseconds) = ((nanoseconds.magnitude + 500) / 1000).quotientAndRemainder(dividingBy: 1_000_000)
        append(decimal: UInt64(seconds))
        append(UInt8(ascii: "."))
        append(fraction: microseconds, digits: 6, dropsZeros: false)
    }

    private mutating func append(fraction: UInt64, digits: Int, dropsZeros: Bool) {
        var rest = fraction
        var text = InlineArray<9, UInt8>(repeating: 0)
        var count = digits
        for place in stride(from: digits - 1, through: 0, by: -1) {
            text[place] = Self.digit(rest % 10)
            rest /= 10
        }
        while dropsZeros, text[count - 1] == Self.digit(0) { count -= 1 }
        for place in 0..<count { append(text[place]) }
    }

    @inline(__always)
    private static func digit(_ number: UInt64) -> UInt8 { UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number) }
}

extension [UInt8] {
    /// Writes a finite number as the shortest decimal that reads back as the same number: `83.5`, `1e-05`.
    mutating func append(shortest number: Double) {
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53, whole != 0 || number.sign == .plus {
            append(decimal: whole)
            append(UInt8(ascii: "."))
            append(UInt8(ascii: "0"))
        } else {
            append(contentsOf: number.description.utf8)
        }
    }

    /// Writes an address: version 4 without the detour by way of a String.
    mutating func append(_ address: IPAddress) {
        guard address.version == .four else { return append(contentsOf: address.description.utf8) }
        for shift in stride(from: 24, through: 0, by: -8) {
            append(decimal: address.low >> UInt64(shift) & 0xff)
            if shift > 0 { append(UInt8(ascii: ".")) }
        }
    }
}
