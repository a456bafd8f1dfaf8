import Glibc

/// What a file was like, as far as one can tell without reading it.
package enum FileState: Hashable, Sendable {
    case missing
    case regular(FileSignature)
    /// Outside of a listing, size and times of a directory are zero: they change with every file in it.
    case directory(FileSignature)
    case other(FileSignature)
    /// The system refused to say.
    case unreadable
}

extension FileState {
    /// The state of the file at `path` now.
    package init(at path: String, followingLinks: Bool = true) {
        var status = stat()
        let result = fstatat(AT_FDCWD, path, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW)
        guard result == 0 else {
            self = errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable
            return
        }
        let signature = FileSignature(status)
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .regular(signature)
        case S_IFDIR: self = .directory(signature)
        default: self = .other(signature)
        }
    }

    /// The same, except that nothing of a directory counts but which one it is: what `asked` observations hold.
    package var ignoringEntries: FileState {
        guard case .directory(var signature) = self else { return self }
        (signature.size, signature.modified, signature.changed) = (0, 0, 0)
        return .directory(signature)
    }

    /// The state as text, for use in a key.
    var key: String { signature.map { "\(kind) \($0.key)" } ?? kind }

    /// What kind of thing it is, as text.
    var kind: String {
        switch self {
        case .missing: "missing"
        case .regular: "file"
        case .directory: "folder"
        case .other: "other"
        case .unreadable: "unreadable"
        }
    }

    private var signature: FileSignature? {
        switch self {
        case .regular(let signature), .directory(let signature), .other(let signature): signature
        case .missing, .unreadable: nil
        }
    }
}
