import NotebookDisplay

/// The gnuplot script of a plot: a pure function of it, with all data inline, and so the key of its picture.
package struct PlotScript: Hashable, Sendable {
    /// The commands, line by line.
    package let text: String
    /// The size of the picture in pixels.
    package let width: Int
    /// See `width`.
    package let height: Int

    /// Writes the script of a plot.
    /// - Complexity: O(*n*) in the number of plotted points.
    package init(_ plot: Plot) {
        let layout = PlotLayout(plot)
        width = Int(PlotLayout.width)
        height = Int(layout.height)
        var writer = PlotScriptWriter(width: width, height: height)
        writer.begin()
        for frame in layout.frames { writer.draw(frame, layout) }
        writer.drawCommonLegend(layout)
        writer.end()
        text = writer.text
    }
}

/// Collects the commands of a script.
struct PlotScriptWriter {
    let width: Int
    let height: Int
    private var lines: [String] = []
    private var blocks = 0

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func add(_ line: String) { lines.append(line) }

    mutating func begin() {
        add("set encoding utf8")
        add("set terminal svg size \(width),\(height) dynamic noenhanced font ',12'")
        add("set multiplot")
    }

    mutating func end() { add("unset multiplot") }

    /// Writes rows of numbers and gives the name to plot them by.
    mutating func block(_ rows: [[Double]?]) -> String {
        blocks += 1
        let name = "$data\(blocks)"
        add("\(name) << END")
        for row in rows { add(row.map { $0.map(GnuplotText.number).joined(separator: " ") } ?? "") }
        add("END")
        return name
    }

    /// A place given in pixels from the top left corner.
    func screen(_ x: Double, _ y: Double) -> String {
        "screen \(Self.rounded(x / Double(width))), screen \(Self.rounded(1 - y / Double(height)))"
    }

    /// Six digits are finer than any screen, and keep the script free of noise.
    static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
