/// How a cell ended.
package enum CellEnding: Hashable, Sendable {
    /// It ran to its end; the snapshot after it.
    case completed(Snapshot)
    case crashed(Crash)
    /// An error reached the top level.
    case threw(String, CellPlace?)
    /// It ended the process, with this exit code.
    case exited(Int, CellPlace?)
    /// It called `fork` or a relative.
    case forked(CellPlace?)
    /// It called `exec`, which would have replaced its process by another program.
    case replaced(CellPlace?)
    /// A thread it had started still ran after it.
    case leftThread(CellPlace?)
    /// It took longer than its limit; where it was then.
    case timedOut(CellPlace?)
    case interrupted
    case outOfMemory(CellPlace?)
    /// It produced more than `CellLimits.floodBytes`.
    case flooded(CellPlace?)
    /// The dynamic linker's reason why the cell could not be loaded.
    case notLoaded(String)
    /// Its process was gone without a word and without a signal.
    case vanished(exitCode: Int)

    package struct Crash: Hashable, Sendable {
        /// The number of the signal.
        package var signal: Int
        /// What the Swift run-time said, without file and line: `Index out of range`.
        package var message: String?
        package var isStackOverflow: Bool
        package var place: CellPlace?

        package init(signal: Int, message: String?, isStackOverflow: Bool, place: CellPlace?) {
            self.signal = signal
            self.message = message
            self.isStackOverflow = isStackOverflow
            self.place = place
        }
    }
}

/// The state of a notebook after some cell, kept in a process of its own.
///
/// A value of this type is a ticket: it stays valid until it is discarded, or consumed by a cell that ran in its
/// process.
package struct Snapshot: Hashable, Sendable {
    /// Why the process of a snapshot cannot be forked.
    package enum Bond: Hashable, Sendable {
        /// Worker threads of Dispatch or of Swift's tasks exist, and would not exist in a child.
        case poolThreads
        /// Pipes, sockets or the like are open, whose state a child would share.
        case openChannels
    }

    let identity: UInt64
    /// Why the next cell must run in this very process, which consumes the snapshot; nil when any number of cells can
    /// be run from here.
    package let bond: Bond?
}
