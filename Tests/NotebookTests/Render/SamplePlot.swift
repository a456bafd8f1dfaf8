import NotebookDisplay

@testable import Notebook

/// The pictures of the sample notebooks.
enum SamplePlot {
    /// One line over a shaded span.
    static let entropy = Plot(SampleText.figure) {
        Line(1...100, (1...100).map(SampleTable.entropy), name: "entropy")
        Span(61...80, label: "Attack phase")
    }
    .xLabel("Time window").yLabel("Entropy of destination ports", unit: "bits")

    /// Two panels with a common axis.
    static let bars = Plot(
        "Few ports carry the traffic on the left, all of them on the right.", columns: 2, sharing: .y
    ) {
        Panel("Lower entropy") { Bars(ports, [5, 5, 20, 450, 10, 5, 3, 2]) }
        Panel("Higher entropy") { Bars(ports, [60, 70, 85, 95, 75, 65, 80, 90]) }
    }
    .xLabel("Destination port").yLabel("Count")

    static let picture = Picture(
        Array("<svg xmlns='http://www.w3.org/2000/svg' width='240' height='60'>\(steps)</svg>".utf8),
        mediaType: "image/svg+xml", alternative: "Eight bars of rising height.",
        caption: "A picture in the page itself."
    )

    private static let ports = [22, 53, 80, 443, 445, 3389, 8080, 8443]

    private static let steps = (0..<8).map { index in
        "<rect x='\(index * 30)' y='\(56 - index * 7)' width='24' height='\(index * 7 + 4)' fill='#2a8a96'/>"
    }.joined()
}

extension WovenPlot {
    /// The picture of a plot, or the reason why there is none.
    init(drawing plot: Plot, idPrefix: String) {
        do {
            self = .drawn(
                try RenderedPlot(
                    plot, idPrefix: idPrefix, gnuplot: Gnuplot(path: Gnuplot.path(in: "/usr/local/bin:/usr/bin"))))
        } catch {
            self = .failed("\(error)")
        }
    }
}
