/// Lets the content of an element be written as a list of pieces; a plain string among them is text and is escaped.
@resultBuilder
public enum HTMLBuilder {
    /// A piece as it is.
    public static func buildExpression(_ piece: HTML) -> HTML { piece }
    /// A piece that may be missing.
    public static func buildExpression(_ piece: HTML?) -> HTML { piece ?? HTML() }
    /// Text, escaped.
    public static func buildExpression(_ text: String) -> HTML { HTML(text: text) }
    /// All pieces in order.
    public static func buildBlock(_ pieces: HTML...) -> HTML { HTML.joined(pieces) }
    /// The pieces of a loop in order.
    public static func buildArray(_ pieces: [HTML]) -> HTML { HTML.joined(pieces) }
    /// A piece behind a condition.
    public static func buildOptional(_ piece: HTML?) -> HTML { piece ?? HTML() }
    /// The first branch of a condition.
    public static func buildEither(first piece: HTML) -> HTML { piece }
    /// The second branch of a condition.
    public static func buildEither(second piece: HTML) -> HTML { piece }
}
