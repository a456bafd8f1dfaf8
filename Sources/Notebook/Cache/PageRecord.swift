import Foundation
import NotebookDisplay

/// Remembers which pages of a folder Flowbook wrote, and of which notebooks, so that the page of a notebook that is
/// gone can go too.
package struct PageRecord {
    private let store: Store
    private let key: ContentHash
    private let folder: String

    /// The record of the pages in `folder`.
    package init(_ environment: RunnerEnvironment, folder: String) {
        (store, self.folder) = (environment.store, Self.absolute(folder))
        key = ContentHash(fields: ["written pages", environment.project, self.folder])
    }

    /// Takes down that pages were just written: the path of each page's notebook, by the name of the page's file.
    /// - Returns: the paths of the pages whose notebooks are gone. Only those are among them that are still the very
    ///   files that Flowbook wrote.
    package func note(_ notebooks: [String: String]) -> [String] {
        let written = notebooks.compactMap { name, notebook in
            signature(of: name).map { Entry(name: name, notebook: Self.absolute(notebook), signature: $0) }
        }
        let earlier = entries.filter { notebooks[$0.name] == nil && signature(of: $0.name) == $0.signature }
        var writer = FrameWriter()
        writer.write(earlier + written)
        try? store.write(.facts, key, writer.bytes)
        return earlier.filter { access($0.notebook, F_OK) != 0 }.map { "\(folder)/\($0.name)" }.sorted()
    }

    private var entries: [Entry] {
        guard let payload = store.read(.facts, key) else { return [] }
        var reader = FrameReader(payload)
        return (try? reader.read()) ?? []
    }

    private func signature(of name: String) -> String? { FileSignature(path: "\(folder)/\(name)")?.key }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}

/// A page that was written.
private struct Entry {
    /// The name of the page's file.
    let name: String
    /// The path of the notebook.
    let notebook: String
    /// What the file system said of the page then.
    let signature: String
}

extension Entry: FrameCodable {
    func encode(into writer: inout FrameWriter) {
        for text in [name, notebook, signature] { writer.write(text) }
    }

    init(from reader: inout FrameReader) throws(FrameError) {
        (name, notebook, signature) = (try reader.read(), try reader.read(), try reader.read())
    }
}
