/// Records of one kind in large blocks of memory, named by slots of four bytes.
///
/// A slot handed out by ``insert(_:)`` is valid until it is given back. Blocks neither move nor go away while the slab
/// lives, so growing copies nothing and wastes nothing, which matters with millions of flows.
///
/// Invariant: a slot is written when it is handed out, and read as a record only after that and before it is given
/// back; from then on its first four bytes hold the number of the slot that was given back before it. `Element` is no
/// smaller, and owns nothing, so none needs to be destroyed.
struct Slab<Element: BitwiseCopyable>: ~Copyable {
    private var blocks: [UnsafeMutablePointer<Element>] = []
    /// The slot that was given back last.
    private var free = UInt32.max
    private var used: UInt32 = 0

    /// Some 65,000 records, several large pages of any kind. The memory of the first block is used as it is touched.
    private static var shift: UInt32 { 16 }
    private static var blockSize: UInt32 { 1 << shift }

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// The record in a slot that is in use.
    subscript(slot: UInt32) -> Element {
        @inline(__always)
        unsafeAddress { UnsafePointer(address(slot)) }
        @inline(__always)
        unsafeMutableAddress { address(slot) }
    }

    /// Puts a record into a slot of its own.
    mutating func insert(_ element: Element) -> UInt32 {
        let slot = nextFree() ?? nextUnused()
        self[slot] = element
        return slot
    }

    /// Gives a slot back.
    mutating func remove(_ slot: UInt32) {
        UnsafeMutableRawPointer(address(slot)).storeBytes(of: free, as: UInt32.self)
        free = slot
    }

    /// The memory that records have taken up, in bytes.
    var byteCount: Int { Int(used) * MemoryLayout<Element>.stride }

    @inline(__always)
    private func address(_ slot: UInt32) -> UnsafeMutablePointer<Element> {
        blocks[Int(slot >> Self.shift)] + Int(slot & (Self.blockSize - 1))
    }

    private mutating func nextFree() -> UInt32? {
        guard free != .max else { return nil }
        let slot = free
        free = UnsafeRawPointer(address(slot)).loadUnaligned(as: UInt32.self)
        return slot
    }

    private mutating func nextUnused() -> UInt32 {
        if used >> Self.shift == blocks.count {
            blocks.append(
                TableMemory.allocate(Element.self, count: Int(Self.blockSize), inLargePages: !blocks.isEmpty))
        }
        used += 1
        return used - 1
    }
}
