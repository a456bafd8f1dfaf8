/// Numbers in hexadecimal digits, with small letters.
package enum Hexadecimal {
    /// The last `digits` digits of a number.
    package static func text(_ number: UInt64, digits: Int) -> String {
        String(decoding: (0..<digits).map { digit(number >> (4 * (digits - 1 - $0))) }, as: UTF8.self)
    }

    /// The last digit of a number, as a character of ASCII.
    @inline(__always)
    static func digit(_ number: some BinaryInteger) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: number) & 0xf
        return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
