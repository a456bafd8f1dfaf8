/// Texts and numbers as they stand in a gnuplot script.
///
/// A text comes from traffic and is not trusted. Between single quotes gnuplot interprets nothing but the quote itself,
/// so a quote is written as a stand-in that the picture's reader puts back (doubling it, as gnuplot asks for, misleads
/// some of its commands when it comes first). A script is read line by line, so characters that could end one, and all
/// other control characters, become spaces.
enum GnuplotText {
    /// A private character; those of a text itself have become spaces.
    private static let quote = "\u{E027}"

    static func quoted(_ text: String) -> String { "'" + Array(text.unicodeScalars).map(escaped).joined() + "'" }

    /// The label of a tick, in which gnuplot looks for printf formats.
    static func quotedTick(_ text: String) -> String { quoted(text.replacing("%", with: "%%")) }

    /// The shortest decimal that reads back as the same number; `NaN` leaves a gap.
    static func number(_ value: Double) -> String { value.isFinite ? value.description : "NaN" }

    /// A text of the picture as it was before it was quoted.
    static func unquoted(_ text: String) -> String { text.replacing(quote, with: "'") }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        if scalar == "'" { return quote }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse: return " "
        default: return String(scalar)
        }
    }
}
