import Foundation

/// A file written aside, which then takes the place of another at once: whatever happens, a reader finds the old
/// content or the new one, whole.
struct FileDraft {
    private let aside: String
    private let path: String

    /// Writes `content` to `aside`, a new file on the same file system as `path`. Where that fails nothing is left, and
    /// the failure names `path`.
    init(_ content: Data, aside: String, for path: String) throws(FileFailure) {
        (self.aside, self.path) = (aside, path)
        let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileFailure(path) }
        do throws(FileFailure) {
            try Self.write(content, to: descriptor, path)
        } catch {
            close(descriptor)
            unlink(aside)
            throw error
        }
        guard close(descriptor) != 0 else { return }
        let failure = FileFailure(path)
        unlink(aside)
        throw failure
    }

    /// Lets the draft take its place.
    func place() throws(FileFailure) {
        guard rename(aside, path) == 0 else {
            let failure = FileFailure(path)
            unlink(aside)
            throw failure
        }
    }

    /// Gives the draft up.
    func discard() { unlink(aside) }

    private static func write(_ content: Data, to descriptor: Int32, _ path: String) throws(FileFailure) {
        var rest = content[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { throw FileFailure(path) }
            rest = rest.dropFirst(max(0, count))
        }
    }
}

/// A call to the file system that failed.
struct FileFailure: Error, Hashable {
    let path: String
    /// The `errno` of the call.
    let code: Int32

    /// The failure that `errno` holds right after a call.
    init(_ path: String) { (self.path, code) = (path, errno) }

    /// The system's words, their first letter lowered: `no space left on device`.
    var reason: String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}

/// Folders.
enum Folder {
    /// Makes the folder at `path` with all above it, where they are missing.
    static func make(_ path: String) throws(FileFailure) {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, let slash = path.dropFirst().lastIndex(of: "/") else { throw FileFailure(path) }
        try make(String(path[..<slash]))
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileFailure(path) }
    }
}
