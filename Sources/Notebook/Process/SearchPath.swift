import Glibc

/// Where programs are looked for, in the form of the environment variable `PATH`: folders with colons between them.
struct SearchPath {
    let text: String

    init(_ text: String) { self.text = text }

    /// The path of the first program called `name`; nil where there is none.
    func program(_ name: String) -> String? {
        text.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}
