import Traffic

extension EntropyMeasure {
    typealias Column = Profile<EntropyRow>.Column

    /// A row for each window and variable, with all that is known of it.
    func profile(pairs: Bool) -> Profile<EntropyRow> {
        let columns = [Self.windowColumns, Self.countColumns, [entropyColumn], normalizedColumns, errorColumns]
        return Profile(
            "entropy", summary: "How evenly fields are spread, window after window.",
            columns: columns.flatMap { $0 } + Self.dataColumns + (pairs ? pairColumns : []))
    }

    static let windowColumns = [
        Column("window", .count, "The window's number, from 0.") { .integer($0.window.index) },
        Column("start", .time, unit: "s", "When the window begins, since 1970.") { .time($0.window.start) },
        Column("packets", .count, unit: "packets", "What the window holds.") { .integer($0.window.packets) },
    ]

    static let countColumns = [
        Column("field", .word, "The field, or two with a plus sign between them.") { .text($0.figures.variable.name) },
        Column("count", .count, unit: "packets", "How many of them have the field: the sample size *n*.") {
            .integer($0.figures.count)
        },
        Column("support", .count, "How many different values it takes.") { .integer($0.figures.support) },
    ]

    var entropyColumn: Column {
        Column(
            "entropy", .real, unit: unit.rawValue,
            "The entropy by the estimator, plug-in unless told otherwise; missing where there is not enough data."
        ) { FieldValue($0.entropy) }
    }

    var normalizedColumns: [Column] { normalizations.map(Self.normalizedColumn) }

    private static func normalizedColumn(_ normalization: EntropyNormalization) -> Column {
        let whole =
            switch normalization {
            case .support: "the number of different values seen"
            case .sample: "the number of observations"
            case .alphabet: "the number of values that there can be"
            }
        return Column(
            "normalized_by_\(normalization.rawValue)", .real,
            "The plug-in entropy over the logarithm of \(whole), 0 to 1."
        ) { FieldValue($0.normalized[normalization]) }
    }

    var errorColumns: [Column] {
        let unit = unit.rawValue
        return [
            Column("unit", .word, "What the entropy, its bias and error are counted in.") { _ in .text(unit) },
            Column("estimator", .word, "What the entropy was estimated by.") { [estimator] _ in
                .text(estimator.rawValue)
            },
            Column(
                "bias", .real, unit: unit,
                "The first term of the plug-in entropy's bias, −(support − 1) / 2*n* nats; more where values were not seen."
            ) { FieldValue($0.estimate?.millerBias) },
            Column("correction", .real, unit: unit, "What the estimator added to the plug-in entropy.") {
                FieldValue($0.estimate?.correction)
            },
            Column("standard_error", .real, unit: unit, "How far such estimates scatter from sample to sample.") {
                FieldValue($0.estimate?.standardError)
            },
            Column("lower", .real, unit: unit, "The lower end of the confidence interval.") {
                FieldValue($0.estimate?.interval.lower)
            },
            Column("upper", .real, unit: unit, "The upper end.") { FieldValue($0.estimate?.interval.upper) },
            Column("level", .real, "The interval's level.") { FieldValue($0.estimate?.interval.level) },
            Column("uncertainty", .word, "How error and interval were found.") {
                $0.estimate.map { .text($0.method.rawValue) } ?? .missing
            },
        ]
    }

    static let dataColumns = [
        Column("needs", .count, unit: "packets", "How many observations a figure takes: one, or as `--least` says.") {
            .integer($0.need)
        },
        Column(
            "remark", .word,
            "`not enough data` where there is no figure; `resamples poorer than sample` where a bootstrap's interval is none."
        ) {
            $0.remark.map(FieldValue.text) ?? .missing
        },
    ]

    var pairColumns: [Column] {
        let (unit, entropyUnit) = (unit.rawValue, unit.unit)
        return [
            Column(
                "first_given_second", .real, unit: unit, "Of two fields: what is left open of the first by the second."
            ) { FieldValue($0.pair?.firstGivenSecond(in: entropyUnit)) },
            Column(
                "second_given_first", .real, unit: unit, "Of two fields: what is left open of the second by the first."
            ) { FieldValue($0.pair?.secondGivenFirst(in: entropyUnit)) },
            Column("mutual_information", .real, unit: unit, "Of two fields: what either tells of the other.") {
                FieldValue($0.pair?.mutualInformation(in: entropyUnit))
            },
            Column(
                "mutual_information_bias", .real, unit: unit,
                "By how much the plug-in figure of it is too high at first order, (pairs − first − second + 1) / 2*n* nats."
            ) { FieldValue($0.pair?.mutualInformationBias(in: entropyUnit)) },
        ]
    }
}

extension FieldValue {
    /// The number there is; missing where there is none.
    init(_ number: Double?) {
        self = number.map(FieldValue.real) ?? .missing
    }
}
