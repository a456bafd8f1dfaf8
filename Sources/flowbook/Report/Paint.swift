/// Weights and colours of a terminal. They only repeat what the words say, so that nothing is lost without them.
struct Paint: Hashable, Sendable {
    /// What a piece of text is.
    enum Role: String {
        case plain = ""
        case heading = "1"
        case quiet = "2"
        case bad = "1;31"
        case remark = "33"
    }

    let isColoured: Bool

    /// Words alone.
    static let none = Paint(isTerminal: false, environment: [:])

    /// Colours where a person looks on; none in a pipe, on a terminal without them, or where `NO_COLOR` asks for none.
    init(isTerminal: Bool, environment: [String: String]) {
        let refuses = !environment["NO_COLOR", default: ""].isEmpty || environment["TERM", default: "dumb"] == "dumb"
        isColoured = isTerminal && !refuses
    }

    /// The text in the look of its role. Control characters in it are escaped: what a cell read from the wire does not
    /// speak to the terminal.
    func callAsFunction(_ text: some StringProtocol, _ role: Role = .plain) -> String {
        let text = String(text).printableLines
        return isColoured && role != .plain ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
