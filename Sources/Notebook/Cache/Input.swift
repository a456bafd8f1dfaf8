/// Something outside the notebook on which a cell's result rests, because the cell was seen to use it.
package enum Input: Hashable, Sendable {
    /// The content of a file. A missing file is an input too.
    case file(String)
    /// The names in a folder, and what kind of thing each stands for.
    case listing(String)
    /// Whether there is anything at a path, and of what kind, size and age.
    case presence(String)
    /// The same of a link itself, not of what it leads to.
    case linkPresence(String)
    /// The value of an environment variable, or its absence.
    case environment(String)
    /// All environment variables.
    case wholeEnvironment
    /// A file that the cell wrote: reusing the cell's result takes for granted that it is still as the cell left it.
    case written(String)
}

extension Input {
    /// The file or folder, where the input is one that the cell did not write itself.
    package var path: String? {
        switch self {
        case .file(let path), .listing(let path), .presence(let path), .linkPresence(let path): path
        case .environment, .wholeEnvironment, .written: nil
        }
    }
}

/// An input with the state in which a cell saw it.
struct ObservedInput: Hashable, Sendable {
    var input: Input
    /// Says nothing but whether the state is the same as at another time.
    var state: ContentHash
}
