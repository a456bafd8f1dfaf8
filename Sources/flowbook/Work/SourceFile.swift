import Notebook

/// A notebook's file as it was read.
struct SourceFile: Sendable {
    let reference: NotebookReference
    let text: String
    let notebook: Notebook

    /// Reads and parses the file.
    init(_ reference: NotebookReference) throws {
        let bytes = try Files.read(reference.path)
        self.reference = reference
        notebook = try Notebook(parsing: bytes, name: reference.path)
        text = String(decoding: bytes, as: UTF8.self)
    }
}
