import NotebookDisplay

/// Short wordings of how a cell ended.
enum FaultWording {
    /// Why a cell has no result, in a few words.
    static func summary(of result: CellResult?) -> String {
        switch result?.status {
        case .failed(let failure): failure.line.map { "\(failure.message) (line \($0))" } ?? failure.message
        case .blocked(let causes): "not run because of \(causes.joined(separator: ", "))"
        case .interrupted: "interrupted"
        case .succeeded, nil: "not run"
        }
    }

    /// The name of a severity, also the class it is drawn by.
    static func name(of severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }
}

/// The wording of how a cell ran.
enum TimingWording {
    /// `Ran in 0.12 s · processor 0.11 s · peak 45.6 MB`.
    static func text(for timing: CellTiming) -> String {
        let seconds = NumberFormat.seconds.text(for: timing.seconds)
        var parts = [timing.isReused ? "Reused; first ran in \(seconds)" : "Ran in \(seconds)"]
        if let seconds = timing.processorSeconds {
            parts.append("processor \(NumberFormat.seconds.text(for: seconds))")
        }
        if let memory = timing.peakMemory {
            parts.append("peak memory \(NumberFormat.bytes.text(for: Double(memory)))")
        }
        return parts.joined(separator: " · ")
    }
}
