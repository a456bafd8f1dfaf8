import NotebookDisplay

/// Values as the terminal shows them.
enum OutputText {
    static func text(of output: Output) -> String { PlainText.rendering(output) }

    static func text(ofSeconds seconds: Double) -> String { NumberFormat.seconds.text(for: seconds) }
}
