internal import Glibc

/// Memory for the tables of flows. It and the two that ask it for memory, ``Slab`` and ``FlowIndex``, are the doors to
/// unmanaged memory here.
///
/// With a million flows nearly every packet touches memory that no cache holds, and finding its page costs as much as
/// fetching it. So the system is asked for large pages; where it has none, all works the same and slower. A table of
/// few flows does without: such a page is cleared when it is first touched, however little of it is needed.
///
/// Invariant: what `allocate` gives is aligned for any record, not initialised, and given back once by `deallocate`.
enum TableMemory {
    static let largePage = 2 << 20
    private static let cacheLine = 64

    /// Room for `count` records, which hold nothing yet, in large pages or small ones.
    static func allocate<Element: BitwiseCopyable>(
        _ type: Element.Type, count: Int, inLargePages isLarge: Bool
    ) -> UnsafeMutablePointer<Element> {
        let byteCount = count * MemoryLayout<Element>.stride
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: byteCount, alignment: isLarge ? largePage : cacheLine)
        // Refused only where the system has no large pages.
        if isLarge { _ = madvise(memory, byteCount, MADV_HUGEPAGE) }
        return memory.bindMemory(to: Element.self, capacity: count)
    }
}
