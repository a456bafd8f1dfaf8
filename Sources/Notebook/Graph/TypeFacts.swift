import Foundation

/// What the compiler knows of the types in one cell.
///
/// It comes from the compiler's own description of the compiled module (`-emit-abi-descriptor-path`), which costs no
/// measurable time when the whole module is compiled at once. Private types and variables are not in it; what is
/// not in it counts as shared.
package struct TypeFacts: Hashable, Sendable, Codable {
    /// What a type is made of, generic arguments included.
    struct Shape: Hashable, Sendable, Codable {
        /// Whether a part of it may be shared with others: a class, a closure, an existential, a pointer.
        var isShared = false
        /// Other types in it than known values of libraries, by the compiler's names for them.
        var types: Set<String> = []

        mutating func formUnion(_ other: Shape) {
            isShared = isShared || other.isShared
            types.formUnion(other.types)
        }
    }

    /// A type that a cell declares.
    struct OwnType: Hashable, Sendable, Codable {
        /// The names under which the notebook knows it, outermost first.
        var path: [String]
        /// What it stores.
        var stored: Shape
    }

    /// The types of the variables at top level.
    var variables: [String: Shape]
    /// The declared types, by the compiler's names for them.
    var types: [String: OwnType]

    init(variables: [String: Shape] = [:], types: [String: OwnType] = [:]) {
        (self.variables, self.types) = (variables, types)
    }

    /// Reads a description of a compiled cell.
    ///
    /// - Parameter abiDescriptor: The JSON that the compiler wrote.
    /// - Throws: `DecodingError` where it is no such JSON; a cell without facts is treated with most caution.
    package init(abiDescriptor: Data) throws {
        (variables, types) = ([:], [:])
        let document = try JSONDecoder().decode(ABIDocument.self, from: abiDescriptor)
        for node in document.root.children ?? [] {
            if node.declKind == "Var" {
                variables[node.name, default: Shape()].formUnion(node.typeShape)
            } else {
                add(node, path: [])
            }
        }
    }

    /// The facts about those variables and types that are declared by `declarations`.
    func about(_ declarations: [Declaration]) -> TypeFacts {
        let names = Set(declarations.map(\.name))
        return TypeFacts(
            variables: variables.filter { names.contains($0.key) },
            types: types.filter { $0.value.path.first.map(names.contains) ?? false })
    }

    private mutating func add(_ node: ABINode, path: [String]) {
        guard node.kind == "TypeDecl", let usr = node.usr else { return }
        let path = path + [node.name]
        let children = node.children ?? []
        if node.isExternal != true { types[usr] = OwnType(path: path, stored: node.storedShape) }
        for child in children { add(child, path: path) }
    }
}
