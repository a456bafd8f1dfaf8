import Traffic

/// How the entropy of a window is told: by which estimator, in what unit, and with what error.
struct EntropyMeasure: Sendable {
    var estimator = NamedEstimator.plugIn
    var unit = EntropyUnitName.bits
    var uncertainty = EntropyUncertainty.standard()
    /// What a window must hold to be given a figure.
    var rule = SampleSizeRule.none
    /// By what entropies are divided, in the order asked for.
    var normalizations = [EntropyNormalization.support]
    var alphabets = AlphabetSizes()
}

/// The units by name.
enum EntropyUnitName: String, CaseIterable, Sendable {
    case bits, nats, hartleys

    var unit: EntropyUnit {
        switch self {
        case .bits: .bits
        case .nats: .nats
        case .hartleys: .hartleys
        }
    }
}

/// How many values fields can have, as far as that is known or was told.
struct AlphabetSizes: Hashable, Sendable {
    /// Told of every field that has none of its own.
    var all: Int?
    var byField: [TrafficField: Int] = [:]

    func size(of field: TrafficField) -> Int? { byField[field] ?? all ?? field.alphabet }

    /// Of two fields the product; nil where it is not known, or is no number that fits.
    func size(of variable: TrafficVariable) -> Int? {
        guard let first = size(of: variable.field), let other = variable.other else { return size(of: variable.field) }
        let product = size(of: other).map { first.multipliedReportingOverflow(by: $0) }
        return product.flatMap { $0.overflow ? nil : $0.partialValue }
    }
}

extension EntropyMeasure {
    /// Whether an alphabet must be known.
    var needsAlphabet: Bool { estimator.needsAlphabet || normalizations.contains(.alphabet) }

    /// The row of a variable in a window.
    func row(_ window: WindowEntropies, _ figures: FieldEntropy) throws(EntropyFault) -> EntropyRow {
        let spectra = figures.spectra
        let spectrum = spectra?.joint ?? CountSpectrum(counts: [])
        do throws(StatisticsError) {
            let reading = try EntropyReading(
                of: spectrum, by: estimator(for: figures.variable), in: unit.unit, uncertainty: uncertainty,
                requiring: rule)
            let isTold = reading.estimate != nil
            return EntropyRow(
                window: window, figures: figures, reading: reading,
                need: rule.need(forSupport: spectrum.support),
                normalized: isTold ? try normalized(spectrum, of: figures.variable) : [:],
                pair: isTold
                    ? try spectra.flatMap { spectra throws(StatisticsError) in try pair(spectra, figures) } : nil)
        } catch {
            throw EntropyFault(variable: figures.variable, window: window.index, error: error)
        }
    }

    private func estimator(for variable: TrafficVariable) throws(StatisticsError) -> any EntropyEstimator {
        try estimator.estimator(alphabet: alphabets.size(of: variable))
    }

    private func normalized(
        _ spectrum: CountSpectrum, of variable: TrafficVariable
    ) throws(StatisticsError) -> [EntropyNormalization: Double] {
        var figures: [EntropyNormalization: Double] = [:]
        for normalization in normalizations {
            figures[normalization] = try normalization.value(of: spectrum, alphabet: alphabets.size(of: variable))
        }
        return figures
    }

    private func pair(_ spectra: FieldSpectra, _ figures: FieldEntropy) throws(StatisticsError) -> JointEntropies? {
        guard let other = figures.variable.other else { return nil }
        return try JointEntropies(
            of: spectra, pairsBy: estimator(for: figures.variable),
            firstBy: estimator(for: TrafficVariable(figures.variable.field)),
            secondBy: estimator(for: TrafficVariable(other)))
    }
}

/// An entropy that cannot be estimated from what was counted.
struct EntropyFault: Error {
    let variable: TrafficVariable
    let window: Int
    let error: StatisticsError
}

extension EntropyFault: ReportableError {
    var exitCode: ExitCode { .usage }

    var report: ErrorReport {
        guard case .alphabetTooSmall(let alphabet, let seen) = error else {
            return ErrorReport("cannot estimate", at: place, because: error.description)
        }
        let example = variable.other == nil ? ", such as --alphabet \(variable.name)=\(seen)" : " with --alphabet"
        return ErrorReport(
            "cannot estimate", at: place,
            because: "\(seen) different values were seen, more than the alphabet of \(alphabet)",
            try: "give a larger one\(example)")
    }

    private var place: String { "\(variable.name) in window \(window)" }
}
