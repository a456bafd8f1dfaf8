import Traffic

extension EntropyMeasure {
    /// What somebody wants to see who looks on, the most important first: a narrow terminal shows no more.
    ///
    /// Of a single window neither number nor beginning is of interest.
    func brief(windows: Bool, pairs: Bool, guarded: Bool) -> Profile<EntropyRow> {
        let (window, rest) = (Self.windowColumns[0], Self.windowColumns.dropFirst())
        let columns = [
            windows ? [window] : [], Self.briefCounts, [entropyColumn, errorColumn],
            guarded ? Self.dataColumns.reversed() : [], pairs ? [mutualColumn] : [],
            errorColumns.filter { ["bias", "lower", "upper"].contains($0.name) }.map(Self.rounded), normalizedColumns,
            windows ? Array(rest) : [],
        ]
        return Profile("entropy", summary: "", columns: columns.flatMap { $0 })
    }

    /// Without units, which would make them wider than their figures.
    private static let briefCounts = countColumns.map { column in
        Column(column.name, column.type, column.meaning) { column.value(of: $0) }
    }

    private var errorColumn: Column {
        Column("±", .real, "The standard error.") { FieldValue($0.estimate?.standardError.withTwoDigits) }
    }

    private var mutualColumn: Column {
        Column("mutual", .real, unit: unit.rawValue, "The mutual information of two fields.") { [unit] in
            FieldValue($0.pair?.mutualInformation(in: unit.unit).withFourDecimals)
        }
    }

    private static func rounded(_ column: Column) -> Column {
        Column(column.name, column.type, column.meaning) { row in
            guard case .real(let number) = column.value(of: row) else { return .missing }
            return .real(column.name == "bias" ? number.withTwoDigits : number.withFourDecimals)
        }
    }
}

extension Double {
    /// As much as is worth reading of an error.
    fileprivate var withTwoDigits: Double {
        guard magnitude >= 1e-6, magnitude < 1 else { return withFourDecimals }
        var scale = 100.0
        while magnitude * scale < 10 { scale *= 10 }
        return (self * scale).rounded() / scale
    }

    /// As much as errors of traffic leave.
    fileprivate var withFourDecimals: Double { magnitude < 1e9 ? (self * 1e4).rounded() / 1e4 : self }
}
