import Foundation

/// The analysis library as cells see it: the kernel that holds its code, and the modules they import.
package struct Library: Hashable, Sendable {
    /// The kernel's executable.
    let kernel: String
    /// The folder of `.swiftmodule` files.
    let modules: String
    /// The library that makes a fork server of the compiler.
    let forkServer: String

    /// The modules a cell may import from here.
    static let moduleNames = ["NotebookDisplay", "Traffic", "TrafficCapture"]

    /// Finds the library that belongs to the program at `executable`: beside it in a build folder, or where
    /// `make install` puts it.
    package init(besideExecutable executable: String) throws(BuildError) {
        let directory = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        let built = (
            kernel: directory.appendingPathComponent("flowbook-kernel"),
            modules: directory.appendingPathComponent("Modules")
        )
        let prefix = directory.deletingLastPathComponent()
        let installed = (
            kernel: prefix.appendingPathComponent("libexec/flowbook/flowbook-kernel"),
            modules: prefix.appendingPathComponent("lib/flowbook/Modules")
        )
        let found = [built, installed].first { FileManager.default.isExecutableFile(atPath: $0.kernel.path) }
        guard let found else { throw .libraryMissing(built.kernel.path) }
        try self.init(kernel: found.kernel.path, modules: found.modules.path)
    }

    /// A library at the given places.
    package init(kernel: String, modules: String) throws(BuildError) {
        (self.kernel, self.modules) = (kernel, modules)
        let folder = URL(fileURLWithPath: kernel).deletingLastPathComponent()
        forkServer = folder.appendingPathComponent("libflowbook-forkserver.so").path
        for path in [kernel, forkServer] + moduleFiles where access(path, R_OK) != 0 { throw .libraryMissing(path) }
    }

    var moduleFiles: [String] { Self.moduleNames.map { "\(modules)/\($0).swiftmodule" } }

    /// What the file system says of all its files: a cheap stand-in for their content.
    var signature: ContentHash {
        ContentHash(fields: ([kernel] + moduleFiles).map { "\($0) \(FileSignature(path: $0)?.key ?? "")" })
    }

    /// The hash of the content of all its files.
    func contentHash() throws(BuildError) -> ContentHash {
        var hasher = ContentHasher()
        for path in [kernel] + moduleFiles {
            let content = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
            guard let content else { throw .libraryMissing(path) }
            hasher.field(Array(content))
        }
        return hasher.finish()
    }
}
