import NotebookDisplay

@testable import Notebook

/// The pictures of the sample notebooks.
enum SamplePlot {
    /// A line with a shaded span, drawn with the classes that the page's style sheet knows.
    static let entropy = RenderedPlot(svg: svg, alternative: "A line over 100 windows.", data: SampleTable.windows)

    static let picture = Picture(
        Array("<svg xmlns='http://www.w3.org/2000/svg' width='240' height='60'>\(bars)</svg>".utf8),
        mediaType: "image/svg+xml", alternative: "Eight bars of rising height.",
        caption: "A picture in the page itself.")

    private static let bars = (0..<8).map { index in
        "<rect x='\(index * 30)' y='\(56 - index * 7)' width='24' height='\(index * 7 + 4)' fill='#2a8a96'/>"
    }.joined()

    private static func x(_ window: Int) -> Int { 60 + window * 6 }
    private static func y(_ bits: Double) -> Int { 260 - Int(bits * 40) }

    private static let svg: String = {
        let points = (1...100).map { "\(x($0)),\(y(SampleTable.entropy($0)))" }.joined(separator: " ")
        let grid = (0...6).map { bits in
            let height = y(Double(bits))
            return "<path class=\"stroke-grid\" d=\"M60 \(height)H680\"/>"
                + "<text class=\"fill-muted\" x=\"48\" y=\"\(height + 4)\" text-anchor=\"end\" font-size=\"12\">\(bits)</text>"
        }.joined()
        return """
            <svg role="img" viewBox="0 0 700 310" aria-labelledby="sample-title">\
            <title id="sample-title">Entropy over time</title>\
            <rect class="fill-span" x="\(x(61))" y="20" width="\(x(80) - x(61))" height="240"/>\(grid)\
            <polyline class="stroke-1" fill="none" stroke-width="2" points="\(points)"/>\
            <text class="fill-ink" x="370" y="300" text-anchor="middle" font-size="13">Time window</text></svg>
            """
    }()
}
