import CKernel
import Glibc
import NotebookDisplay

/// One process of the kernel: the state of a notebook after some cell, waiting for what to do from there.
///
/// The root is the state before the first cell. Running a cell forks a child that becomes the state after it; the
/// process itself stays as it was. The process is single-threaded whenever it forks.
struct SnapshotProcess {
    private var children: [UInt32: pid_t] = [:]
    /// Whether this process is to go on in the script that has paused in it.
    private var goesOn = false

    /// Greets the runner and serves it until it is gone.
    static func serve() -> Never {
        var process = SnapshotProcess()
        ControlChannel.send(KernelReport.helloPacket())
        while true {
            process.serveOnce()
            if process.goesOn { kernel_end_not_loaded("no script has paused in this process") }
        }
    }

    /// Ends a cell of a script of several cells, and serves the runner as the snapshot after it; returns, in a forked
    /// child, into the script to run its next cell.
    static func pauseScript() {
        CellInProcess.complete()
        var process = SnapshotProcess()
        while !process.goesOn { process.serveOnce() }
    }
}

extension SnapshotProcess {
    private mutating func serveOnce() {
        let events = kernel_wait()
        if events & Int32(KERNEL_CHILD.rawValue) != 0 { reap() }
        if events & Int32(KERNEL_COMMAND.rawValue) != 0 { obey() }
    }

    private mutating func obey() {
        guard let (command, channel) = ControlChannel.receive() else { leaveWithEverything() }
        switch command {
        case .run(let run) where channel < 0: execute(run, isFresh: false)
        case .run(let run): start(run, channel: channel)
        case .stop(let number): stop(number)
        // Its end is noticed later, so that the next command need not wait for it.
        case .discard(let number): if let child = children[number] { kill(child, SIGKILL) }
        }
    }

    private mutating func start(_ run: KernelCommand.Run, channel: Int32) {
        let child = kernel_fork(channel)
        if child == 0 {
            children = [:]
            execute(run, isFresh: true)
        } else if child > 0 {
            children[run.number] = child
        } else {
            ControlChannel.send(
                KernelReport.reapedPacket(.init(number: run.number, status: Self.notForked, usage: .none)))
        }
    }

    private mutating func execute(_ run: KernelCommand.Run, isFresh: Bool) {
        goesOn = run.entry == nil
        CellInProcess(run: run, isFresh: isFresh).execute()
    }

    /// The status of a child that could not be forked; no status of wait(2) looks like it.
    private static let notForked: Int32 = -1

    private mutating func stop(_ number: UInt32) {
        guard let child = children[number] else { return }
        kernel_stop_child(child)
        while children[number] != nil { reap(waiting: true) }
    }

    /// Takes the children that have ended. Whatever they left behind has become this process's own child, and ends too.
    private mutating func reap(waiting: Bool = false) {
        var status: Int32 = 0
        var usage = kernel_usage()
        if waiting { kernel_await_child() }
        while case let child = kernel_reap(&status, &usage), child > 0 {
            guard let number = children.first(where: { $0.value == child })?.key else { continue }
            children[number] = nil
            killStrangers()
            ControlChannel.send(KernelReport.reapedPacket(.init(number: number, status: status, usage: .init(usage))))
        }
    }

    private func killStrangers() {
        let known = Array(children.values)
        while case let stranger = kernel_stranger(known, known.count), stranger > 0 { kernel_kill_child(stranger) }
    }

    /// The runner is gone, or wants this snapshot gone: nothing below it may stay.
    private mutating func leaveWithEverything() -> Never {
        children = [:]
        killStrangers()
        kernel_leave()
    }
}

extension KernelReport.Usage {
    static let none = Self(wallNanoseconds: 0, userMicroseconds: 0, systemMicroseconds: 0, peakBytes: 0)

    init(_ usage: kernel_usage) {
        self.init(
            wallNanoseconds: usage.wall_nanoseconds, userMicroseconds: usage.user_microseconds,
            systemMicroseconds: usage.system_microseconds, peakBytes: usage.peak_bytes)
    }
}
