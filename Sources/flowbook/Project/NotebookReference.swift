/// A notebook as a command found it, and a cell of it where one was named.
struct NotebookReference: Hashable, Sendable {
    /// The file, relative to the current folder unless it was named by an absolute path.
    let path: String
    /// The id after `#`, not yet looked up.
    let cell: String?

    /// The file's name without folders and ending: what the page is called.
    var name: String {
        let file = path.split(separator: "/").last ?? ""
        return String(file.hasSuffix(".swift") ? file.dropLast(6) : file)
    }
}
