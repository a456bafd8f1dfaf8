/// How far a long job is: the cell at work, and for how long.
struct ProgressStep: Hashable, Sendable {
    let notebook: String
    /// Counts from 1.
    let position: Int
    let count: Int
    let title: String
    /// Seconds since the cell began; nil when it has just begun.
    let seconds: Double?

    /// The step as one line of at most `width` characters.
    ///
    ///     01-entropy  3 of 14  Port distribution  0.1 s
    ///
    /// The title gives way where the line is too long, so that the numbers stay readable.
    func line(width: Int) -> String {
        let head = "\(notebook)  \(position) of \(count)  "
        let tail = seconds.map { "  " + Self.tenths($0) + " s" } ?? ""
        let room = max(0, width - head.count - tail.count)
        return String((head + Self.cut(title.printable, to: room) + tail).prefix(width))
    }

    private static func cut(_ text: String, to room: Int) -> String {
        text.count <= room ? text : text.prefix(max(0, room - 1)) + "…"
    }

    private static func tenths(_ seconds: Double) -> String { "\((seconds * 10).rounded() / 10)" }
}

/// One line of a terminal, rewritten as the work goes on.
///
/// Whoever runs cells calls ``show(_:)`` when a cell begins, ends, or has been running for another while, and
/// ``clear()`` before anything else is printed and at the end. A failing terminal is no reason to stop the work, so
/// nothing here throws.
struct ProgressReporter: Hashable, Sendable {
    let terminal: Descriptor

    /// Rewrites the line.
    func show(_ step: ProgressStep) { show { step.line(width: $0) } }

    /// Rewrites the line with what `line` makes of the room there is.
    func show(_ line: (_ width: Int) -> String) {
        // The last column stays free: some terminals wrap as soon as it is filled.
        let width = (terminal.columns ?? 80) - 1
        try? terminal.write("\r" + line(width) + Self.eraseRest)
    }

    /// Leaves the line empty, the cursor at its beginning.
    func clear() { try? terminal.write("\r" + Self.eraseRest) }

    /// Erases what is right of the cursor. It comes after the new line: erasing the old one first would flicker.
    private static let eraseRest = "\u{1B}[K"
}
