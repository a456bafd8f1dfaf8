extension FieldLayout.Kind {
    /// What the bytes of a whole field say.
    func value(_ bytes: RawSpan) -> String? {
        switch self {
        case .number: String(Self.number(bytes))
        case .bits: "0x" + Hexadecimal.text(Self.number(bytes), digits: bytes.byteCount * 2)
        case .versionAndLength: "\(Self.number(bytes) >> 4), \(Self.number(bytes) % 16 * 4) bytes"
        case .length: "\(Self.number(bytes) >> 4 * 4) bytes"
        case .flags: TCPFlags(rawValue: UInt8(truncatingIfNeeded: Self.number(bytes))).description
        case .hardware: HardwareAddress(rawValue: Self.number(bytes)).description
        case .address: Self.address(bytes).description
        }
    }

    /// The bytes as one number, the first the most significant; of more than eight the last eight.
    private static func number(_ bytes: RawSpan) -> UInt64 {
        bytes.byteOffsets.reduce(0) { $0 << 8 | UInt64(bytes.uint8(at: $1)) }
    }

    private static func address(_ bytes: RawSpan) -> IPAddress {
        bytes.byteCount == 4
            ? IPAddress(UInt32(truncatingIfNeeded: number(bytes)))
            : IPAddress(high: number(bytes.extracting(first: 8)), low: number(bytes.extracting(last: 8)))
    }
}
