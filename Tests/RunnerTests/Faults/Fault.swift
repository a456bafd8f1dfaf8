import Testing

/// Something bad that a cell can do, and what has to become of it.
struct Fault: CustomTestStringConvertible, Sendable {
    enum Outcome: Sendable {
        /// The cell fails; the message begins so, and the line, where it is known, counts from the source's first.
        case fails(String, line: Int?)
        /// The cell succeeds; a remark holds these words.
        case succeeds(remark: String?)
    }

    var name: String
    var options = ""
    var source: String
    var outcome: Outcome

    var testDescription: String { name }

    init(_ name: String, limits options: String = "", _ source: String, fails message: String, line: Int? = nil) {
        (self.name, self.options, self.source) = (name, options, source)
        outcome = .fails(message, line: line)
    }

    init(_ name: String, limits options: String = "", _ source: String, remark: String?) {
        (self.name, self.options, self.source) = (name, options, source)
        outcome = .succeeds(remark: remark)
    }

    /// A notebook with the fault in its middle: a cell before it, one that needs it, and one that does not.
    var notebook: String { Self.notebook(options: options, source: source) }

    /// The same notebook after the mistake was mended.
    static let mended = notebook(options: "", source: "print(\"mended\", before)")

    /// The line of the notebook on which the fault's source begins.
    static let firstLine = 12

    private static func notebook(options: String, source: String) -> String {
        """
        // %% id="before"
        import Foundation
        let before = 41
        let spare = 0
        struct Trouble: Error {}
        func pick(_ place: Int) -> Int { [1, 2][place] }
        let call = unsafeBitCast(dlsym(nil, "syscall"), to: (@convention(c) (Int, Int) -> Int).self)
        print("before")

        // %% id="fault" \(options)
        let needed = before + 1
        \(source)

        // %% id="dependent"
        print("dependent", needed)

        // %% [markdown] id="prose"
        // The value is \\(before).

        // %% id="independent"
        print("independent", before)
        """
    }
}
