import Synchronization

/// Remembers what was found out or made of something, for as long as the process runs.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: Value]>([:])

    /// What is remembered of `key`.
    subscript(key: Key) -> Value? { known.withLock { $0[key] } }

    /// Remembers `value` for `key`.
    func keep(_ value: Value, for key: Key) {
        known.withLock { known in
            // What edited cells no longer need piles up only so far.
            if known.count > 1000 { known = [:] }
            known[key] = value
        }
    }

    /// What is remembered of `key`, made where nothing is.
    func value(of key: Key, make: () -> Value) -> Value {
        if let value = self[key] { return value }
        let value = make()
        keep(value, for: key)
        return value
    }
}
