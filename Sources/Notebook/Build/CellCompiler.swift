import Foundation

/// Turns a cell into a small shared library, once for each content.
struct CellCompiler: Sendable {
    var toolchain: Toolchain
    var library: Library
    var libraryFingerprint: ContentHash
    var store: Store
    var frontend: ForkServer
    /// What of the store has been read: to decode it takes longer than all else about a cell that need not be compiled.
    var known: Memo<ContentHash, CompiledCell>

    init(_ environment: RunnerEnvironment) {
        (toolchain, library, store) = (environment.toolchain, environment.library, environment.store)
        (libraryFingerprint, frontend) = (environment.libraryFingerprint, environment.compiler)
        known = environment.compiledCells
    }

    /// The name under which the result of compiling `unit` is stored: everything the compiler sees.
    func key(of unit: CompileUnit) -> ContentHash {
        var hasher = ContentHasher()
        hasher.field("compile 5")
        hasher.field(toolchain.fingerprint)
        hasher.field(libraryFingerprint)
        hasher.field(unit.id)
        hasher.field(unit.isScript ? "script" : "cell")
        hasher.field(unit.source.text)
        for module in unit.modules { hasher.field(module.name + " " + module.interface) }
        return hasher.finish()
    }

    /// The stored result of compiling `unit`, if it is there and whole.
    func stored(_ unit: CompileUnit) -> CompiledCell? {
        let key = key(of: unit)
        guard let cell = known[key] ?? read(key) else { return nil }
        known.keep(cell, for: key)
        let blobs = cell.product.map { [$0.code, $0.interface] } ?? []
        return blobs.allSatisfy { ContentHash($0).flatMap(store.blob) != nil } ? cell : nil
    }

    /// Compiles and links `unit`, and stores what comes of it.
    func compile(_ unit: CompileUnit) throws(BuildError) -> CompiledCell {
        let folder = try store.makeWorkFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write(unit.source.text, to: "\(folder)/cell.swift")
        let run = try translate(unit, in: folder)
        let messages = CompilerMessages.parse(run.errorText, file: unit.id, firstLine: unit.source.firstLine)
            .withoutWarnings(aboutAdditionsOf: unit.source)
        guard run.status == 0 else { return try failure(messages, run, of: unit) }
        let linker = Subprocess(path: toolchain.linker, arguments: linkArguments(unit), directory: folder)
        let linked = try perform(toolchain.linker) { () throws(Subprocess.Problem) in try linker.run() }
        guard linked.status == 0 else { throw .toolFailed(toolchain.linker, reason: firstLine(linked.errorText)) }
        return try keep(CompiledCell(messages: messages, product: try product(of: unit, in: folder)), for: unit)
    }
}

private extension CellCompiler {
    /// Runs the compiler.
    ///
    /// What a cell adds to an earlier cell's type must be public where it is asked for by a public protocol, since it
    /// stands in another module. In a script it need not be: then the compiler is told to forget about access.
    func translate(_ unit: CompileUnit, in folder: String) throws(BuildError) -> Subprocess.Completed {
        let arguments = try frontendArguments(unit, folder: folder)
        func run(_ arguments: [String]) throws(BuildError) -> Subprocess.Completed {
            try perform(toolchain.frontend) { () throws(Subprocess.Problem) in try frontend.run(arguments, in: folder) }
        }
        let completed = try run(arguments)
        guard completed.status != 0, completed.errorText.contains(Self.accessComplaint) else { return completed }
        return try run(arguments + ["-disable-access-control"])
    }

    static let accessComplaint = "must be declared public because it matches a requirement in public protocol"

    func read(_ key: ContentHash) -> CompiledCell? {
        store.read(.compiled, key).flatMap { try? JSONDecoder().decode(CompiledCell.self, from: Data($0)) }
    }

    func keep(_ cell: CompiledCell, for unit: CompileUnit) throws(BuildError) -> CompiledCell {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(cell) else { return cell }
        try store.write(.compiled, key(of: unit), Array(data))
        return cell
    }

    /// A cell that does not compile. When the compiler failed without saying so of the cell, it was perhaps killed:
    /// what is left of that is shown, and not kept.
    func failure(
        _ messages: [CompilerMessages.Message], _ run: Subprocess.Completed, of unit: CompileUnit
    ) throws(BuildError) -> CompiledCell {
        guard !messages.contains(where: { $0.severity == .error }) else {
            return try keep(CompiledCell(messages: messages), for: unit)
        }
        let reason = "the compiler failed (status \(run.status)): \(firstLine(run.errorText))"
        return CompiledCell(messages: messages + [CompilerMessages.Message(severity: .error, text: reason)])
    }

