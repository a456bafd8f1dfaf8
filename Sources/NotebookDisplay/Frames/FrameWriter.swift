/// Appends values in their binary form: whole numbers take as few bytes as they need, doubles their 64 bits, texts and
/// lists are preceded by their length.
package struct FrameWriter {
    package private(set) var bytes: [UInt8] = []

    /// Nothing is written yet.
    package init() {}

    package mutating func write(byte: UInt8) { bytes.append(byte) }

    package mutating func write<Value: FrameCodable>(_ value: Value) { value.encode(into: &self) }

    package mutating func write<Value: FrameCodable>(_ value: Value?) {
        write(byte: value == nil ? 0 : 1)
        value?.encode(into: &self)
    }

    package mutating func write<Value: FrameCodable>(_ values: [Value]) {
        write(number: UInt64(values.count))
        for value in values { value.encode(into: &self) }
    }

    package mutating func write(_ raw: [UInt8]) {
        write(number: UInt64(raw.count))
        bytes.append(contentsOf: raw)
    }

    mutating func write(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(bits: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }
}
