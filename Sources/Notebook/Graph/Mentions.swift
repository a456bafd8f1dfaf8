/// The names that a piece of code mentions, by what they can mean.
package struct Mentions: Hashable, Sendable, Codable {
    /// Names that stand alone, which can mean anything declared at top level, and operators.
    package var names: Set<String> = []
    /// Names behind a point, which can only mean a member of something.
    package var members: Set<String> = []

    mutating func formUnion(_ other: Mentions) {
        names.formUnion(other.names)
        members.formUnion(other.members)
    }
}
