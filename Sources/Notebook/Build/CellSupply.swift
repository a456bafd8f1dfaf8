/// Where a walk over a notebook gets the code of its cells from.
protocol CellSupply: Sendable {
    /// Whether nothing is compiled, only found out what is in the store.
    var isPlan: Bool { get }
    /// Whether a cell's code runs only in a process that has carried out all cells before it, and nothing else.
    var isScript: Bool { get }
    /// How long callers have waited for the compiler so far.
    var timeWaited: Duration { get }
    /// How compiling the cell at `index` ended; waits for it.
    func outcome(of index: Int) -> Compilation.Outcome
    /// Gives up on whatever has not begun, and waits for the rest.
    func cancel()
}
