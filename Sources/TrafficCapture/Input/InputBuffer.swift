/// The bytes of a source that were read and are not yet used up.
///
/// This is the door to the one piece of memory that all bytes pass through. What it lends is bounded and ends with the
/// call it was lent to, so whoever parses never holds an address.
///
/// Invariant: `start <= end <= storage.count`; the bytes from `start` to `end` are initialised.
final class InputBuffer {
    /// How many bytes were used up before the first of those at hand, including any that were passed over.
    private(set) var offset = 0
    /// Why the source ended, if not because it was at its end.
    private(set) var fault: CaptureFault?
    /// How many bytes are at hand.
    var count: Int { end - start }
    /// How many bytes there is room for; what is larger makes more.
    var capacity: Int { storage.count }

    private let source: any ByteSource
    private var storage: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var isAtEnd = false

    /// Half a megabyte stays within the cache of a core; measured, a larger buffer is slower.
    init(_ source: any ByteSource, capacity: Int = 1 << 19) {
        self.source = source
        storage = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { storage.deallocate() }

    /// Lends the bytes at hand.
    @inline(__always)
    func withBytes<Result, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = UnsafeRawBufferPointer(rebasing: storage[start..<end])
        return try body(bytes.bytes)
    }

    /// Uses up bytes, all of them at hand.
    func consume(_ count: Int) {
        let taken = min(count, self.count)
        start += taken
        offset += taken
    }

    /// Reads until at least `needed` bytes are at hand, or the source is at its end; as many more as there is room for.
    /// - Returns: whether so many are at hand.
    func fill(_ needed: Int) -> Bool {
        while count < needed, !isAtEnd {
            makeRoom(for: needed)
            read()
        }
        return count >= needed
    }

    /// Uses up bytes that may still have to be read.
    /// - Returns: how many bytes there were: fewer than `count` only at the end of the source.
    func skip(_ count: Int) -> Int {
        var left = count
        while left > 0, fill(1) {
            let taken = min(left, self.count)
            consume(taken)
            left -= taken
        }
        return count - left
    }
}

extension InputBuffer {
    /// Moves the bytes at hand to the front. Where they fill the whole buffer it is doubled, so a large announced
    /// length costs memory only as bytes for it arrive.
    private func makeRoom(for needed: Int) {
        if start > 0 {
            storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
            (start, end) = (0, end - start)
        }
        guard end == storage.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * storage.count, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(storage))
        storage.deallocate()
        storage = larger
    }

    private func read() {
        var room = UnsafeMutableRawBufferPointer(rebasing: storage[end...]).mutableBytes
        do {
            let count = try source.read(into: &room)
            end += count
            isAtEnd = count == 0
        } catch {
            fault = error
            isAtEnd = true
        }
    }
}
