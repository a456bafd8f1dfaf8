internal import Glibc

/// Where a file is written to, and where it is to appear.
struct OutputPlace {
    /// Where the file is written meanwhile; nil where it is written in place.
    let draft: String?
    private let target: String
    /// The permissions of the file that is to be replaced.
    private let permissions: mode_t?

    /// Whether the descriptor is ours to close.
    var isOwned: Bool { target != "-" }

    init(_ path: String, name: String) throws(CaptureWriteError) {
        guard !path.isEmpty else { throw .cannotCreate(path: "\"\"", reason: "it is no name") }
        var status = stat()
        guard path != "-", stat(path, &status) == 0 else {
            (target, permissions) = (path, nil)
            draft = path == "-" ? nil : Self.draft(for: path)
            return
        }
        permissions = status.st_mode & 0o777
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR { throw .cannotCreate(path: name, reason: "it is a folder") }
        // Renaming would replace a file that its owner has protected, so that is asked for first.
        guard access(path, W_OK) == 0 else { throw .cannotCreate(path: name, reason: "\(SystemError.last)") }
        target = kind == S_IFREG ? Self.resolved(path) : path
        draft = kind == S_IFREG ? Self.draft(for: target) : nil
    }

    /// - Returns: a descriptor to write to, negative where the system refuses one.
    func opened() -> Int32 {
        guard isOwned else { return STDOUT_FILENO }
        guard let draft else { return open(target, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0, let permissions { fchmod(descriptor, permissions) }
        return descriptor
    }

    /// - Returns: whether the file is now where it belongs.
    func publish() -> Bool {
        draft.map { rename($0, target) == 0 } ?? true
    }

    func removeDraft() {
        if let draft { unlink(draft) }
    }

    /// The file that a symbolic link stands for: that one is to be replaced, and the link kept.
    private static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// A name beside `path` that nothing has: the process and a number that no other writer in it uses tell it apart.
    private static func draft(for path: String) -> String {
        let name = "\(path).part-\(getpid())"
        return (0...).lazy.map { $0 == 0 ? name : "\(name)-\($0)" }.first { access($0, F_OK) != 0 } ?? name
    }
}
