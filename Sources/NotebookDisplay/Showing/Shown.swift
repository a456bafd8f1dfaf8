/// What a value looks like in a notebook.
package enum Shown {
    /// The outputs of any value, each within its budget.
    package static func outputs(of value: some Any) -> [Output] {
        if let displayable = value as? any Displayable { return [displayable.output.budgeted] }
        if let list = value as? [any Displayable], !list.isEmpty { return list.map(\.output.budgeted) }
        return [Output.text(description(of: value)).budgeted]
    }

    /// The description of a value, of an optional's content.
    private static func description(of value: some Any) -> String {
        guard let optional = value as? any Wrapping else { return String(describing: value) }
        return optional.content.map { description(of: $0) } ?? "nil"
    }
}

/// An optional of any type.
private protocol Wrapping {
    var content: Any? { get }
}

extension Optional: Wrapping {
    fileprivate var content: Any? { map { $0 as Any } }
}
