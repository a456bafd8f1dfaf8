@testable import TrafficCapture

/// Bytes of a file as a test writes them, integers in a chosen order.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []
    var order: ByteOrder

    init(_ order: ByteOrder) { self.order = order }

    mutating func append(_ bytes: some Sequence<UInt8>) { self.bytes.append(contentsOf: bytes) }

    mutating func append<Value: FixedWidthInteger>(_ value: Value) {
        withUnsafeBytes(of: order == .little ? value.littleEndian : value.bigEndian) { append($0) }
    }

    mutating func append32(_ values: Int...) {
        for value in values { append(UInt32(truncatingIfNeeded: value)) }
    }

    mutating func append16(_ values: Int...) {
        for value in values { append(UInt16(truncatingIfNeeded: value)) }
    }

    /// Zeros up to a multiple of four.
    mutating func pad() { append([UInt8](repeating: 0, count: -bytes.count & 3)) }
}