    func product(of unit: CompileUnit, in folder: String) throws(BuildError) -> CompiledCell.Product {
        let code = try content(of: "\(folder)/cell.so")
        return CompiledCell.Product(
            code: try store.writeBlob(code).description, entry: unit.entry,
            interface: try store.writeBlob(try content(of: "\(folder)/cell.swiftmodule")).description,
            facts: (try? TypeFacts(abiDescriptor: Data(content(of: "\(folder)/cell.abi.json")))) ?? TypeFacts(),
            readsWholeEnvironment: WholeEnvironment.isRead(by: code))
    }

    /// What stands before the names of all cells' types where a value is described in full: `Notebook.Flow`.
    private static let abiName = "Notebook"

    func frontendArguments(_ unit: CompileUnit, folder: String) throws(BuildError) -> [String] {
        var arguments = [
            "-c", "cell.swift", "-module-name", unit.module, "-module-abi-name", Self.abiName, "-o", "cell.o",
            "-emit-module-path", "cell.swiftmodule", "-emit-abi-descriptor-path", "cell.abi.json",
            "-entry-point-function-name", unit.entry, "-enable-testing", "-Onone", "-swift-version", "5",
            "-no-serialize-debugging-options", "-ignore-module-source-info", "-disable-llvm-verify", "-sil-verify-none",
            "-diagnostic-style", "llvm", "-no-color-diagnostics", "-I", library.modules,
        ]
        // Nothing is ever asked about places in a script.
        if !unit.isScript { arguments += ["-gline-tables-only", "-file-compilation-dir", "/cell"] }
        for module in unit.modules {
            guard let path = ContentHash(module.interface).flatMap(store.blob) else {
                throw .storeUnwritable(store.root, reason: "an entry disappeared while it was in use")
            }
            arguments.append("-swift-module-file=\(module.name)=\(path)")
        }
        return arguments
    }

    /// Symbols of the library and of earlier cells stay undefined: the kernel has them all when it loads the cell.
    func linkArguments(_ unit: CompileUnit) -> [String] {
        let libraries = toolchain.runtimeLibraries(for: unit.imports)
        let search = libraries.isEmpty ? [] : ["-L", toolchain.runtime, "-rpath", toolchain.runtime, "--as-needed"]
        let objects = ["cell.o", toolchain.registration]
        return ["-shared", "--eh-frame-hdr"] + objects + ["-o", "cell.so"] + search + libraries.map { "-l\($0)" }
    }

    /// Runs a tool. A full disk is no fault of the cell's, whatever the tool makes of it.
    func perform(
        _ tool: String, _ run: () throws(Subprocess.Problem) -> Subprocess.Completed
    ) throws(BuildError) -> Subprocess.Completed {
        let completed: Subprocess.Completed
        do {
            completed = try run()
        } catch {
            throw .toolFailed(tool, reason: error.reason)
        }
        let full = String(cString: strerror(ENOSPC))
        guard completed.status == 0 || !completed.errorText.localizedCaseInsensitiveContains(full) else {
            throw .storeUnwritable(store.root, reason: "no space left on device")
        }
        return completed
    }

    func write(_ text: String, to path: String) throws(BuildError) {
        do throws(FileFailure) {
            try FileDraft(Data(text.utf8), aside: "\(path).new", for: path).place()
        } catch {
            throw .storeUnwritable(store.root, reason: error.reason)
        }
    }

    func content(of path: String) throws(BuildError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .storeUnwritable(path, reason: "was not written by the compiler")
        }
        return Array(data)
    }

    func firstLine(_ text: String) -> String { text.split(separator: "\n").first.map(String.init) ?? "no message" }
}

/// Tells whether code can read the process's whole environment.
///
/// `getenv` is observed by the kernel, name by name. `ProcessInfo.environment` and the variable `environ` are not calls
/// that can be observed; their names in the code's symbol table are.
private enum WholeEnvironment {
    static let marks = ["ProcessInfoC11environment", "\0environ\0", "\0__environ\0", "\0_environ\0"].map {
        Data($0.utf8)
    }

    static func isRead(by code: [UInt8]) -> Bool {
        let data = Data(code)
        return marks.contains { data.range(of: $0) != nil }
    }
}
