/// Something that a cell declares for the whole notebook.
public struct Declaration: Hashable, Sendable, Codable {
    /// What kind of thing is declared.
    public enum Kind: Hashable, Sendable, Codable {
        case constant
        case variable
        /// A variable whose value is computed whenever it is read.
        case computed
        case function
        /// A structure, enumeration, class, actor or protocol.
        case type
        case typeAlias
        case `extension`
        case `operator`
        case precedenceGroup
        case macro
    }

    /// What is declared.
    public var kind: Kind
    /// The declared name; for an extension the name of the outermost type it extends.
    public var name: String
    /// The line of the name, counted from 1 in the cell's source.
    public var line: Int
    /// The column of the name in UTF-8 bytes, counted from 1.
    public var column: Int
    /// For a function, what tells it from others of its name: generic parameters, labels, types.
    public var signature: String?
    /// Everything that the whole text of the declaration mentions.
    public var mentions: Mentions
    /// The members that an extension adds.
    public var members: Set<String> = []
    /// The operators that a type defines.
    public var operators: Set<String> = []
    /// Whether an extension extends a type inside another one.
    public var extendsMember = false
    /// Why code that mentions none of its names may yet behave differently for this declaration.
    public var implicitUse: ImplicitUse?
    /// Whether it holds a value of its own besides a variable's: stored `static` properties.
    public var holdsState = false
    /// Whether its text asks for its own line, column or file.
    public var usesPosition = false
    /// For what other cells can see, the word with which it is imported by itself.
    public var importWord: String?
    /// Whether it stands inside `#if`.
    public var isConditional = false
    /// Whether reading or writing the variable runs code of the notebook: observers, accessors, wrappers.
    public var hasBehaviour = false
}

/// A way in which a declaration acts where it is not mentioned.
public enum ImplicitUse: Hashable, Sendable, Codable {
    /// An extension makes a type of a library conform to a protocol.
    case conformance(type: String, protocols: [String])
    /// A member that Swift calls without naming it: `init`, `subscript`, `callAsFunction` …
    case member(String, type: String)
    /// The operator behind every `case` pattern.
    case patternMatch
    /// The type that literals have where nothing else says.
    case literalType(String)
}
