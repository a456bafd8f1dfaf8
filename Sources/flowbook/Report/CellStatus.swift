import Notebook

/// What became of a cell, in one word.
enum CellStatus: String {
    case ran, reused, failed, blocked, interrupted, prose

    /// Whether the cell has no result.
    var isBad: Bool {
        switch self {
        case .failed, .blocked, .interrupted: true
        case .ran, .reused, .prose: false
        }
    }
}

extension CellReport {
    var status: CellStatus {
        switch result.status {
        case .failed: .failed
        case .blocked: .blocked
        case .interrupted: .interrupted
        case .succeeded:
            switch origin {
            case .prose: .prose
            case .reused: .reused
            case .ran, .withheld: .ran
            }
        }
    }
}

/// The wording of what became of a cell.
enum CellStatusText {
    /// A few words: `ran in 12 ms`.
    static func text(of report: CellReport) -> String {
        let time = report.usage.map { OutputText.text(ofSeconds: $0.wallSeconds) }
        return switch (report.status, time) {
        case (.ran, let time?): "ran in \(time)"
        case (.reused, let time?): "reused, ran in \(time) before"
        case (.failed, let time?): "failed after \(time)"
        case (.blocked, _): "not run"
        case (let status, _): status.rawValue
        }
    }
}
