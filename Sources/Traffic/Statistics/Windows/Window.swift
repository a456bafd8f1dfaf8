/// The events of one window.
public struct Window<Element: Timed> {
    /// The window's number, from zero.
    public let index: Int
    /// When the window begins: its first moment, or the time of its first element where windows go by count.
    public let start: Timestamp
    /// When the window ends: the moment after its last, or the time of its last element where windows go by count.
    public let end: Timestamp
    /// What happened in it, in order of time; may be empty where windows go by time.
    public let elements: ArraySlice<Element>
}

extension Window: Sendable where Element: Sendable {}

extension Window: RandomAccessCollection {
    /// The place of the first element.
    public var startIndex: Int { elements.startIndex }
    /// The place after the last element.
    public var endIndex: Int { elements.endIndex }
    /// The element at a place.
    public subscript(position: Int) -> Element { elements[position] }
}
