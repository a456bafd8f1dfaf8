/// What a run of a notebook would do with each cell, and why.
package struct Plan: Hashable, Sendable {
    /// What happens to a cell.
    package enum Action: String, Hashable, Sendable {
        /// Prose without values: there is nothing to run.
        case nothing
        /// The result is in the store.
        case reuse
        /// The compiled cell is in the store, a result is not. Where an earlier cell is compiled first, this one is too
        /// if the names that it sees have changed.
        case run
        /// The cell is compiled. As a rule it runs then; only a result stored before under the same key spares that.
        case compile
        /// The cell cannot run.
        case withhold
    }

    /// One cell.
    package struct Entry: Hashable, Sendable {
        package var cell: Cell
        /// The cells that have to run before it, and why.
        package var dependencies: [Dependency]
        /// The name of everything on which the result rests but what the cell will be observed to read: 64 hexadecimal
        /// digits. Nil where it is not known before other cells have run, or where nothing can run.
        package var executionKey: String?
        /// The name of everything else that the page shows of the cell.
        package var presentationKey: String
        package var action: Action
        package var reason: String
        /// The cells that would run and need this one's state: where no process holds it, the cell is run once more for
        /// it, though its result is known.
        package var repeatedFor: [String]
    }

    /// In the notebook's order.
    package var entries: [Entry]
}
