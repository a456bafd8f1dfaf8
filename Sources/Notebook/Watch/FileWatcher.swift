import Foundation

/// Tells when any of some files changes, however it is written: in place, or by renaming another file over it.
package final class FileWatcher {
    private let descriptor: Int32
    /// The watched names, by the watch on their folder.
    private var names: [Int32: Set<String>] = [:]
    private var folders: [String: Int32] = [:]

    /// Nil, with `errno` set, where the system gives no more watches.
    package init?() {
        descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// What to poll for reading.
    package var fileDescriptor: Int32 { descriptor }

    /// Watches the file at `path`, which need not exist; its folder must.
    package func watch(_ path: String) {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        let folder = url.deletingLastPathComponent().path
        let watch = folders[folder] ?? inotify_add_watch(descriptor, folder, Self.events)
        guard watch >= 0 else { return }
        folders[folder] = watch
        names[watch, default: []].insert(url.lastPathComponent)
    }

    /// Takes all waiting events; the watched files that they were about.
    package func takeChanges() -> Set<String> {
        var changed: Set<String> = []
        while true {
            let bytes = [UInt8](unsafeUninitializedCapacity: 16384) { buffer, count in
                count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
            }
            guard !bytes.isEmpty else { return changed }
            for event in InotifyEvent.parse(bytes) where names[event.watch]?.contains(event.name) == true {
                changed.formUnion(folders.filter { $0.value == event.watch }.map { "\($0.key)/\(event.name)" })
            }
        }
    }

    private static let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
}

/// One event as the kernel writes it: watch, mask, cookie and name length, 32 bits each, then the padded name.
private struct InotifyEvent {
    var watch: Int32
    var name: String

    static func parse(_ bytes: [UInt8]) -> [InotifyEvent] {
        var events: [InotifyEvent] = []
        var rest = bytes[...]
        while rest.count >= 16 {
            let words = rest.withUnsafeBytes { raw in
                (0..<4).map { raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
            }
            let length = min(Int(words[3]), rest.count - 16)
            let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
            events.append(InotifyEvent(watch: Int32(bitPattern: words[0]), name: String(decoding: name, as: UTF8.self)))
            rest = rest.dropFirst(16 + length)
        }
        return events
    }
}
