import Synchronization

/// Files whose content has been checked, and that are the same since, as far as the file system says.
final class IntactFiles: Sendable {
    private let signatures = Mutex<[String: FileSignature]>([:])

    /// Takes down that the file at `path` was just found to be intact.
    func note(_ path: String) {
        let signature = FileSignature(path: path)
        signatures.withLock { $0[path] = signature }
    }

    /// Whether the file at `path` is the one that was found to be intact.
    func contains(_ path: String) -> Bool {
        guard let known = signatures.withLock({ $0[path] }) else { return false }
        return FileSignature(path: path) == known
    }
}
