import Foundation

/// The Swift compiler on PATH and the tools beside it.
public struct Toolchain: Hashable, Sendable {
    let frontend: String
    let linker: String
    let symbolizer: String
    /// The folder of the runtime's shared libraries.
    let runtime: String
    /// The object file that makes a library's types and conformances known to the run-time when it is loaded.
    let registration: String
    /// Changes whenever another compiler is installed.
    let fingerprint: ContentHash

    /// Finds the toolchain that `searchPath`, a colon-separated list of directories, leads to.
    public init(searchPath: String) throws(BuildError) {
        let candidates = searchPath.split(separator: ":").map { "\($0)/swiftc" }
        guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else {
            throw .compilerMissing(searched: searchPath)
        }
        let compiler = URL(fileURLWithPath: found).resolvingSymlinksInPath()
        let directory = compiler.deletingLastPathComponent().path
        frontend = try Self.tool("swift-frontend", in: directory)
        // gold starts several times faster than the toolchain's own linker, and starting is most of linking a cell.
        let gold = searchPath.split(separator: ":").map { String("\($0)/ld.gold") }
            .first { access($0, X_OK) == 0 }
        if let gold { linker = gold } else { linker = try Self.tool("ld.lld", in: directory) }
        symbolizer = try Self.tool("llvm-symbolizer", in: directory)
        let usr = compiler.deletingLastPathComponent().deletingLastPathComponent()
        runtime = usr.appendingPathComponent("lib/swift/linux").path
        registration = try Self.registration(in: runtime)
        fingerprint = ContentHash(
            fields: [frontend, linker].flatMap { [$0, FileSignature(path: $0)?.key ?? ""] })
    }

    /// The compiler's version, such as `6.3.1`, asked of the compiler itself.
    func version() throws(BuildError) -> String {
        let process = Subprocess(path: frontend, arguments: ["-version"])
        do {
            let text = String(decoding: try process.run().output, as: UTF8.self)
            return Self.version(in: text) ?? "of an unknown version"
        } catch {
            throw .toolFailed(frontend, reason: error.reason)
        }
    }

    /// Refuses a library that another compiler has built, which no cell could import.
    func require(builderOf library: Library) throws(BuildError) {
        let (found, needed) = (try version(), library.compilerVersion)
        guard found == needed else { throw .compilerDiffers(found: found, needed: needed ?? "an unknown version") }
    }

    /// The version in a text such as `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
    static func version(in text: String) -> String? {
        guard let match = text.firstMatch(of: /Swift version ([0-9][0-9.]*)/) else { return nil }
        return String(match.1)
    }

    private static func registration(in runtime: String) throws(BuildError) -> String {
        let candidates = ["x86_64", "aarch64"].map { "\(runtime)/\($0)/swiftrt.o" }
        guard let found = candidates.first(where: { access($0, R_OK) == 0 }) else {
            throw .toolMissing("swiftrt.o", beside: runtime)
        }
        return found
    }

    /// The runtime libraries, as the linker names them, that a cell importing `modules` may need besides those that the
    /// kernel has loaded.
    func runtimeLibraries(for modules: [String]) -> [String] {
        let candidates = modules.flatMap { module in
            module == "Foundation"
                ? ["Foundation", "FoundationEssentials", "FoundationInternationalization", "dispatch", "swiftDispatch"]
                : module == "Dispatch" ? ["dispatch", "swiftDispatch"] : [module, "swift\(module)"]
        }
        var seen: Set<String> = []
        return candidates.filter { seen.insert($0).inserted && access("\(runtime)/lib\($0).so", R_OK) == 0 }
    }

    private static func tool(_ name: String, in directory: String) throws(BuildError) -> String {
        let path = "\(directory)/\(name)"
        guard access(path, X_OK) == 0 else { throw .toolMissing(name, beside: "\(directory)/swiftc") }
        return path
    }
}
