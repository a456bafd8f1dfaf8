import Glibc
import NotebookDisplay

/// A running kernel: a root process without any cell, and the snapshots made from it.
///
/// Used from one thread. Whatever happens to the runner, no process of the kernel outlives it: each notices that its
/// channel is closed.
///
///     let session = try KernelSession(options)
///     let run = try session.run(image, from: session.root, limits: CellLimits(), interruption: interruption)
///     if case .completed(let snapshot) = run.ending { … session.run(next, from: snapshot, …) }
package final class KernelSession {
    package struct Options: Sendable {
        /// The path of `flowbook-kernel`.
        package var executable: String
        /// Where every cell finds itself.
        package var workingDirectory: String
        /// What every cell finds, besides the variables that are fixed.
        package var environment: [String: String]
        /// Whether sets and dictionaries have the same order in every run.
        package var hashesDeterministically = true
        package var symbolizer: Symbolizer

        package init(
            executable: String, workingDirectory: String, environment: [String: String], symbolizer: Symbolizer
        ) {
            self.executable = executable
            self.workingDirectory = workingDirectory
            self.environment = environment
            self.symbolizer = symbolizer
        }
    }

    /// A process of the kernel that waits as a snapshot.
    struct Process {
        var link: KernelLink
        /// The process that forked it; nil for the root.
        var parent: UInt32?
        /// The ticket under which it can be used now.
        var ticket: UInt64
    }

    /// The state before the first cell.
    package let root = Snapshot(identity: 0, bond: nil)

    package let options: Options
    let queue: OutputQueue
    private let rootProcess: KernelRoot
    var processes: [UInt32: Process] = [:]
    private var lastNumber: UInt32 = 0
    private var lastTicket: UInt64 = 0
    private var hasGreeted = false

    /// Starts a kernel, which takes it a few milliseconds; the first cell waits for that.
    package init(_ options: Options) throws(KernelError) {
        self.options = options
        queue = try OutputQueue()
        rootProcess = try KernelRoot(options, queue: queue)
        processes[0] = Process(link: rootProcess.link, parent: nil, ticket: 0)
        queue.closeSenders()
    }

    deinit { close() }

    /// Ends the session: all its processes are gone when this returns. Further use of its snapshots throws.
    package func close() {
        processes = [:]
        rootProcess.close()
    }

    /// Ends a snapshot and every snapshot made from it, without waiting. The root goes only with the session.
    package func discard(_ snapshot: Snapshot) {
        guard let number = number(of: snapshot), let parent = processes[number]?.parent.flatMap({ processes[$0] })
        else {
            return
        }
        forget(number)
        // The ends of those discarded before are told on the same channel, which must not fill up.
        while case .report = parent.link.receive() {}
        // A parent that is gone has taken the child with it.
        try? parent.link.send(.discard(number))
    }
}

extension KernelSession.Options {
    /// What the page must not depend on is the same for every cell everywhere.
    var fixedEnvironment: [String: String] {
        var variables = environment
        variables["TZ"] = "UTC"
        variables["LANG"] = "C.UTF-8"
        variables["LC_ALL"] = "C.UTF-8"
        variables["SWIFT_BACKTRACE"] = "enable=no"
        variables["SWIFT_DETERMINISTIC_HASHING"] = hashesDeterministically ? "1" : nil
        return variables
    }
}

extension KernelSession {
    /// The number of the process behind a ticket that is still valid.
    func number(of snapshot: Snapshot) -> UInt32? { processes.first { $0.value.ticket == snapshot.identity }?.key }

    func newNumber() -> UInt32 {
        lastNumber += 1
        return lastNumber
    }

    /// A new ticket for a process that has just become the snapshot after a cell.
    func issueTicket(for number: UInt32, bond: Snapshot.Bond?) -> Snapshot {
        lastTicket += 1
        processes[number]?.ticket = lastTicket
        return Snapshot(identity: lastTicket, bond: bond)
    }

    /// Drops a process and all below it.
    func forget(_ number: UInt32) {
        processes[number] = nil
        for (child, process) in processes where process.parent == number { forget(child) }
    }

    /// Waits until the kernel has told that it is ready and of this version; once.
    func awaitGreeting() throws(KernelError) {
        guard !hasGreeted else { return }
        hasGreeted = true
        let report = awaitReport(on: rootProcess.link, milliseconds: 10_000)
        guard report != .hello(version: KernelReport.version) else { return }
        var said = OutputCollector(limits: CellLimits())
        while queue.receive({ said.add($1, from: $0) }) {}
        rootProcess.close()
        let texts = said.finished(isExact: false).map { item in
            if case .stream(_, let bytes) = item { String(decoding: bytes, as: UTF8.self) } else { "" }
        }
        let reason = texts.joined().split(separator: "\n").first.map(String.init)
        throw KernelError(.couldNotStart, options.executable, reason ?? "no answer of this version")
    }

    /// The next report on `link`; nil when it is closed or silent for this long.
    private func awaitReport(on link: KernelLink, milliseconds: Int32) -> KernelReport? {
        var request = pollfd(fd: link.descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            switch link.receive() {
            case .report(let report): return report
            case .closed: return nil
            case .nothing: if poll(&request, 1, milliseconds) == 0 { return nil }
            }
        }
    }
}
