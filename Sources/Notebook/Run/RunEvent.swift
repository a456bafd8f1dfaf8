/// What happens while a notebook runs, for whoever shows progress.
package enum RunEvent: Sendable {
    /// The cell at `index` of `count` is about to run.
    case started(cell: Cell, index: Int, count: Int)
    /// The cell's result is known.
    case finished(CellReport, index: Int, count: Int)
}
