import Foundation

/// A lock on a file, held until it is released.
final class Lock {
    private var descriptor: Int32

    init(at path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        flock(descriptor, LOCK_EX)
    }

    func release() {
        close(descriptor)
        descriptor = -1
    }
}
