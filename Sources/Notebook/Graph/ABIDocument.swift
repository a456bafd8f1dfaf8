/// The part of the compiler's module description that is of use here.
struct ABIDocument: Decodable {
    var root: ABINode

    private enum CodingKeys: String, CodingKey { case root = "ABIRoot" }
}

/// A declaration or a type in a module description.
struct ABINode: Decodable {
    var kind: String
    var name: String
    var children: [ABINode]?
    /// The type as the compiler prints it.
    var printedName: String?
    /// `Var`, `Struct`, `Class` …
    var declKind: String?
    /// The compiler's unique name: `s:` and a mangled name for what is declared in Swift.
    var usr: String?
    var isExternal: Bool?
    var hasStorage: Bool?
    var isStatic: Bool?

    private enum CodingKeys: String, CodingKey {
        case kind, name, printedName, children, declKind, usr, isExternal, hasStorage
        case isStatic = "static"
    }
}

extension ABINode {
    /// The type of a variable, whose description is its first child.
    var typeShape: TypeFacts.Shape { children?.first?.shape ?? TypeFacts.Shape(isShared: true) }

    /// What the values of a declared type store.
    var storedShape: TypeFacts.Shape {
        guard declKind == "Struct" || declKind == "Enum" else { return TypeFacts.Shape(isShared: true) }
        var stored = TypeFacts.Shape()
        for child in children ?? [] {
            if child.declKind == "EnumElement" { stored.formUnion(child.payloadShape) }
            if child.declKind == "Var", child.hasStorage == true, child.isStatic != true {
                stored.formUnion(child.typeShape)
            }
        }
        return stored
    }

    /// An enumeration's case is described as a function: from the type to the value, or to one from its payload.
    private var payloadShape: TypeFacts.Shape {
        guard let function = children?.first, let result = function.children?.first else {
            return TypeFacts.Shape(isShared: true)
        }
        guard result.kind == "TypeFunc" else { return TypeFacts.Shape() }
        return (result.children ?? []).dropFirst().reduce(into: TypeFacts.Shape()) { $0.formUnion($1.shape) }
    }

    private var shape: TypeFacts.Shape {
        guard kind == "TypeNominal" else { return TypeFacts.Shape(isShared: true) }
        var shape = ownShape
        for child in children ?? [] where !shape.isShared { shape.formUnion(child.shape) }
        return shape
    }

    /// What the type is apart from its generic arguments, which are its children.
    private var ownShape: TypeFacts.Shape {
        guard let usr else { return TypeFacts.Shape(isShared: !ValueTypes.structural.contains(name)) }
        // The arguments of an outer type are not among the children: of `Dictionary<Int, Box>.Values` nothing is known.
        if printedName?.contains(">.") != false { return TypeFacts.Shape(isShared: true) }
        return ValueTypes.contains(usr) ? TypeFacts.Shape() : TypeFacts.Shape(types: [usr])
    }
}
