import Glibc

/// An error on its way out of a cell, as the run-time hands it over.
enum ThrownError {
    /// The text of `error`, allocated with malloc.
    ///
    /// A pointer to an error's box has the layout of `any Error` on this platform; it is only looked at, never owned.
    static func describe(_ error: UnsafeRawPointer?) -> UnsafeMutablePointer<CChar>? {
        guard let error else { return nil }
        return withUnsafePointer(to: error) { pointer in
            pointer.withMemoryRebound(to: (any Error).self, capacity: 1) { strdup("\($0.pointee)") }
        }
    }
}
