import CSystem
import Glibc
import NotebookDisplay

extension CellEnding {
    /// Judges the end of a cell whose process is gone.
    init(_ execution: CellExecution, reaping: KernelReport.Reaping, place: CellPlace?) {
        switch (execution.stop, execution.last) {
        case (.timedOut, _): self = .timedOut(place)
        case (.interrupted, _): self = .interrupted
        case (.flooded, _): self = .flooded(place)
        case (nil, let last?): self.init(last, isAtMemoryLimit: execution.isAtMemoryLimit, place: place)
        case (nil, nil): self.init(status: reaping.status)
        }
    }

    private init(_ last: KernelReport.LastReport, isAtMemoryLimit: Bool, place: CellPlace?) {
        switch kernel_ending(UInt32(last.reason)) {
        case KERNEL_EXITED: self = .exited(Int(last.code), place)
        case KERNEL_FORKED: self = .forked(place)
        case KERNEL_REPLACED: self = .replaced(place)
        case KERNEL_THREW: self = .threw(last.text, place)
        case KERNEL_LEFT_THREAD: self = .leftThread(place)
        case KERNEL_NOT_LOADED: self = .notLoaded(last.text)
        default:
            let crash = Crash(last, place: place)
            let isMemory = !crash.isStackOverflow && (isAtMemoryLimit || crash.saysMemoryIsOut)
            self = isMemory ? .outOfMemory(place) : .crashed(crash)
        }
    }

    /// Without a last report only the status of wait(2) is left.
    private init(status: Int32) {
        let signal = status & 0x7f
        self =
            signal == 0
            ? .vanished(exitCode: Int(status >> 8 & 0xff))
            : .crashed(Crash(signal: Int(signal), message: nil, isStackOverflow: false, place: nil))
    }
}

extension CellEnding.Crash {
    fileprivate init(_ last: KernelReport.LastReport, place: CellPlace?) {
        self.init(
            signal: Int(last.code), message: Self.message(in: last.text), isStackOverflow: last.isStackOverflow,
            place: place)
    }

    /// What the run-time says when an allocation fails.
    fileprivate var saysMemoryIsOut: Bool {
        guard let message else { return false }
        return message.hasPrefix("failed to allocate") || message.hasPrefix("Could not allocate")
    }

    /// What the Swift run-time said, without the file and line that it names (of the standard library, often) and
    /// without addresses; nil when it said nothing.
    static func message(in text: String) -> String? {
        let text = String(text.drop(while: \.isWhitespace))
        guard !text.isEmpty else { return nil }
        for (sign, keepsSign) in [("Fatal error", false), ("Assertion failed", true), ("Precondition failed", true)] {
            guard let range = text.firstRange(of: sign) else { continue }
            let rest = tidy(text[range.upperBound...].drop { $0 == ":" || $0 == " " })
            if rest.isEmpty { return sign }
            return keepsSign ? "\(sign): \(rest)" : rest
        }
        let line = text.prefix { !$0.isNewline }
        return tidy(line.replacing(#/ \(0x[0-9a-f]+\)| to 0x[0-9a-f]+/#, with: ""))
    }

    private static func tidy(_ text: Substring) -> String {
        var text = text
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
