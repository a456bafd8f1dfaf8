/// The windows that both sides of a connection began with.
struct InitialWindows: BitwiseCopyable {
    private(set) var forward = InitialWindow()
    private(set) var backward = InitialWindow()

    @inline(__always)
    mutating func note(_ header: TCPHeader, _ direction: FlowDirection) {
        switch direction {
        case .forward: forward.note(header)
        case .backward: backward.note(header)
        }
    }

    mutating func reverse() { swap(&forward, &backward) }
}

/// The window that a side announced in its first segment, and how its later ones are to be scaled.
struct InitialWindow: BitwiseCopyable {
    private var storedSize: UInt16 = 0
    private var storedScale = Self.unknown
    private var isKnown = false

    private static let unknown = UInt8.max

    /// Bytes, unscaled; nil before the first segment.
    var size: Int? { isKnown ? Int(storedSize) : nil }
    /// The power of two; nil where none was offered.
    var scale: Int? { storedScale == Self.unknown ? nil : Int(storedScale) }

    @inline(__always)
    mutating func note(_ header: TCPHeader) {
        guard !isKnown else { return }
        isKnown = true
        storedSize = header.window
        storedScale = header.options.windowScale ?? Self.unknown
    }
}
