/// Collects the elements between the braces of a summary or of a plot's panels.
@resultBuilder
public enum ListBuilder<Element> {
    /// One element.
    public static func buildExpression(_ element: Element) -> [Element] { [element] }
    /// Elements in their order.
    public static func buildBlock(_ elements: [Element]...) -> [Element] { elements.flatMap(\.self) }
    /// `if` without `else`.
    public static func buildOptional(_ elements: [Element]?) -> [Element] { elements ?? [] }
    /// `if`.
    public static func buildEither(first elements: [Element]) -> [Element] { elements }
    /// `else`.
    public static func buildEither(second elements: [Element]) -> [Element] { elements }
    /// `for`.
    public static func buildArray(_ elements: [[Element]]) -> [Element] { elements.flatMap(\.self) }
}
