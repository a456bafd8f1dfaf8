/// One bar a category; several `Bars` of one panel stand grouped, side by side in each category.
///
///     Bars(ports, counts)
///     Bars(["TCP", "UDP"], [812, 96], name: "before")
public struct Bars: Hashable, Sendable, PlotContent {
    /// The name in the legend.
    public var name: String?
    /// The labels below the bars.
    public var categories: [String]
    /// As many as `categories`; a value that is not finite has no bar.
    public var values: [Double]
    /// What is not in the data, and why.
    public var omitted: Omission

    /// A bar for every label, as high as its value.
    public init(
        _ labels: some Sequence<some CustomStringConvertible>, _ values: some Sequence<some PlotNumber>,
        name: String? = nil
    ) {
        let (labels, values) = (labels.map(\.description), values.plotValues)
        let pairs = min(labels.count, values.count)
        let kept = min(pairs, Budget.categories)
        self.name = name
        categories = Array(labels.prefix(kept))
        self.values = Array(values.prefix(kept))
        omitted = Omission(unpaired: max(labels.count, values.count) - pairs, thinned: pairs - kept)
    }

    /// A bar for every entry of a dictionary, in the order of the keys.
    public init<Key: Comparable & CustomStringConvertible>(_ entries: [Key: some PlotNumber], name: String? = nil) {
        let sorted = entries.sorted { $0.key < $1.key }
        self.init(sorted.map(\.key), sorted.map(\.value), name: name)
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.bars(self).add(to: &panel) }
}
