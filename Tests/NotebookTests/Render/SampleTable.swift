import NotebookDisplay

/// The tables of the sample notebooks.
enum SampleTable {
    static let ports = Table(columns: [
        Table.Column(title: "Port", values: [443, 80, 22, 53, 8443].map { .integer($0) }),
        Table.Column(
            title: "Service",
            values: [.text("https"), .text("http"), .text("ssh & scp"), .text("dns"), .missing]),
        Table.Column(title: "Flows", format: .integer, values: [120_304, 60_012, 998, 1_004, 7].map { .integer($0) }),
        Table.Column(
            title: "Share", unit: "%", values: [.number(65.98), .number(32.9), .number(0.547), .number(0.55), .missing]),
        Table.Column(title: "Duration", format: .seconds, values: [0.0123, 1.2, 0.0000451, 99, 3].map { .number($0) }),
        Table.Column(title: "Change", values: [-1.5, 12, 0.25, -103.125, 0].map { .number($0) }),
        Table.Column(
            title: "Mean packet", unit: "kB", format: .fixed(2),
            values: [
                .estimate(Estimate(1.12, low: 0.98, high: 1.2)), .estimate(Estimate(0.8, low: -0.25, high: 10.5)),
                .number(0.31), .missing, .estimate(Estimate(12.4, low: 9.62, high: 1_204.25)),
            ]),
    ])

    static let windows = Table(
        caption: "Every window with its entropy.",
        columns: [
            Table.Column(title: "Window", values: (1...100).map { .integer($0) }),
            Table.Column(
                title: "Entropy", unit: "bits", format: .fixed(4), values: (1...100).map { .number(entropy($0)) }),
            Table.Column(title: "Attack", values: (1...100).map { .flag((61...80).contains($0)) }),
        ], rowsCut: 1204)

    static let summary = Summary(items: [
        Item("Windows", 100), Item("Flows", 20_000, format: .integer),
        Item("Mean entropy, baseline", 1.3777, unit: "bits", format: .fixed(2)),
        Item("Mean entropy, attack", 5.0096, unit: "bits", format: .fixed(2)), Item("Ratio", 3.64),
    ])

    /// A made-up series with a plateau, smooth enough to be drawn by hand.
    static func entropy(_ window: Int) -> Double {
        let wobble = Double((window * 37) % 23) / 100
        return ((61...80).contains(window) ? 4.9 : 1.28) + wobble
    }
}
