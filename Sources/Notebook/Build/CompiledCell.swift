/// What compiling one cell came to.
struct CompiledCell: Hashable, Codable, Sendable {
    /// The loadable code of a cell that compiled.
    struct Product: Hashable, Codable, Sendable {
        /// The shared library, as a blob of the store.
        var code: String
        /// The symbol that runs it; nil for a cell that goes on where a script has paused.
        var entry: String?
        /// The module file through which later cells see this one's names, as a blob of the store. It changes with the
        /// cell's interface only: a later cell is compiled again when a type changed, not when a value did.
        var interface: String
        /// What the compiler found out about the types of what the cell declares.
        var facts: TypeFacts
        /// Whether the code can read all environment variables at once, past the kernel's own `getenv`.
        var readsWholeEnvironment: Bool
    }

    /// Errors, warnings and notes, in order.
    var messages: [CompilerMessages.Message]
    /// Nil when the cell does not compile.
    var product: Product?
}

/// One cell as the compiler gets it.
struct CompileUnit: Sendable {
    /// The module of an earlier cell.
    struct Module: Hashable, Sendable {
        var name: String
        var interface: String
    }

    var id: String
    var source: CellSource
    /// The modules of the earlier cells whose names are visible, and of those that these see in turn.
    var modules: [Module]
    /// The names of the imported modules, for linking.
    var imports: [String]
    var declarations: [Declaration] = []
    /// Whether it is several cells in one, which no other unit sees.
    var isScript = false

    /// What later cells import to see this one.
    ///
    /// Its names are given as well: among imported names only those imported by themselves come before equal names of
    /// libraries, as names of the program itself do in a plain script.
    var exports: [String] {
        var names: [String] = []
        for declaration in declarations where !declaration.isConditional {
            guard let word = declaration.importWord else { continue }
            let name = "\(word) \(module).`\(declaration.name)`"
            if !names.contains(name) { names.append(name) }
        }
        return [module] + names
    }

    var module: String { Self.module(of: id) }
    var entry: String { "\(module)_main" }

    /// The name of the module that the cell `id` becomes.
    static func module(of id: String) -> String { "Cell_" + id.replacing("-", with: "_") }
}

extension CompileUnit {
    /// The cell `item` by itself, or the part that it is of a script's source.
    init(_ item: Compilation.Item, source: CellSource, modules: [Module]) {
        self.init(
            id: item.id, source: source, modules: modules, imports: item.importedModules,
            declarations: item.declarations)
    }
}
