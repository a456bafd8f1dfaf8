internal import Glibc

/// Memory for the tables of flows. It and the two that ask it for memory, ``Slab`` and ``FlowIndex``, are the doors to
/// unmanaged memory here.
///
/// With a million flows nearly every packet touches memory that no cache holds, and finding its page costs as much as
/// fetching it. So the system is asked for large pages; where it has none, all works the same and slower.
///
/// Invariant: what `allocate` gives is aligned for any record, not initialised, and given back once by `deallocate`.
enum TableMemory {
    private static let largePage = 2 << 20

    /// Room for `count` records, which hold nothing yet.
    static func allocate<Element: BitwiseCopyable>(_ type: Element.Type, count: Int) -> UnsafeMutablePointer<Element> {
        let byteCount = count * MemoryLayout<Element>.stride
        let isLarge = byteCount >= largePage
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: byteCount, alignment: isLarge ? largePage : MemoryLayout<Element>.alignment)
        // Refused only where the system has no large pages.
        if isLarge { _ = madvise(memory, byteCount, MADV_HUGEPAGE) }
        return memory.bindMemory(to: Element.self, capacity: count)
    }
}
