import NotebookDisplay

extension CellResult.Status {
    /// How a cell's ending is told to a reader. Lines count from the cell's first.
    init(_ ending: CellEnding) {
        switch ending {
        case .completed: self = .succeeded
        case .interrupted: self = .interrupted
        case .crashed(let crash): self = .failed(Failure(crash))
        case .threw(let error, let place): self = .failed(Failure("threw an error: \(error)", place))
        case .exited(let code, let place):
            self = .failed(Failure("ended the program with exit code \(code)", place, "let the cell end by itself"))
        case .forked(let place):
            self = .failed(Failure("called fork", place, "start another program with Process instead"))
        case .replaced(let place):
            self = .failed(Failure("called exec", place, "start another program with Process instead"))
        case .leftThread(let place):
            self = .failed(
                Failure("left a thread running, which could change later results", place, "wait for it in the cell"))
        case .timedOut(let place):
            self = .failed(
                Failure("stopped: it took longer than its limit", place, "give it more with timeout=SECONDS"))
        case .outOfMemory(let place):
            self = .failed(
                Failure("stopped: it needed more memory than its limit", place, "give it more with memory=MEBIBYTES"))
        case .flooded(let place):
            self = .failed(Failure("stopped: it printed without end", place, "print less"))
        case .notLoaded(let reason): self = .failed(Failure(notLoaded: reason))
        case .vanished(let code): self = .failed(Failure("its process ended with exit code \(code)", nil))
        }
    }
}

private extension Failure {
    init(_ message: String, _ place: CellPlace?, _ remedy: String? = nil) {
        self.init(
            message: ContextAddresses.hidden(in: message), remedy: remedy, line: place?.line, column: nil,
            diagnostics: [])
    }

    /// The linker begins with the path of the code, which is not the same everywhere.
    init(notLoaded reason: String) {
        let reason = reason.hasPrefix("/") ? reason.split(separator: ": ", maxSplits: 1).last ?? "" : reason[...]
        self.init("could not be loaded: \(reason)", nil)
    }

    init(_ crash: CellEnding.Crash) {
        if crash.isStackOverflow {
            self.init("ran out of stack: a function calls itself without end", crash.place, "give the recursion an end")
        } else if let message = crash.message {
            self.init("crashed: \(message)", crash.place)
        } else {
            self.init("crashed: \(Self.name(ofSignal: crash.signal))", crash.place)
        }
    }

    static func name(ofSignal signal: Int) -> String {
        switch signal {
        case 4, 5: "a trap of the Swift run-time, such as an overflow or a failed unwrap"
        case 6: "the program aborted itself (SIGABRT)"
        case 7: "a bus error (SIGBUS)"
        case 8: "a floating-point exception (SIGFPE)"
        case 9: "its process was killed (SIGKILL)"
        case 11: "it touched memory that is not its own (SIGSEGV)"
        default: "signal \(signal)"
        }
    }
}

extension Failure {
    /// A cell that does not compile. Lines count from the cell's first.
    init(_ messages: [CompilerMessages.Message], _ unit: CompileUnit, _ hints: [CellProblem]) {
        let diagnostics = messages.map { Diagnostic($0, unit) }
        let remedy = hints.first.map { "\($0.message): \($0.remedy)" }
        let first = diagnostics.first { $0.severity == .error }
        self.init(
            message: "does not compile", remedy: remedy, line: first?.line, column: first?.column,
            diagnostics: diagnostics)
    }
}

extension Diagnostic {
    /// The compiler's message, placed in the cell; what it says of no place in the cell goes to the first line.
    init(_ message: CompilerMessages.Message, _ unit: CompileUnit) {
        let line = max(1, message.line ?? 1)
        let column = message.line == nil ? 1 : message.column ?? 1
        self.init(
            severity: message.severity, message: message.text, line: line,
            column: unit.source.cellColumn(line: line, column: column))
    }
}

extension Notice {
    /// What the kernel put back after a cell, told to a reader.
    init(_ notice: KernelNotice) {
        let what =
            switch notice.kind {
            case .changedDirectory(let path): "changed the working directory to \(path)"
            case .changedEnvironment(let names): "changed the environment (\(names))"
            case .closedStandardInput: "closed standard input"
            case .closedStandardOutput: "closed standard output"
            case .closedStandardError: "closed standard error"
            case .leftProcesses(1): "left a process running"
            case .leftProcesses(let count): "left \(count) processes running"
            }
        let effect = if case .leftProcesses = notice.kind { "ended with the cell" } else { "put back after the cell" }
        self.init(message: "\(what): \(effect)", line: notice.place?.line)
    }
}
