import Foundation
import Synchronization

/// Compiles the cells of one notebook, each as soon as the cells it sees are compiled, on all cores.
///
/// What is in the store is taken from there at once; the rest is compiled in the background while the caller goes on
/// and asks for each cell when it needs it.
final class Compilation: CellSupply {
    /// One cell to compile; `visible` are indices of earlier ones.
    struct Item: Sendable {
        var id: String
        var visible: [Int]
        var imports: [String]
        var importedModules: [String]
        var body: CellSource.Body
        /// What the cell declares.
        var declarations: [Declaration] = []
        /// What the code gets to know as the line on which the cell begins: the notebook's where it asks for lines,
        /// else 1, so that moving the cell compiles nothing.
        var firstLine = 1
    }

    /// How compiling a cell ended, and how long it took (0 when it came from the store).
    enum Outcome: Sendable {
        case compiled(CompiledCell, CompileUnit, seconds: Double)
        /// A cell that it sees did not compile.
        case withheld
        /// The cell is not in the store, and nothing was to be compiled. The types are those that it had when it was
        /// compiled from the same texts before.
        case missing(TypeFacts?)
        /// A cell that it sees is missing; whether this one has to be compiled depends on what will be seen.
        case undecided(TypeFacts?)
        case impossible(BuildError)

        /// What is known of the types in the cell.
        var facts: TypeFacts? {
            switch self {
            case .compiled(let cell, _, _): cell.product?.facts
            case .missing(let facts), .undecided(let facts): facts
            case .withheld, .impossible: nil
            }
        }
    }

    private let compiler: CellCompiler
    private let items: [Item?]
    private let sourceKeys: [ContentHash]
    private let outcomes = Mutex<[Int: Outcome]>([:])
    private let operations: [Int: Operation]
    /// Whether nothing is compiled, only found out what is in the store.
    let isPlan: Bool
    var isScript: Bool { false }
    private let queue = OperationQueue()
    private let waited = Mutex<Duration>(.zero)

    /// How long callers have waited for outcomes so far.
    var timeWaited: Duration { waited.withLock { $0 } }

    /// Starts compiling those of `items` that are not in the store; nil stands for a cell without code.
    /// A plan starts nothing, and only finds out what is in the store.
    init(
        _ items: [Item?], compiler: CellCompiler, isPlan: Bool = false,
        cores: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        (self.items, self.compiler, self.isPlan) = (items, compiler, isPlan)
        sourceKeys = compiler.sourceKeys(of: items)
        var operations: [Int: Operation] = [:]
        var found: [Int: Outcome] = [:]
        for (index, item) in items.enumerated() {
            guard let item else { continue }
            let waits = item.visible.compactMap { operations[$0] }
            if waits.isEmpty, let outcome = Self.stored(item, seeing: found, compiler) {
                found[index] = outcome
                continue
            }
            let operation = BlockOperation()
            waits.forEach(operation.addDependency)
            operations[index] = operation
        }
        self.operations = operations
        outcomes.withLock { $0 = found }
        if !isPlan { start(cores: cores) }
    }

    /// How compiling the cell at `index` ended; waits for it.
    func outcome(of index: Int) -> Outcome {
        if isPlan, operations[index] != nil {
            let seesMissing = items[index]?.visible.contains { operations[$0] != nil } ?? false
            let facts = compiler.facts(ofSources: sourceKeys[index])
            return seesMissing ? .undecided(facts) : .missing(facts)
        }
        let start = ContinuousClock.now
        operations[index]?.waitUntilFinished()
        waited.withLock { $0 += ContinuousClock.now - start }
        return outcomes.withLock { $0[index] } ?? .withheld
    }

    /// Gives up on whatever has not begun, and waits for the rest.
    func cancel() {
        queue.cancelAllOperations()
        queue.waitUntilAllOperationsAreFinished()
    }

    private func start(cores: Int) {
        queue.maxConcurrentOperationCount = max(1, cores)
        for (index, operation) in operations.sorted(by: { $0.key < $1.key }) {
            (operation as? BlockOperation)?.addExecutionBlock { [weak self] in self?.compile(index) }
            queue.addOperation(operation)
        }
    }

    private func compile(_ index: Int) {
        let known = outcomes.withLock { $0 }
        guard let item = items[index] else { return }
        let outcome = Self.stored(item, seeing: known, compiler) ?? compileNow(item, sourceKeys[index], seeing: known)
        outcomes.withLock { $0[index] = outcome }
    }

    private func compileNow(_ item: Item, _ sourceKey: ContentHash, seeing known: [Int: Outcome]) -> Outcome {
        guard let unit = Self.unit(item, seeing: known) else { return .withheld }
        let start = ContinuousClock.now
        do {
            let cell = try compiler.compile(unit)
            try compiler.noteFamiliar(item)
            if let product = cell.product { try compiler.note(product.facts, ofSources: sourceKey) }
            return .compiled(cell, unit, seconds: (ContinuousClock.now - start) / .seconds(1))
        } catch {
            return .impossible(error)
        }
    }

    /// The outcome for `item` when it is in the store, or when a cell it sees has failed already.
    private static func stored(_ item: Item, seeing known: [Int: Outcome], _ compiler: CellCompiler) -> Outcome? {
        guard let unit = unit(item, seeing: known) else { return .withheld }
        return compiler.stored(unit).map { .compiled($0, unit, seconds: 0) }
    }

    /// What the compiler gets for `item`; nil when a cell it sees has no module.
    private static func unit(_ item: Item, seeing known: [Int: Outcome]) -> CompileUnit? {
        var (visible, modules): ([String], [CompileUnit.Module]) = ([], [])
        for index in item.visible {
            guard case .compiled(let cell, let unit, _) = known[index], let product = cell.product else { return nil }
            visible += unit.exports
            let reached = unit.modules + [CompileUnit.Module(name: unit.module, interface: product.interface)]
            modules += reached.filter { !modules.contains($0) }
        }
        let source = CellSource(
            id: item.id, imports: item.imports, cellImports: visible, body: item.body, firstLine: item.firstLine)
        return CompileUnit(item, source: source, modules: modules)
    }
}
