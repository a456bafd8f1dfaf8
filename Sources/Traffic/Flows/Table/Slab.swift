/// Records of one kind in large blocks of memory, named by slots of four bytes.
///
/// A slot handed out by ``insert(_:)`` is valid until it is given back. Blocks neither move nor go away while the slab
/// lives, so growing copies nothing and wastes nothing, which matters with millions of flows.
///
/// Invariant: a slot is written when it is handed out, and read only after that; `Element` owns nothing, so none needs
/// to be destroyed.
struct Slab<Element: BitwiseCopyable>: ~Copyable {
    private var blocks: [UnsafeMutablePointer<Element>] = []
    private var free: [UInt32] = []
    private var used: UInt32 = 0

    /// Sixteen thousand records, for those of 128 bytes a large page.
    private static var shift: UInt32 { 14 }
    private static var blockSize: UInt32 { 1 << shift }

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// The record in a slot that is in use.
    subscript(slot: UInt32) -> Element {
        @inline(__always)
        unsafeAddress { UnsafePointer(blocks[Int(slot >> Self.shift)] + Int(slot & (Self.blockSize - 1))) }
        @inline(__always)
        unsafeMutableAddress { blocks[Int(slot >> Self.shift)] + Int(slot & (Self.blockSize - 1)) }
    }

    /// Puts a record into a slot of its own.
    mutating func insert(_ element: Element) -> UInt32 {
        let slot = free.popLast() ?? nextUnused()
        self[slot] = element
        return slot
    }

    /// Gives a slot back.
    mutating func remove(_ slot: UInt32) {
        free.append(slot)
    }

    /// The memory that records have taken up, in bytes.
    var byteCount: Int {
        Int(used) * MemoryLayout<Element>.stride + free.capacity * MemoryLayout<UInt32>.stride
    }

    private mutating func nextUnused() -> UInt32 {
        if used >> Self.shift == blocks.count {
            blocks.append(TableMemory.allocate(Element.self, count: Int(Self.blockSize)))
        }
        used += 1
        return used - 1
    }
}
