@testable import TrafficCapture

/// The bytes of an input as a file would give them, some at a time.
final class BytesInPieces: ByteSource {
    private let bytes: [UInt8]
    private let longest: Int
    private var place = 0

    init(_ bytes: RawSpan, _ longest: Int) {
        self.bytes = bytes.withUnsafeBytes { Array($0) }
        self.longest = longest
    }

    func read(into target: inout MutableRawSpan) throws(CaptureFault) -> Int {
        let count = min(longest, target.byteCount, bytes.count - place)
        target.withUnsafeMutableBytes { $0.copyBytes(from: bytes[place..<place + count]) }
        place += count
        return count
    }
}
