/// One or more panels of series, with a caption.
///
///     Plot("Entropy of destination ports over time") {
///         Line(windows, entropies, name: "entropy")
///         Span(61...80, label: "Attack phase")
///     }
///     .xLabel("Time window")
///     .yLabel("Entropy", unit: "bits")
///
///     Plot("Two ways to use the same ports.", columns: 2, sharing: .y) {
///         Panel("Lower entropy") { Bars(ports, low) }
///         Panel("Higher entropy") { Bars(ports, high) }
///     }
///
/// A plot never traps: values that are not finite leave a gap, sequences of different lengths are paired up to the
/// shorter one (the surplus is counted and said), points beyond the budget are thinned so that extremes survive, and a
/// plot without a single finite value says that it has no data.
public struct Plot: Hashable, Sendable {
    /// Which axes have one range in all panels.
    public enum Sharing: UInt8, Hashable, Sendable { case nothing, x, y, both }

    /// What to see in it, in a sentence.
    public var caption: String?
    /// Row by row, from left to right.
    public var panels: [Panel]
    /// How many panels stand side by side.
    public var columns: Int
    /// Which axes have one range in all panels.
    public var sharing: Sharing
    /// Replaces the generated text alternative.
    public var alternative: String?
    /// The height of one panel relative to the usual one.
    public var height: Double

    /// Panels that are at hand.
    public init(caption: String? = nil, panels: [Panel], columns: Int = 1, sharing: Sharing = .nothing) {
        self.caption = caption
        self.panels = panels
        self.columns = max(columns, 1)
        self.sharing = sharing
        alternative = nil
        height = 1
    }

    /// A plot of one panel.
    public init(_ caption: String? = nil, @PlotBuilder _ content: () -> [any PlotContent]) {
        self.init(caption: caption, panels: [Panel(content: content())])
    }

    /// A plot of several panels, so many side by side.
    public init(
        _ caption: String? = nil, columns: Int, sharing: Sharing = .nothing,
        @ListBuilder<Panel> _ panels: () -> [Panel]
    ) {
        self.init(caption: caption, panels: panels(), columns: columns, sharing: sharing)
    }
}

extension Plot: Displayable {
    /// What the cell shows for it.
    public var output: Output { .plot(self) }
}

extension Plot {
    /// The plot with a caption that says what to see in it.
    public func captioned(_ caption: String) -> Plot { changed { $0.caption = caption } }

    /// The plot with this text for those who cannot see it, in place of the generated one.
    public func describedAs(_ alternative: String) -> Plot { changed { $0.alternative = alternative } }

    /// The plot with panels so many times as high as usual, from a half to three times.
    public func height(_ factor: Double) -> Plot {
        changed { $0.height = factor.isFinite ? min(max(factor, 0.5), 3) : 1 }
    }

    private func changed(_ change: (inout Plot) -> Void) -> Plot {
        var plot = self
        change(&plot)
        return plot
    }
}
