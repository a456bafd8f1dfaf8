import NotebookDisplay

/// A plot as the page shows it: a picture, a sentence for those who cannot see it, and its numbers.
///
/// The picture has no colours of its own. Its elements carry the classes `fill-1` … `fill-8`, `fill-ink`, `fill-muted`,
/// `fill-span` and `stroke-1` … `stroke-8`, `stroke-ink`, `stroke-muted`, `stroke-grid`, which the page's style sheet
/// maps to the variables `--plot-1` … `--plot-8`, `--plot-ink`, `--plot-muted`, `--plot-span` and `--plot-grid`, so
/// that one picture serves both themes and print.
package struct RenderedPlot: Hashable, Sendable {
    /// One `svg` element with `role="img"`, a title and a description; its ids begin with the plot's prefix.
    package var svg: String
    /// What the plot shows: kind, axes, ranges, extremes, spans.
    package var alternative: String
    /// The plotted values, as many as a reader can use.
    package var data: Table
}
