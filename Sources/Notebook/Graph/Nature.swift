/// What a variable's type says about who else can reach its value.
enum Nature: Hashable {
    /// A value of library types only: a constant of it never changes and holds nothing of the notebook's.
    case plain
    /// A value of the notebook's own types: a constant of it never changes, but using it runs their code.
    case value(of: Mentions)
    /// Possibly shared: a class, a closure, an existential, a pointer, or not known.
    case opaque
}
