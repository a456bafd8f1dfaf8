import Traffic

/// The entropy of one field in one window.
struct EntropyRow {
    let window: WindowEntropies
    let figures: FieldEntropy
}

extension Profile where Row == EntropyRow {
    /// A row for each window and field.
    static let entropy = Profile(
        "entropy", summary: "How evenly fields are spread, window after window.",
        columns: [
            Column("window", .count, "The window's number, from 0.") { .integer($0.window.index) },
            Column("start", .time, unit: "s", "When the window begins, since 1970.") { .time($0.window.start) },
            Column("packets", .count, unit: "packets", "What the window holds.") { .integer($0.window.packets) },
            Column("field", .word, "The field.") { .text($0.figures.field.rawValue) },
            Column("count", .count, unit: "packets", "How many of them have the field.") {
                .integer($0.figures.count)
            },
            Column("support", .count, "How many different values it takes.") { .integer($0.figures.support) },
            Column("entropy", .real, unit: "bits", "The plug-in entropy; missing where nothing has the field.") {
                $0.figures.bits.map(FieldValue.real) ?? .missing
            },
            Column("normalized", .real, "The entropy over the largest there can be with these values, 0 to 1.") {
                $0.figures.normalized.map(FieldValue.real) ?? .missing
            },
        ])
}

extension EntropyOptions {
    /// The columns: of a single window neither number nor beginning is of interest to somebody who looks on.
    var profile: Profile<EntropyRow> {
        guard windowing == nil, destination.isTerminal else { return .entropy }
        return .entropy.selecting(Profile.entropy.columns.map(\.name).filter { !["window", "start"].contains($0) })
    }
}
