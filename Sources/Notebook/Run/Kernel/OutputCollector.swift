import NotebookDisplay

/// Puts the packets of one cell together to items, within its budgets.
struct OutputCollector {
    private let limits: CellLimits
    private var items: [RawItem] = []
    private var frame: [UInt8] = []
    private var textBytes = 0
    private var textBytesCut = 0
    private var frames = 0
    private var framesCut = 0
    private var received = 0

    init(limits: CellLimits) { self.limits = limits }

    /// Whether the cell has produced more than can be allowed.
    var isFlooded: Bool { received > limits.floodBytes }

    /// A packet costs about as much as so many bytes, however small it is.
    private static let leastCost = 256

    mutating func add(_ bytes: UnsafeRawBufferPointer, from source: OutputQueue.Source) {
        received += max(bytes.count, Self.leastCost)
        // Beyond the limit nothing is kept: the cell is being stopped, and how far it still gets is chance.
        guard !isFlooded else { return }
        switch source {
        case .standardOutput: addText(bytes, to: .standardOutput)
        case .standardError: addText(bytes, to: .standardError)
        case .frames: addFramePart(bytes)
        }
    }

    /// The items. `isExact` says that the cell ended by itself, so that the amounts cut are the same every time, and
    /// that a frame without an end was never meant to have one.
    func finished(isExact: Bool) -> [RawItem] {
        let isCutShort = isExact && !frame.isEmpty && frames < limits.outputCount
        return (items + (isCutShort ? [.cut(.damaged(bytes: frame.count))] : [])).map { item in
            switch item {
            case .cut(.text): .cut(.text(bytes: isExact ? textBytesCut : nil))
            case .cut(.frames): .cut(.frames(count: isExact ? framesCut : nil))
            default: item
            }
        }
    }
}

extension OutputCollector {
    private mutating func addText(_ bytes: UnsafeRawBufferPointer, to stream: Item.Stream) {
        guard textBytesCut == 0 else {
            textBytesCut += bytes.count
            return
        }
        let kept = Self.prefix(of: bytes, within: limits.outputBytes - textBytes)
        append(kept, to: stream)
        textBytes += kept.count
        textBytesCut = bytes.count - kept.count
        if textBytesCut > 0 { items.append(.cut(.text(bytes: nil))) }
    }

    /// At most `count` bytes, without half a character at the end.
    private static func prefix(of bytes: UnsafeRawBufferPointer, within count: Int) -> UnsafeRawBufferPointer {
        guard bytes.count > count else { return bytes }
        var end = count
        while end > 0, bytes[end] & 0xc0 == 0x80 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[..<end])
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer, to stream: Item.Stream) {
        guard !bytes.isEmpty else { return }
        guard case .stream(stream, var text)? = items.last else {
            items.append(.stream(stream, Array(bytes)))
            return
        }
        // Taken out while it grows, so that it is not copied each time.
        items.removeLast()
        text.append(contentsOf: bytes)
        items.append(.stream(stream, text))
    }

    /// The first byte of a packet says whether it is the last of its frame.
    private mutating func addFramePart(_ bytes: UnsafeRawBufferPointer) {
        guard let flag = bytes.first else { return }
        guard [FrameChannel.moreFollows, FrameChannel.last].contains(flag) else {
            return keep(.cut(.damaged(bytes: bytes.count)))
        }
        frame.append(contentsOf: bytes.dropFirst())
        guard flag == FrameChannel.last else { return }
        keep(.frame(frame))
        frame = []
    }

    private mutating func keep(_ output: RawItem) {
        if frames < limits.outputCount {
            items.append(output)
            frames += 1
        } else {
            if framesCut == 0 { items.append(.cut(.frames(count: nil))) }
            framesCut += 1
        }
    }
}
