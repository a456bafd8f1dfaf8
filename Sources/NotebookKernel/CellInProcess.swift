import CKernel
import Glibc
import NotebookDisplay

/// A cell about to run in this very process.
struct CellInProcess {
    var run: KernelCommand.Run
    /// Whether the process was forked for this cell.
    var isFresh: Bool

    /// Runs the cell and reports; returns only when it succeeded and the process is now the snapshot after it.
    ///
    /// A cell that goes on in a paused script runs when this has returned into the script, which reports in its turn.
    func execute() {
        kernel_cell_prepare(run.memory, isFresh ? 1 : 0)
        guard let symbol = run.entry else { return kernel_cell_resume() }
        let entry = load(symbol)
        withArguments { kernel_cell_run(entry, $0, $1) }
        Self.complete()
    }

    /// Ends a cell that succeeded: reports, after which the process is the snapshot after it.
    static func complete() {
        var usage = kernel_usage()
        let bond = kernel_cell_settle(&usage)
        sendObservations()
        sendCompletion(bond: UInt8(bond.rawValue), usage: usage)
    }
}

extension CellInProcess {
    private func load(_ symbol: String) -> kernel_entry {
        let (entry, reason) = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
            buffer.initialize(repeating: 0)
            let entry = kernel_cell_load(run.image, symbol, buffer.baseAddress, buffer.count)
            return (entry, entry == nil ? buffer.baseAddress.map { String(cString: $0) } : nil)
        }
        guard let entry else { kernel_end_not_loaded(reason ?? "unknown reason") }
        return entry
    }

    /// Calls `body` with the arguments as C wants them. They live as long as the process, as a program's arguments do.
    private func withArguments(_ body: (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Void) {
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: run.arguments.count + 1)
        for (index, argument) in run.arguments.enumerated() { (list + index).initialize(to: strdup(argument)) }
        (list + run.arguments.count).initialize(to: nil)
        body(Int32(run.arguments.count), list)
    }

    private static func sendObservations() {
        var position = 0
        var bytes: UnsafePointer<UInt8>?
        while case let count = kernel_observations(&position, &bytes), count > 0 {
            ControlChannel.send(KernelReport.observedPacket(UnsafeBufferPointer(start: bytes, count: count)))
        }
    }

    private static func sendCompletion(bond: UInt8, usage: kernel_usage) {
        var bytes: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        let length = kernel_notices(&bytes, &count)
        ControlChannel.send(
            KernelReport.completedPacket(
                bond: bond, usage: .init(usage), noteCount: count,
                notes: UnsafeBufferPointer(start: bytes, count: length)))
    }
}
