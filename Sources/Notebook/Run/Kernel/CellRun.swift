/// A compiled cell, ready to be loaded by the kernel.
package struct CellImage: Hashable, Sendable {
    /// The path of its dynamic library.
    package var path: String
    /// The C symbol of its entry, `(Int32, UnsafeMutableRawPointer?) -> Int32`; nil for a cell of a script after its
    /// first, which runs only in the state after exactly the script's cells before it.
    package var entry: String?
    /// Handed to the entry as a program's arguments.
    package var arguments: [String]
    /// The line that its code calls the cell's first.
    package var firstLine: Int

    package init(path: String, entry: String?, arguments: [String] = [], firstLine: Int = 1) {
        self.path = path
        self.entry = entry
        self.arguments = arguments
        self.firstLine = firstLine
    }

    /// What it is called where something is wrong with it.
    var name: String { entry ?? path }

    /// Whether running it takes the process of `snapshot` itself instead of a fork of it: because that cannot be
    /// forked, or because the script that has paused there is in a hurry and nothing else is ever run from there.
    func consumes(_ snapshot: Snapshot) -> Bool { entry == nil || snapshot.bond != nil }
}

/// What a cell may use before it is stopped or cut.
package struct CellLimits: Hashable, Sendable {
    /// Wall-clock seconds.
    package var seconds: Double
    /// Bytes of data it may hold beyond those of a kernel that has run nothing; 0 for no limit.
    package var memory: UInt64
    /// Bytes of text that are kept, of standard output and error together.
    package var outputBytes: Int
    /// Frames that are kept.
    package var outputCount: Int
    /// Bytes of any kind after which the cell is stopped.
    package var floodBytes: Int

    package init(
        seconds: Double = 60, memory: UInt64 = 4 << 30, outputBytes: Int = 1 << 20, outputCount: Int = 200,
        floodBytes: Int = 64 << 20
    ) {
        self.seconds = seconds
        self.memory = memory
        self.outputBytes = outputBytes
        self.outputCount = outputCount
        self.floodBytes = floodBytes
    }
}

/// What running one cell came to.
package struct CellRun: Sendable {
    package var ending: CellEnding
    /// Text and frames in the order in which the cell produced them; neighbouring text of one stream is one item.
    package var items: [RawItem]
    /// What it asked of the system; nil when that is not known because its process was killed before it could tell.
    package var observations: [Observation]?
    /// What it changed that its successors do not see.
    package var notices: [KernelNotice]
    /// Whether the lines of the ending and of the notices are those that a run comes to: the program that finds them
    /// answered.
    package var isPlaced: Bool
    package var usage: CellUsage
    /// Whether the snapshot the cell ran from is gone with it, because that could not be forked.
    package var lostSnapshot = false
}

/// The figures of one run.
package struct CellUsage: Hashable, Sendable {
    /// Seconds from the call of the cell to its return.
    package var wall: Double
    /// Seconds of processor time, of all threads.
    package var processor: Double
    /// The most memory its process held at any time, in bytes, what it shares with its snapshot included.
    package var peakMemory: UInt64

    package init(wall: Double, processor: Double, peakMemory: UInt64) {
        self.wall = wall
        self.processor = processor
        self.peakMemory = peakMemory
    }
}

/// Something a cell produced, as it came.
package enum RawItem: Hashable, Sendable {
    case stream(Item.Stream, [UInt8])
    /// What `FrameChannel` sent as one message.
    case frame([UInt8])
    case cut(Cut)

    /// What was left out from here on, beyond the budget. The amount is known where the cell ended by itself; where it
    /// was stopped, it would be different every time.
    package enum Cut: Hashable, Sendable {
        case text(bytes: Int?)
        case frames(count: Int?)
        /// What no frame begins with, or a frame without an end.
        case damaged(bytes: Int)
    }
}

/// A remark about something a cell changed that is put back after it.
package struct KernelNotice: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case changedDirectory(to: String)
        /// The names of the variables, separated by commas.
        case changedEnvironment(String)
        case closedStandardInput, closedStandardOutput, closedStandardError
        case leftProcesses(count: Int)
    }

    package var kind: Kind
    package var place: CellPlace?

    package init(kind: Kind, place: CellPlace?) {
        self.kind = kind
        self.place = place
    }
}

/// A line of a cell, as its debug information names it.
package struct CellPlace: Hashable, Sendable {
    /// The file of the cell's `#sourceLocation`.
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}
