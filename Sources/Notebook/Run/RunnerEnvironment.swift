import Foundation

/// Everything outside a notebook that running it takes: the project, the toolchain, the library and the store.
package struct RunnerEnvironment: Sendable {
    /// The folder that cells find as their working directory, and that holds the store.
    package let project: String
    /// The environment variables that cells see: those given, and `FLOWBOOK`, the path of the program that runs them,
    /// so that a cell can start it.
    let variables: [String: String]
    let toolchain: Toolchain
    let library: Library
    let store: Store
    let libraryFingerprint: ContentHash
    let compiler: ForkServer
    let compiledCells = Memo<ContentHash, CompiledCell>()

    /// Opens the store, which `storeFolder` holds, or the project's own folder where that is nil.
    package init(
        project: String, storeFolder: String? = nil, variables: [String: String], toolchain: Toolchain, library: Library
    ) throws(BuildError) {
        self.project = project
        self.variables = variables.merging(["FLOWBOOK": Self.program]) { $1 }
        (self.toolchain, self.library) = (toolchain, library)
        compiler = ForkServer(
            toolchain.frontend, library: library.forkServer, environment: Self.compilerVariables, timeLimit: 300)
        store = try Store(in: storeFolder ?? project)
        libraryFingerprint = try Self.fingerprint(of: library, for: toolchain, store, prepare: compiler.prepare)
    }

    /// Whether the system lets cells find the same addresses in every run. Where it does not, results that mention
    /// addresses differ from run to run.
    package static var hasFixedAddresses: Bool { KernelRoot.hasFixedAddresses }

    /// Refuses a system that does not let the kernel have the open files that it needs.
    package static func requireDescriptors() throws(KernelError) { try DescriptorLimit.require() }

    /// A new folder that goes when the environment is closed.
    package func makeScratchFolder() throws(BuildError) -> String { try store.makeWorkFolder() }

    /// Removes what belongs to this process alone, and lets the store shrink to its limit.
    package func close() {
        store.close()
        shrinkStore()
    }

    /// Lets the store shrink to its limit.
    package func shrinkStore() { StoreSweep(root: store.root).evict() }

    /// What the compiler sees: its memory comes in large pages, which spares it two thousand page faults a cell.
    private static var compilerVariables: [String: String] {
        ProcessInfo.processInfo.environment.merging(["GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"]) { own, _ in own }
    }

    /// The path of this program, links resolved.
    private static var program: String { URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path }

    /// The hash of the library's content and of this program, whose way of compiling and running counts as well. It is
    /// computed once for each state of the files, and only where the toolchain can use the library.
    private static func fingerprint(
        of library: Library, for toolchain: Toolchain, _ store: Store, prepare: () -> Void
    ) throws(BuildError) -> ContentHash {
        let program = FileSignature(path: "/proc/self/exe")?.key ?? ""
        let key = ContentHash(
            fields: ["library", library.signature.description, toolchain.fingerprint.description, program])
        if let payload = store.read(.facts, key), let hash = ContentHash(String(decoding: payload, as: UTF8.self)) {
            return hash
        }
        // A store that does not know the library holds no cell that would fit it.
        prepare()
        try toolchain.require(builderOf: library)
        let hash = ContentHash(fields: [try library.contentHash().description, program])
        try store.write(.facts, key, Array(hash.description.utf8))
        return hash
    }
}
