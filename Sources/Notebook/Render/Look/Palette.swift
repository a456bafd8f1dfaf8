/// The colours of a page, each for a light and a dark ground.
///
/// One accent carries links and the reader's place. Text keeps a contrast of at least 4.5 : 1 to the grounds it stands
/// on, lines of plots at least 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). Plots are drawn with classes only:
///
/// - `fill-1` … `fill-8`, `stroke-1` … `stroke-8`: the series;
/// - `fill-ink`, `stroke-ink`, `fill-muted`, `stroke-muted`: text, axes, marks;
/// - `stroke-grid`: the grid; `fill-span`: shaded spans.
///
/// They resolve to the variables `--plot-…` of the same names, so one picture serves both themes and print.
struct Palette {
    /// A colour on the light and on the dark ground.
    struct Color {
        var name: String
        var light: String
        var dark: String
    }

    static let grounds = [
        Color(name: "ground", light: "#fffefb", dark: "#14171b"),
        Color(name: "raised", light: "#f6f4ee", dark: "#1c2026"),
    ]

    /// Colours of text, readable on every ground.
    static let inks = [
        Color(name: "ink", light: "#1f2328", dark: "#e6e3dc"),
        Color(name: "muted", light: "#5d636d", dark: "#a0a6b0"),
        Color(name: "accent", light: "#0b6470", dark: "#6fc9d3"),
        Color(name: "fault", light: "#a3241f", dark: "#ff9f95"),
        Color(name: "caution", light: "#7a5200", dark: "#e5bb6a"),
        Color(name: "keyword", light: "#75308f", dark: "#cfa6e6"),
        Color(name: "type", light: "#0b6470", dark: "#7fcbd3"),
        Color(name: "string", light: "#8a3b1c", dark: "#e6aa8c"),
        Color(name: "number", light: "#24599b", dark: "#94bdf0"),
        Color(name: "comment", light: "#646a64", dark: "#98a096"),
    ]

    /// Colours of lines and areas that carry meaning.
    static let marks = [
        Color(name: "plot-ink", light: "#1f2328", dark: "#e6e3dc"),
        Color(name: "plot-muted", light: "#5d636d", dark: "#a0a6b0"),
        Color(name: "plot-1", light: "#0b7285", dark: "#5cc8d7"),
        Color(name: "plot-2", light: "#c2410c", dark: "#f59e62"),
        Color(name: "plot-3", light: "#6d4bb8", dark: "#b9a3f5"),
        Color(name: "plot-4", light: "#3a7d1e", dark: "#8fce6e"),
        Color(name: "plot-5", light: "#b8255f", dark: "#f78fb3"),
        Color(name: "plot-6", light: "#2563b0", dark: "#86b4f7"),
        Color(name: "plot-7", light: "#866a00", dark: "#dcc455"),
        Color(name: "plot-8", light: "#7b4a35", dark: "#d3a08a"),
    ]

    /// Quiet lines and areas that carry no meaning alone.
    static let quiet = [
        Color(name: "rule", light: "#e2ded3", dark: "#30363e"),
        Color(name: "plot-grid", light: "#dedacf", dark: "#363c45"),
        Color(name: "plot-span", light: "#f3dfc0", dark: "#4a3a22"),
    ]

    /// The variables of all colours, and the classes of plots.
    static let rules: String = {
        let colors = grounds + inks + marks + quiet
        let variables = colors.map { "--\($0.name): light-dark(\($0.light), \($0.dark));" }
        let plots = (marks + quiet.dropFirst()).map { color in
            let name = color.name.dropFirst("plot-".count)
            return ".fill-\(name) { fill: var(--\(color.name)); } .stroke-\(name) { stroke: var(--\(color.name)); }"
        }
        return ":root {\n\(variables.joined(separator: "\n"))\n}\n\(plots.joined(separator: "\n"))\n"
    }()
}
