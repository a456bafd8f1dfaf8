/// The kind of values a column holds.
public enum FieldType: String, Hashable, Sendable, CaseIterable {
    /// Yes or no.
    case boolean
    /// A whole number that is never negative.
    case count
    /// A whole number.
    case integer
    /// A number.
    case real
    /// A length of time.
    case span
    /// A moment.
    case time
    /// A host's address.
    case address
    /// A port, or what stands in its place.
    case port
    /// One of a few words.
    case word
    /// Any text.
    case text
    /// Several words in one field.
    case list

    /// Whether values are numbers, for columns to be aligned on.
    public var isNumeric: Bool {
        switch self {
        case .count, .integer, .real, .span, .time, .port: true
        case .boolean, .address, .word, .text, .list: false
        }
    }
}
