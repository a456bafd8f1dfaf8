internal import Glibc

/// A file that appears under its name only when it is finished.
///
/// It is written beside its place under another name, brought to the disk, and then renamed, which the system does at
/// once or not at all. Standard output, pipes and devices cannot be replaced and are written to directly.
///
/// Invariant: `descriptor` is open while `isOpen`; `draft`, if there is one, names a file that this object made.
package final class OutputFile {
    /// What messages call the file.
    package let name: String
    private(set) var isOpen = true
    /// What the file is called until it appears; nil where it is written in place.
    package var draft: String? { place.draft }
    private let descriptor: Int32
    private let place: OutputPlace

    /// Opens the place for a file at `path`, or standard output for `-`.
    package init(_ path: String) throws(CaptureWriteError) {
        name = path == "-" ? "standard output" : path
        let place = try OutputPlace(path, name: name)
        let descriptor = place.opened()
        guard descriptor >= 0 else { throw .cannotCreate(path: name, reason: "\(SystemError.last)") }
        (self.place, self.descriptor) = (place, descriptor)
    }

    deinit { if isOpen { discard() } }

    /// Writes all of `bytes`; after a failure the file is given up.
    package func write(_ bytes: [UInt8]) throws(CaptureWriteError) {
        let failure = bytes.withUnsafeBytes { writeAll($0) }
        if let failure { throw giveUp(failure) }
    }

    /// Lets the file appear.
    package func finish() throws(CaptureWriteError) {
        if place.draft != nil, fsync(descriptor) != 0 { throw giveUp(.last) }
        isOpen = false
        let isClosed = !place.isOwned || close(descriptor) == 0
        guard isClosed, place.publish() else {
            let failure = SystemError.last
            place.removeDraft()
            throw .cannotWrite(path: name, reason: "\(failure)")
        }
    }
}

extension OutputFile {
    /// - Returns: why not all could be written, if it could not.
    private func writeAll(_ bytes: UnsafeRawBufferPointer) -> SystemError? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.write(descriptor, part.baseAddress, part.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return .last
            }
        }
        return nil
    }

    private func giveUp(_ failure: SystemError) -> CaptureWriteError {
        discard()
        return failure.code == EPIPE ? .readerHasLeft(path: name) : .cannotWrite(path: name, reason: "\(failure)")
    }

    private func discard() {
        isOpen = false
        if place.isOwned { close(descriptor) }
        place.removeDraft()
    }
}
