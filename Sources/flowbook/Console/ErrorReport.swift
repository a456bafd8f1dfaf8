/// An error as a person reads it: `flowbook: WHAT: WHERE: WHY; REMEDY`, on one line.
struct ErrorReport: Hashable, Sendable {
    let what: String
    let place: String
    let why: String
    let remedy: String?

    init(_ what: String, at place: String, because why: String, try remedy: String? = nil) {
        self.what = what
        self.place = place
        self.why = why
        self.remedy = remedy
    }

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
            let isControl = scalar.properties.generalCategory == .control && !kept.contains(scalar)
            text += isControl ? scalar.escaped(asASCII: true) : String(scalar)
        }
    }
}
