import Notebook

/// A cell and what came of it, for a program to read.
enum CellJSON {
    static func object(_ report: CellReport) -> JSON {
        .object([
            "id": .string(report.cell.id), "title": JSON(report.cell.title), "line": .integer(report.cell.markerLine),
            "kind": .string(report.cell.kind.name), "status": .string(report.status.rawValue),
            "reason": .string(report.reason), "seconds": JSON(report.usage?.wallSeconds),
            "processorSeconds": JSON(report.usage?.cpuSeconds), "peakMemory": JSON(report.usage?.peakMemoryBytes),
            "compileSeconds": .number(report.compileSeconds),
            "outputs": .array(report.result.items.map(output)), "error": error(report.result.status),
            "blockedBy": .array(blockers(report.result.status).map(JSON.string)),
            "notices": .array(report.result.notices.map(notice)),
            "warnings": .array(report.result.warnings.map(diagnostic)),
            "interpolations": .array(report.result.interpolations.map(JSON.string)),
        ])
    }

    private static func output(_ item: Item) -> JSON {
        switch item {
        case .stream(.standardOutput, let text): .object(["type": "stdout", "text": .string(text)])
        case .stream(.standardError, let text): .object(["type": "stderr", "text": .string(text)])
        case .cut(let text): .object(["type": "cut", "text": .string(text)])
        case .output(let output): OutputJSON.object(output)
        }
    }

    private static func error(_ status: CellResult.Status) -> JSON {
        guard case .failed(let failure) = status else { return .null }
        return .object([
            "message": .string(failure.message), "remedy": JSON(failure.remedy), "line": JSON(failure.line),
            "column": JSON(failure.column), "diagnostics": .array(failure.diagnostics.map(diagnostic)),
        ])
    }

    private static func blockers(_ status: CellResult.Status) -> [String] {
        if case .blocked(let causes) = status { causes } else { [] }
    }

    private static func notice(_ notice: Notice) -> JSON {
        .object(["message": .string(notice.message), "line": JSON(notice.line)])
    }

    private static func diagnostic(_ diagnostic: Diagnostic) -> JSON {
        .object([
            "severity": .string(diagnostic.severity.rawValue), "message": .string(diagnostic.message),
            "line": .integer(diagnostic.line), "column": .integer(diagnostic.column),
        ])
    }
}

extension Cell.Kind {
    /// The kind as programs read it.
    var name: String {
        switch self {
        case .code: "code"
        case .parameters: "parameters"
        case .markdown: "markdown"
        }
    }
}
