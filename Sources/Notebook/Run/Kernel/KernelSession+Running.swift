import CSystem
import Glibc
import NotebookDisplay

extension KernelSession {
    /// Runs a cell from a snapshot and waits for its end.
    ///
    /// From a snapshot without a bond any number of cells may be run, and none sees anything of the others. One with a
    /// bond is consumed, and so is one in which a script goes on.
    /// - Throws: only when the kernel itself fails; whatever the cell does is part of the result.
    package func run(
        _ cell: CellImage, from snapshot: Snapshot, limits: CellLimits, interruption: Interruption
    ) throws(KernelError) -> CellRun {
        try awaitGreeting()
        guard let origin = number(of: snapshot) else {
            throw KernelError(.snapshotGone, cell.name, "it was discarded, or consumed by a cell run from it")
        }
        let consumes = cell.consumes(snapshot)
        let number = try start(cell, from: origin, memory: limits.memory, inPlace: consumes)
        guard let process = processes[number], let parent = process.parent.flatMap({ processes[$0] }) else {
            throw KernelError(.lost, cell.name, "there is no process to run in")
        }
        var execution = CellExecution(number: number, link: process.link, parent: parent.link, limits: limits)
        execution.conduct(queue: queue, interruption: interruption)
        return try result(of: execution, image: cell, consumes: consumes)
    }
}

extension KernelSession {
    /// Sends the command; the number of the process in which the cell runs.
    private func start(
        _ cell: CellImage, from origin: UInt32, memory: UInt64, inPlace: Bool
    ) throws(KernelError) -> UInt32 {
        guard let process = processes[origin] else {
            throw KernelError(.lost, cell.name, "its snapshot has no process")
        }
        let number = inPlace ? origin : newNumber()
        let run = KernelCommand.Run(
            number: number, memory: memory, image: cell.path, entry: cell.entry, arguments: cell.arguments)
        if inPlace {
            try process.link.send(.run(run))
        } else {
            // The kernel's end travels with the command; the child that is forked for it keeps it.
            let (link, other) = try KernelLink.pair()
            defer { Glibc.close(other) }
            try process.link.send(.run(run), passing: other)
            processes[number] = Process(link: link, parent: origin, ticket: .max)
        }
        return number
    }

    private func result(
        of execution: CellExecution, image: CellImage, consumes: Bool
    ) throws(KernelError) -> CellRun {
        guard !execution.isLost else {
            forget(execution.number)
            throw KernelError(.lost, "process \(execution.number)", "the process that ran the cell does not answer")
        }
        var isPlaced = true
        let ending = try ending(of: execution, image: image, isPlaced: &isPlaced)
        let notices = notices(of: execution, image: image, isPlaced: &isPlaced)
        if case .completed = ending {} else { forget(execution.number) }
        return CellRun(
            ending: ending, items: execution.items, observations: execution.observations,
            notices: notices, isPlaced: isPlaced, usage: execution.usage,
            lostSnapshot: consumes && execution.reaping != nil)
    }

    private func ending(
        of execution: CellExecution, image: CellImage, isPlaced: inout Bool
    ) throws(KernelError) -> CellEnding {
        if let completion = execution.completion, execution.reaping == nil {
            return .completed(issueTicket(for: execution.number, bond: Snapshot.Bond(code: completion.bond)))
        }
        guard let reaping = execution.reaping, reaping.status >= 0 else {
            throw KernelError(.lost, "fork", "the system has no room for another process")
        }
        let frames = (execution.last?.frames ?? []).from(image)
        // How deep a cell was when it was stopped is chance; where at its top level it was is less so.
        let place = place(of: execution.stop == nil ? frames : frames.suffix(1), in: image, isPlaced: &isPlaced)
        return CellEnding(execution, reaping: reaping, place: place)
    }

    private func notices(of execution: CellExecution, image: CellImage, isPlaced: inout Bool) -> [KernelNotice] {
        (execution.completion?.notes ?? []).compactMap { note in
            KernelNotice.Kind(note).map {
                KernelNotice(kind: $0, place: place(of: note.frames.from(image), in: image, isPlaced: &isPlaced))
            }
        }
    }
}

extension KernelSession {
    /// The place of the innermost frame, its line counted from the cell's first; clears `isPlaced` where it cannot be
    /// told.
    private func place(of frames: [KernelReport.Frame], in image: CellImage, isPlaced: inout Bool) -> CellPlace? {
        do throws(Symbolizer.Silence) {
            guard var place = try options.symbolizer.place(of: frames) else { return nil }
            place.line -= image.firstLine - 1
            return place
        } catch {
            isPlaced = false
            return nil
        }
    }
}

extension [KernelReport.Frame] {
    /// The frames inside a cell: lines of earlier cells, whose functions it calls, would not be its own.
    fileprivate func from(_ image: CellImage) -> [KernelReport.Frame] {
        filter { $0.image == image.path }
    }
}

extension Snapshot.Bond {
    /// Nil for a process that can be forked.
    fileprivate init?(code: UInt8) {
        switch kernel_bond(UInt32(code)) {
        case KERNEL_FREE: return nil
        case KERNEL_POOL_THREADS: self = .poolThreads
        default: self = .openChannels
        }
    }
}

extension KernelNotice.Kind {
    /// Nil for what this version does not know.
    fileprivate init?(_ note: KernelReport.Note) {
        switch (notice(UInt32(note.kind)), note.number) {
        case (CHANGED_DIRECTORY, _): self = .changedDirectory(to: note.text)
        case (CHANGED_ENVIRONMENT, _): self = .changedEnvironment(note.text)
        case (CLOSED_STREAM, 0): self = .closedStandardInput
        case (CLOSED_STREAM, 1): self = .closedStandardOutput
        case (CLOSED_STREAM, _): self = .closedStandardError
        case (LEFT_PROCESSES, let count): self = .leftProcesses(count: Int(clamping: count))
        default: return nil
        }
    }
}
