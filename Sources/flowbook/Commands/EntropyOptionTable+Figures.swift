import Traffic

/// The options of `flowbook entropy` that say how a figure is made of what was counted.
extension EntropyOptionTable {
    private static let estimator = Option.word(
        "estimator", value: "NAME", among: NamedEstimator.allCases.map(\.rawValue),
        help: "plug-in (the default), miller-madow, grassberger-2003, nsb and others, see --describe")
    private static let alphabet = Option.list(
        "alphabet", value: "K", help: "how many values there can be, of all fields or as FIELD=K (ports: 65536)")
    private static let unit = Option.word(
        "unit", value: "UNIT", among: EntropyUnitName.allCases.map(\.rawValue), help: "bits, nats or hartleys")
    private static let normalize = Option.list(
        "normalize", value: "BY", help: "divide by the most for the support (the default), the sample or the alphabet")
    private static let least = Option.text(
        "least", value: "N",
        help: "no figure of fewer observations; auto: 30, and 5 for each value after the first")
    private static let uncertainty = Option.word(
        "uncertainty", value: "HOW", among: EntropyUncertaintyName.allCases.map(\.rawValue),
        help: "the error by formula (analytic), jackknife or bootstrap (default: what suits the estimator)")
    private static let interval = Option.text(
        "interval", value: "LEVEL", help: "the level of the confidence interval (default: 95%)")
    private static let replicates = Option.whole(
        "replicates", in: 100...1_000_000, help: "so many resamples of the bootstrap (default: 2000)")
    private static let seed = Option.whole("seed", in: 0...Int.max, help: "what the bootstrap draws from (default: 1)")

    /// How a figure is made.
    static let ofFigures = [
        estimator.form, alphabet.form, unit.form, normalize.form, least.form, uncertainty.form, interval.form,
        replicates.form, seed.form,
    ]

    /// How figures of these variables are to be made.
    static func measure(
        _ arguments: ParsedArguments, of variables: [TrafficVariable]
    ) throws(UsageError) -> EntropyMeasure {
        var measure = EntropyMeasure()
        measure.estimator = try arguments.value(estimator).flatMap { NamedEstimator(rawValue: $0) } ?? .plugIn
        measure.unit = try arguments.value(unit).flatMap { EntropyUnitName(rawValue: $0) } ?? .bits
        let normalizations = try normalizations(arguments)
        if !normalizations.isEmpty { measure.normalizations = normalizations }
        measure.rule = try rule(arguments)
        measure.uncertainty = try uncertainty(arguments, of: measure.estimator)
        measure.alphabets = try alphabets(arguments)
        try requireAlphabets(measure, of: variables)
        return measure
    }
}

/// The ways to find an error by name.
enum EntropyUncertaintyName: String, CaseIterable, Sendable {
    case analytic, jackknife, bootstrap
}

extension EntropyOptionTable {
    private static func normalizations(_ arguments: ParsedArguments) throws(UsageError) -> [EntropyNormalization] {
        var chosen: [EntropyNormalization] = []
        for name in try arguments.value(normalize) {
            guard let normalization = EntropyNormalization(rawValue: name) else {
                throw .noSuchWord(
                    name, of: EntropyNormalization.allCases.map(\.rawValue), option: normalize.form.spelling)
            }
            if !chosen.contains(normalization) { chosen.append(normalization) }
        }
        return chosen
    }

    private static func rule(_ arguments: ParsedArguments) throws(UsageError) -> SampleSizeRule {
        guard let text = try arguments.value(least) else { return .none }
        if text == "auto" { return .standard }
        guard let number = Int(text), number > 0,
            let rule = try? SampleSizeRule(leastObservations: number, bias: .infinity)
        else {
            throw .invalidValue(
                option: least.form.spelling, text: text, expected: "a whole number from 1 on, or auto,")
        }
        return rule
    }

    private static func uncertainty(
        _ arguments: ParsedArguments, of estimator: NamedEstimator
    ) throws(UsageError) -> EntropyUncertainty {
        let level = try level(arguments)
        let name = try arguments.value(uncertainty).flatMap { EntropyUncertaintyName(rawValue: $0) }
        let (count, number) = (try arguments.value(replicates), try arguments.value(seed))
        guard name == .bootstrap || (count == nil && number == nil) else {
            throw .missingOption("--uncertainty bootstrap (for --replicates and --seed)", command: "entropy")
        }
        switch name {
        case nil: return .standard(level: level)
        case .jackknife: return .jackknife(level: level)
        case .bootstrap: return .bootstrap(Bootstrap(replicates: count ?? 2000, level: level, seed: Seed(number ?? 1)))
        case .analytic:
            guard estimator.hasAnalyticVariance else {
                throw .invalidValue(
                    option: uncertainty.form.spelling, text: "analytic",
                    expected:
                        "with --estimator \(estimator.rawValue), for which no formula is known, jackknife or bootstrap")
            }
            return .analytic(level: level)
        }
    }

    /// A share, as a percentage or a decimal fraction.
    private static func level(_ arguments: ParsedArguments) throws(UsageError) -> Double {
        guard let text = try arguments.value(interval) else { return 0.95 }
        let isPercentage = text.hasSuffix("%")
        guard let number = Double(isPercentage ? String(text.dropLast()) : text),
            case let level = isPercentage ? number / 100 : number, level > 0, level < 1
        else {
            throw .invalidValue(
                option: interval.form.spelling, text: text, expected: "a level between 0 and 1, such as 95% or 0.95,")
        }
        return level
    }
}

extension EntropyOptionTable {
    private static func alphabets(_ arguments: ParsedArguments) throws(UsageError) -> AlphabetSizes {
        var sizes = AlphabetSizes()
        for text in try arguments.value(alphabet) {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let last = parts.last, let size = Int(last), size > 0 else {
                throw .invalidValue(
                    option: alphabet.form.spelling, text: text,
                    expected: "a whole number from 1 on, such as 65536, or dst-port=65536,")
            }
            guard parts.count == 2 else {
                sizes.all = size
                continue
            }
            guard let field = TrafficField(rawValue: parts[0]) else {
                throw .noSuchWord(parts[0], of: fieldNames, option: alphabet.form.spelling)
            }
            sizes.byField[field] = size
        }
        return sizes
    }

    private static func requireAlphabets(
        _ measure: EntropyMeasure, of variables: [TrafficVariable]
    ) throws(UsageError) {
        guard measure.needsAlphabet else { return }
        for variable in variables where measure.alphabets.size(of: variable) == nil {
            let unknown = variable.fields.first { measure.alphabets.size(of: $0) == nil }
            guard let unknown else {
                throw .invalidValue(
                    option: alphabet.form.spelling, text: variable.name,
                    expected: "for both fields together a product below 2^63")
            }
            throw .missingOption("--alphabet \(unknown.rawValue)=K", command: "entropy")
        }
    }
}
