/// Records of one kind in large blocks of memory, named by slots of four bytes: the one door to manual memory here.
///
/// A slot handed out by ``insert(_:)`` is valid until it is given back. Blocks neither move nor go away while the slab
/// lives, so growing copies nothing and wastes nothing, which matters with millions of flows.
///
/// Invariant: every block holds `blockSize` initialised records; `Element` owns nothing, so none needs to be destroyed.
struct Slab<Element: BitwiseCopyable>: ~Copyable {
    private var blocks: [UnsafeMutablePointer<Element>] = []
    private var free: [UInt32] = []
    private var used: UInt32 = 0

    private static var shift: UInt32 { 10 }
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
        let slot = free.popLast() ?? nextUnused(filling: element)
        self[slot] = element
        return slot
    }

    /// Gives a slot back.
    mutating func remove(_ slot: UInt32) {
        free.append(slot)
    }

    /// The memory held, in bytes, used or not.
    var byteCount: Int {
        blocks.count * Int(Self.blockSize) * MemoryLayout<Element>.stride + free.capacity * MemoryLayout<UInt32>.stride
    }

    private mutating func nextUnused(filling element: Element) -> UInt32 {
        if used >> Self.shift == blocks.count {
            let block = UnsafeMutablePointer<Element>.allocate(capacity: Int(Self.blockSize))
            block.initialize(repeating: element, count: Int(Self.blockSize))
            blocks.append(block)
        }
        used += 1
        return used - 1
    }
}
