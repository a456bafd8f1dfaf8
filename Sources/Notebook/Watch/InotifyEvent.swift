import Foundation

/// One event as the kernel writes it: watch, mask, cookie and name length, 32 bits each, then the padded name.
struct InotifyEvent {
    var watch: Int32
    /// Of the file in the watched folder; empty where the event is about the folder itself.
    var name: String
    private var mask: Int32

    /// Whether events were lost because too many waited.
    var isOverflow: Bool { has(IN_Q_OVERFLOW) }
    /// Whether the watched folder is gone from its place.
    var isOfLostFolder: Bool { has(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) }
    /// Whether the names in the folder are others now.
    var changesNames: Bool { has(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO) }

    private func has(_ bits: some BinaryInteger) -> Bool { mask & Int32(truncatingIfNeeded: bits) != 0 }

    /// The events that `bytes` hold one after the other.
    static func parse(_ bytes: [UInt8]) -> [InotifyEvent] {
        var events: [InotifyEvent] = []
        var rest = bytes[...]
        while rest.count >= 16 {
            let words = rest.withUnsafeBytes { raw in
                (0..<4).map { raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
            }
            let length = min(Int(words[3]), rest.count - 16)
            let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
            events.append(
                InotifyEvent(
                    watch: Int32(bitPattern: words[0]), name: String(decoding: name, as: UTF8.self),
                    mask: Int32(bitPattern: words[1])))
            rest = rest.dropFirst(16 + length)
        }
        return events
    }
}
