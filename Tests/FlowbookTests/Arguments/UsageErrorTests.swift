import Testing
import TrafficCapture

@testable import flowbook

@Suite("Errors say what, where, why and what to try")
struct UsageErrorTests {
    static let lines: [(any ReportableError, String)] = [
        (
            UsageError.unknownCommand("rednder", nearest: "render"),
            "flowbook: unknown command: rednder: there is no such command; did you mean render?"
        ),
        (
            UsageError.unknownCommand("frob", nearest: nil),
            "flowbook: unknown command: frob: there is no such command; see flowbook --help"
        ),
        (
            UsageError.samePlace("x.pcap", as: "the input x.pcap", option: "--output"),
            "flowbook: conflicting options: x.pcap: it is the same file as the input x.pcap, which it would replace; "
                + "name another file with --output"
        ),
        (
            UsageError.notText("x\u{fffd}.pcap"),
            "flowbook: invalid value: x\u{fffd}.pcap: it is no UTF-8, and so no name that could be shown or found again; "
                + "rename the file, or read it from standard input"
        ),
        (
            CaptureError.isFolder(path: "a\nb: c"),
            #"flowbook: cannot read: a\nb: c: is a folder: name a capture file in it"#
        ),
        (
            CaptureWriteError.cannotWrite(path: "\u{1b}[31m\u{202e}\u{2028}", reason: "it is full"),
            #"flowbook: cannot write: \u{1B}[31m\u{202E}\u{2028}: cannot write: it is full: make room there, or name another place"#
        ),
        (
            LiveCaptureError.noSuchInterface(name: "a\nb: c", available: ["lo"]),
            #"flowbook: cannot capture: a\nb: c: no such interface: there are lo"#
        ),
        (
            UsageError.unknownOption("--outptu", command: "render", nearest: "--output"),
            "flowbook: unknown option: --outptu: render has no such option; did you mean --output?"
        ),
        (
            UsageError.missingValue(option: "--output", placeholder: "DIR"),
            "flowbook: missing value: --output: nothing follows; write --output DIR"
        ),
        (
            UsageError.unexpectedValue(option: "--fresh", text: "1"),
            "flowbook: unexpected value: --fresh=1: it takes none; write --fresh"
        ),
        (
            UsageError.invalidValue(option: "--timeout", text: "x", expected: "a number of seconds above 0"),
            "flowbook: invalid value: --timeout x: a number of seconds above 0 is expected"
        ),
        (
            UsageError.repeatedName(option: "--set", name: "seed"),
            "flowbook: invalid value: --set: seed is given twice; leave one of them out"
        ),
        (
            UsageError.missingOperand("NAME", command: "new"),
            "flowbook: missing operand: new: NAME is expected; see flowbook new --help"
        ),
        (
            UsageError.unexpectedOperand("x", command: "clean"),
            "flowbook: unexpected operand: x: clean takes no more; see flowbook clean --help"
        ),
        (
            LookupError.ambiguous("1", ["01-a", "01-b"]),
            "flowbook: which notebook?: 1: it may mean 01-a or 01-b; write the whole name"
        ),
        (
            LookupError.noSuchNotebook("entopy", nearest: "01-entropy"),
            "flowbook: no such notebook: entopy: no notebook has this name; did you mean 01-entropy?"
        ),
        (
            FileError(.write, "output/a.html", code: 28),
            "flowbook: cannot write: output/a.html: no space left on device; make room on the disk"
        ),
    ]

    @Test("the line of an error", arguments: lines.indices)
    func line(index: Int) {
        #expect(Self.lines[index].0.report.line == Self.lines[index].1)
    }

    @Test("control characters in an argument stay on the line and off the terminal")
    func control() {
        let report = UsageError.unknownCommand("a\u{1B}[2J\nb\u{9B}", nearest: nil).report
        #expect(report.line.contains("a\\u{1B}[2J\\nb\\u{009B}"))
        #expect(!report.line.contains("\n"))
    }
}
