import Glibc

/// What the file system says of a file without reading it; it changes with the content, unless that was written
/// twice within a tick of the file system's clock.
package struct FileSignature: Hashable, Sendable {
    package var device: UInt64
    package var inode: UInt64
    package var size: UInt64
    /// Nanoseconds since 1970, of the content and of the inode. The first can be any time, since programs may set it.
    package var modified: Int64
    package var changed: Int64
}

extension FileSignature {
    /// The signature of the file at `path`, links followed; nil when there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
        self.init(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: UInt64(status.st_size),
            modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim))
    }

    /// The signature as text, for use in a key.
    var key: String { "\(device):\(inode):\(size):\(modified):\(changed)" }
}
