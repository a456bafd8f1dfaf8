import Foundation

/// The Swift compiler on PATH and the tools beside it.
package struct Toolchain: Hashable, Sendable {
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
    package init(searchPath: String) throws(BuildError) {
        let path = SearchPath(searchPath)
        guard let found = path.program("swiftc") else { throw .compilerMissing(searched: searchPath) }
        let compiler = URL(fileURLWithPath: found).resolvingSymlinksInPath()
        let directory = compiler.deletingLastPathComponent().path
        frontend = try Self.tool("swift-frontend", in: directory)
        // gold starts several times faster than the toolchain's own linker, and starting is most of linking a cell.
        linker = if let gold = path.program("ld.gold") { gold } else { try Self.tool("ld.lld", in: directory) }
        symbolizer = try Self.tool("llvm-symbolizer", in: directory)
        let usr = compiler.deletingLastPathComponent().deletingLastPathComponent()
        runtime = usr.appendingPathComponent("lib/swift/linux").path
        registration = try Self.registration(in: runtime)
        fingerprint = ContentHash(
            fields: [frontend, linker].flatMap { [$0, FileSignature(path: $0)?.key ?? ""] })
    }

    /// Refuses a library that another compiler has built than the toolchain's standard library: no cell could import
    /// it.
    func require(builderOf library: Library) throws(BuildError) {
        let folder = "\(runtime)/Swift.swiftmodule"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let module = files.first { $0.hasSuffix("-linux-gnu.swiftmodule") }.map { "\(folder)/\($0)" }
        let found = module.flatMap(Self.builder) ?? "of an unknown version"
        let needed = library.moduleFiles.first.flatMap(Self.builder)
        guard found == needed else { throw .compilerDiffers(found: found, needed: needed ?? "an unknown version") }
    }

    /// The version, such as `6.3.1`, of the compiler that wrote a module file. It stands in each of them, near the
    /// beginning, as `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
    private static func builder(ofModuleAt path: String) -> String? {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { return nil }
        let head = Array(data.prefix(1 << 16))
        guard let mark = head.firstRange(of: Array("Swift version ".utf8)) else { return nil }
        let version = head[mark.upperBound...].prefix { $0 == UInt8(ascii: ".") || (48...57).contains($0) }
        return String(decoding: version, as: UTF8.self)
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
