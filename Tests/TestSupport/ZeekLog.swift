/// A log in Zeek's format.
public struct ZeekLog: Sendable {
    /// Its lines, by the names in its header.
    public let rows: [[String: String]]

    /// Reads the text of a log.
    public init(_ text: String) {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let names = lines.first { $0.first == "#fields" }?.dropFirst() ?? []
        rows = lines.filter { $0.first?.hasPrefix("#") == false }.map { values in
            Dictionary(zip(names, values)) { first, _ in first }
        }
    }
}
