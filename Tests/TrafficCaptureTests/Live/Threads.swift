import Foundation

/// Work on a thread of its own, that ends with it: what the thread does to itself, such as entering a network
/// namespace, touches no other test, and its waiting keeps no other test from running.
final class Work<Value: Sendable>: Sendable {
    private let result = Result()

    init(_ body: @escaping @Sendable () throws -> Value) {
        Thread { [result] in result.set(Swift.Result(catching: body)) }.start()
    }

    /// The outcome, waited for.
    func value() throws -> Value { try result.get().get() }

    private final class Result: @unchecked Sendable {
        private let condition = NSCondition()
        private var outcome: Swift.Result<Value, any Error>?

        func set(_ outcome: Swift.Result<Value, any Error>) {
            condition.withLock {
                self.outcome = outcome
                condition.broadcast()
            }
        }

        func get() -> Swift.Result<Value, any Error> {
            condition.withLock {
                while true {
                    if let outcome { return outcome }
                    condition.wait()
                }
            }
        }
    }
}

/// Runs `body` on a thread of its own and waits for it.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) throws -> Value {
    try Work(body).value()
}
