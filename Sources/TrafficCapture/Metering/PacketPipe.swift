internal import Glibc
import Traffic

/// Carries decoded packets from the thread that reads them to the thread that meters them, in batches.
///
/// Invariant: of the ring's batches, those from `taken` to `filled` belong to the taking thread, all others to the
/// appending one; both counts change under the lock only. The packets own nothing, so none needs to be destroyed. One
/// thread appends and closes; one takes and cancels.
final class PacketPipe: @unchecked Sendable {
    /// Where reading has come to; the appending thread's own, and sent along with each batch.
    var place = ReadingPlace()
    private var fill = 0
    private let packets: UnsafeMutablePointer<Packet>
    private var counts = [Int](repeating: 0, count: PacketPipe.batches)
    private var places = [ReadingPlace](repeating: ReadingPlace(), count: PacketPipe.batches)
    private let lock = PipeLock()
    private var filled = 0
    private var taken = 0
    private var isClosed = false
    private var isCancelled = false

    private static let batches = 4
    private static let capacity = 512

    init() {
        packets = .allocate(capacity: Self.batches * Self.capacity)
        let blank = Packet(time: Timestamp(nanoseconds: 0), length: 0, link: LinkHeader(type: .ethernet))
        packets.initialize(repeating: blank, count: Self.batches * Self.capacity)
    }

    deinit { packets.deallocate() }
}

extension PacketPipe {
    /// Decodes a frame where it is to stand; waits where the other thread is behind.
    /// - Returns: to stop where nobody wants more.
    @inline(__always)
    func append(
        _ bytes: RawSpan, _ header: FrameHeader, _ depth: TunnelDepth, _ decoder: FrameDecoder
    ) -> FrameVisit {
        decoder.decode(bytes, header, depth, into: &packets[filled % Self.batches * Self.capacity + fill])
        fill += 1
        return fill < Self.capacity ? .next : publish()
    }

    /// Says that no more packets come.
    func close() {
        if fill > 0 { _ = publish() }
        lock.change { isClosed = true }
    }

    private func publish() -> FrameVisit {
        counts[filled % Self.batches] = fill
        places[filled % Self.batches] = place
        fill = 0
        lock.change { filled += 1 }
        return lock.wait(until: { filled - taken < Self.batches || isCancelled }) { isCancelled ? .stop : .next }
    }
}

extension PacketPipe {
    /// Waits for a batch and hands its packets to `body`, with where reading had come to.
    /// - Returns: that place; nil when there are no more.
    func take(_ body: (Span<Packet>, ReadingPlace) -> Void) -> ReadingPlace? {
        let isThere = lock.wait(until: { filled > taken || isClosed }) { filled > taken }
        guard isThere else { return nil }
        let batch = taken % Self.batches
        let place = places[batch]
        body(UnsafeBufferPointer(start: packets + batch * Self.capacity, count: counts[batch]).span, place)
        lock.change { taken += 1 }
        return place
    }

    /// Says that no more packets are wanted; those under way still come.
    func cancel() {
        lock.change { isCancelled = true }
    }
}

/// A lock with a condition to wait for.
private final class PipeLock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func change(_ body: () -> Void) {
        pthread_mutex_lock(mutex)
        body()
        pthread_mutex_unlock(mutex)
        pthread_cond_broadcast(condition)
    }

    func wait<Result>(until isTrue: () -> Bool, _ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while !isTrue() { pthread_cond_wait(condition, mutex) }
        return body()
    }
}
