import Foundation

/// What the file system says of a file without reading it; it changes with the content, unless that was written
/// twice within a tick of the file system's clock.
struct FileSignature: Hashable, Sendable {
    var device: UInt64
    var inode: UInt64
    var size: Int64
    var modified: Int64
    var changed: Int64
    var isFolder: Bool

    /// The signature of the file at `path`, links followed; nil when there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Self.nanoseconds(status.st_mtim)
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        changed = Self.nanoseconds(status.st_ctim)
    }

    /// The signature as text, for use in a key.
    var key: String { "\(device):\(inode):\(size):\(modified):\(changed)" }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
