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
}

/// The wording of how a cell ran.
enum TimingWording {
    /// `Ran in 120 ms · processor 110 ms · peak memory 45.6 MB`.
    static func text(for timing: CellTiming) -> String {
        let usage = timing.usage
        let seconds = NumberFormat.seconds.text(for: usage.wallSeconds)
        return [
            timing.isReused ? "Reused; ran in \(seconds)" : "Ran in \(seconds)",
            "processor \(NumberFormat.seconds.text(for: usage.cpuSeconds))",
            "peak memory \(NumberFormat.bytes.text(for: Double(usage.peakMemoryBytes)))",
        ].joined(separator: " · ")
    }
}
