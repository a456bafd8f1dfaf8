/// A short name for a flow, made of its key and the time it began: the same whenever the same packets are metered.
///
/// It looks like Zeek's `uid`: `C` and 96 bits in base 62. Among a thousand million flows two share one with a
/// probability of less than 10⁻¹¹.
struct FlowIdentifier: Hashable, Sendable {
    private let first: UInt32
    private let second: UInt32
    private let third: UInt32

    init(_ flow: Flow) {
        let time = UInt64(bitPattern: flow.first.nanoseconds)
        func part(_ salt: UInt64) -> UInt32 { flow.key.hash(seed: (time ^ salt) &* 0x9e37_79b9_7f4a_7c15) }
        (first, second, third) = (part(0x5a65_656b), part(0x6375_7473_2062_7974), part(0x666c_6f77_2069_6473))
    }
}

extension FlowIdentifier: CustomStringConvertible {
    private static let digits = [UInt8]("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    var description: String {
        var text: [UInt8] = [UInt8(ascii: "C")]
        Self.write(UInt64(first) << 16 | UInt64(second >> 16), into: &text)
        Self.write(UInt64(second & 0xffff) << 32 | UInt64(third), into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// 48 bits as nine digits; two halves because 128-bit divisions are slow.
    private static func write(_ half: UInt64, into text: inout [UInt8]) {
        var rest = half
        for _ in 0..<9 {
            text.append(digits[Int(rest % 62)])
            rest /= 62
        }
    }
}
