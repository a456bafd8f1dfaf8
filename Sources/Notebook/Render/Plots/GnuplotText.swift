/// Texts and numbers as they stand in a gnuplot script.
///
/// A text comes from traffic and is not trusted. Between single quotes gnuplot interprets nothing but the quote itself,
/// which is doubled; a script is read line by line, so characters that could end one, and all other control
/// characters, become spaces.
enum GnuplotText {
    static func quoted(_ text: String) -> String { "'" + Array(text.unicodeScalars).map(escaped).joined() + "'" }

    /// The label of a tick, in which gnuplot looks for printf formats.
    static func quotedTick(_ text: String) -> String { quoted(text.replacing("%", with: "%%")) }

    /// The shortest decimal that reads back as the same number; `NaN` leaves a gap.
    static func number(_ value: Double) -> String { value.isFinite ? value.description : "NaN" }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        if scalar == "'" { return "''" }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse: return " "
        default: return String(scalar)
        }
    }
}
