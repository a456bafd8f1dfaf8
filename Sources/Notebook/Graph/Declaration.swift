/// Something that a cell declares for the whole notebook.
package struct Declaration: Hashable, Sendable, Codable {
    /// What kind of thing is declared.
    package enum Kind: Hashable, Sendable, Codable {
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
    package var kind: Kind
    /// The declared name; for an extension the name of the outermost type it extends.
    package var name: String
    /// The line of the name, counted from 1 in the cell's source.
    package var line: Int
    /// The column of the name in UTF-8 bytes, counted from 1.
    package var column: Int
    /// For a function, what tells it from others of its name: generic parameters, labels, types.
    package var signature: String?
    /// Everything that the whole text of the declaration mentions.
    package var mentions: Mentions
    /// The members that an extension adds.
    package var members: Set<String> = []
    /// The operators that a type defines.
    package var operators: Set<String> = []
    /// Whether an extension extends a type inside another one.
    package var extendsMember = false
    /// Why code that mentions none of its names may yet behave differently for this declaration.
    package var implicitUse: ImplicitUse?
    /// Whether it holds a value of its own besides a variable's: stored `static` properties.
    package var holdsState = false
    /// Whether its text asks for its own line, column or file.
    package var usesPosition = false
    /// For what other cells can see, the word with which it is imported by itself.
    package var importWord: String?
    /// Whether it stands inside `#if`.
    package var isConditional = false
    /// Whether reading or writing the variable runs code of the notebook: observers, accessors, wrappers.
    package var hasBehaviour = false
}

/// A way in which a declaration acts where it is not mentioned.
package enum ImplicitUse: Hashable, Sendable, Codable {
    /// An extension makes a type of a library conform to a protocol.
    case conformance(type: String, protocols: [String])
    /// A member that Swift calls without naming it: `init`, `subscript`, `callAsFunction` …
    case member(String, type: String)
    /// The operator behind every `case` pattern.
    case patternMatch
    /// The type that literals have where nothing else says.
    case literalType(String)
}
