import NotebookDisplay

extension Int {
    /// So many things, in words: `1 packet`, `1,203 packets`.
    func counted(_ thing: String) -> String {
        "\(NumberFormat.integer.text(for: self)) \(thing)\(self == 1 ? "" : "s")"
    }
}
