import Glibc
import Testing

@testable import flowbook

@Suite("Progress is for terminals only")
struct ProgressReporterTests {
    @Test("on a terminal one line is rewritten, cut to its width")
    func terminal() throws {
        let terminal = try #require(PseudoTerminal(columns: 30))
        let reporter = try #require(Self.console(terminal.device).progress(environment: ["TERM": "xterm"]))
        reporter.show(ProgressStep(notebook: "01-entropy", position: 3, count: 14, title: "Ports of all", seconds: nil))
        reporter.clear()
        #expect(terminal.shown() == "\r01-entropy  3 of 14  Ports o…\u{1B}[K\r\u{1B}[K")
    }

    @Test("a terminal that cannot rewrite a line gets none", arguments: [["TERM": "dumb"], [:]])
    func dumb(environment: [String: String]) throws {
        let terminal = try #require(PseudoTerminal(columns: 30))
        #expect(Self.console(terminal.device).progress(environment: environment) == nil)
    }

    @Test("a pipe gets none")
    func pipe() throws {
        var ends: [Int32] = [-1, -1]
        try #require(Glibc.pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        #expect(Self.console(ends[1]).progress(environment: ["TERM": "xterm"]) == nil)
    }

    private static func console(_ descriptor: Int32) -> Console {
        Console(output: Descriptor(number: descriptor), errors: Descriptor(number: descriptor))
    }
}

/// A terminal without a screen: what is written to the device comes out on our side.
private final class PseudoTerminal {
    let device: Int32
    private let side: Int32

    /// The two requests of Linux's ioctl_tty(2) that Glibc's module leaves out, because they are macros with arguments.
    private static let (unlock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))

    init?(columns: UInt16) {
        var (locked, index, size) = (Int32(0), UInt32(0), winsize())
        size.ws_col = columns
        side = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        guard side >= 0, ioctl(side, Self.unlock, &locked) == 0, ioctl(side, Self.number, &index) == 0 else {
            return nil
        }
        device = open("/dev/pts/\(index)", O_RDWR | O_NOCTTY)
        guard device >= 0, ioctl(device, UInt(TIOCSWINSZ), &size) == 0 else { return nil }
    }

    deinit {
        close(device)
        close(side)
    }

    /// Everything written so far. The system hands it over in parts, and not at once: it has all come when nothing more
    /// does for half a second.
    func shown() -> String {
        var shown: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        var request = pollfd(fd: side, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, 500) > 0 {
            let count = read(side, &part, part.count)
            guard count > 0 else { break }
            shown += part.prefix(count)
        }
        return String(decoding: shown, as: UTF8.self)
    }
}
