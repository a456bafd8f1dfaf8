import Glibc

/// Why the kernel itself, not a cell, failed.
package struct KernelError: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        case couldNotStart, lost, snapshotGone, commandTooLong, noSockets, noDescriptors, stepUnknown
    }

    package var code: Code
    /// What it is about: the path of the executable, the name of a call.
    package var subject: String
    /// The reason the system gave.
    package var reason: String

    init(_ code: Code, _ subject: String, _ reason: String) {
        self.code = code
        self.subject = subject
        self.reason = reason
    }
}

extension KernelError {
    /// A `call` that needs a descriptor failed with this `errno`.
    static func noDescriptors(_ call: String, code: Int32) -> KernelError {
        KernelError(.noDescriptors, call, String(cString: strerror(code)))
    }

    /// Whether a kernel that worked is gone, in whole or in part.
    var isLoss: Bool { code == .lost || code == .snapshotGone }
}

extension KernelError: CustomStringConvertible {
    package var description: String {
        switch code {
        case .couldNotStart: "the kernel could not be started: \(subject): \(reason); build it with `make`"
        case .lost: "the kernel is gone: \(subject): \(reason); run the notebook again"
        case .snapshotGone: "a snapshot was used after its end: \(subject): \(reason)"
        case .commandTooLong: "a cell's arguments are too long: \(subject): \(reason)"
        case .noSockets:
            "no sockets for the kernel's output: \(subject): \(reason)"
        case .stepUnknown:
            "a fault of Flowbook, not of the notebook: cell \(subject): \(reason); run the notebook again, and report it"
        case .noDescriptors:
            "the system gives no more descriptors: \(subject): \(reason); raise the limit on open files with `ulimit -n`"
        }
    }
}
