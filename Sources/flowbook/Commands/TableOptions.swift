/// The formats in which commands write tables.
enum TableFormat: String, CaseIterable, Sendable {
    case table, csv, ndjson, zeek
    /// No table at all: what there is to say stands in the closing summary.
    case none

    /// The format of a file by the end of its name; nil for a name that tells none.
    init?(fileName: String) {
        switch fileName.split(separator: ".").last {
        case "csv": self = .csv
        case "ndjson", "jsonl", "json": self = .ndjson
        case "log": self = .zeek
        case "txt": self = .table
        default: return nil
        }
    }
}

/// The options by which commands write tables, so that they mean the same everywhere.
enum TableOptions {
    static let output = Option.text(
        "output", short: "o", value: "FILE", help: "write there, all at once at the end; - is standard output")
    static let format = Option.word(
        "format", short: "f", value: "FORMAT", among: TableFormat.allCases.map(\.rawValue),
        help: "table, csv, ndjson, zeek or none (by FILE's name; else table on a terminal, csv in a pipe)")
    static let columns = Option.list(
        "columns", value: "LIST", help: "only these columns, in this order: names with commas between them")
    static let quiet = Option.flag("quiet", short: "q", help: "no progress and no summary; warnings stay")

    /// Where the table goes and how it is written.
    static func destination(_ arguments: ParsedArguments, _ output: Descriptor) throws(UsageError) -> TableDestination {
        let path = try arguments.value(Self.output) ?? "-"
        let isTerminal = path == "-" && output.isTerminal
        let named = try arguments.value(format).flatMap { TableFormat(rawValue: $0) }
        let format = named ?? TableFormat(fileName: path) ?? (isTerminal ? .table : .csv)
        return TableDestination(path: path, format: format, isTerminal: isTerminal)
    }
}

/// Where a table goes and how it is written.
struct TableDestination: Hashable, Sendable {
    /// A file, or `-` for standard output.
    let path: String
    let format: TableFormat
    /// Whether a person reads it while it is written.
    let isTerminal: Bool
}
