/// An error as a person reads it: `flowbook: WHAT: WHERE: WHY; REMEDY`, on one line, and what is to be copied below.
struct ErrorReport: Hashable, Sendable {
    let what: String
    let place: String
    let why: String
    let remedy: String?
    /// Lines that follow, to be read or copied as they stand: a command, or a caret below an expression.
    let details: [String]

    init(
        _ what: String, at place: String, because why: String, try remedy: String? = nil, details: [String] = []
    ) {
        self.what = what
        self.place = place
        self.why = why
        self.remedy = remedy
        self.details = details
    }

    /// An error of the library, which describes itself as `WHERE: WHY: REMEDY`, and in further lines what is to be read
    /// or copied as it stands.
    init(_ what: String, describing error: some CustomStringConvertible, try remedy: String? = nil) {
        let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let parts = (lines.first ?? "").split(separator: ": ", maxSplits: 1).map(String.init)
        self.init(
            what, at: parts.first ?? "", because: parts.last ?? "", try: remedy, details: Array(lines.dropFirst()))
    }

    /// An error of the library that says all in one line, `WHERE: WHY: REMEDY`; a line's end can only be part of a
    /// name.
    init(_ what: String, inOneLine error: some CustomStringConvertible, try remedy: String? = nil) {
        let parts = error.description.split(separator: ": ", maxSplits: 1).map(String.init)
        self.init(what, at: parts.first ?? "", because: parts.last ?? "", try: remedy)
    }

    /// All lines, with the end of the last.
    var text: String { ([line] + details.map(\.printable)).map { $0 + "\n" }.joined() }

    /// The line, without its end.
    ///
    /// File names and arguments may hold anything, so control characters are shown escaped: an error never becomes two
    /// lines and never speaks to the terminal.
    var line: String {
        (["flowbook", what, place, why].joined(separator: ": ") + (remedy.map { "; " + $0 } ?? "")).printable
    }
}

/// An error that knows how to present itself and how the program ends because of it.
protocol ReportableError: Error {
    var report: ErrorReport { get }
    var exitCode: ExitCode { get }
}

extension String {
    /// The text with control characters escaped.
    var printable: String { escapingControls(but: []) }

    /// The text of several lines with control characters escaped.
    var printableLines: String { escapingControls(but: ["\n", "\t"]) }

    private func escapingControls(but kept: Set<Unicode.Scalar>) -> String {
        unicodeScalars.reduce(into: "") { text, scalar in
            text += scalar.steersTerminals && !kept.contains(scalar) ? scalar.escaped(asASCII: true) : String(scalar)
        }
    }
}

extension Unicode.Scalar {
    /// Whether a terminal does something other than show it: controls, ends of lines, and what turns letters around.
    fileprivate var steersTerminals: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isBidiControl
        }
    }
}
