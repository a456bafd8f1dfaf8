import Traffic

/// The options of `flowbook entropy` that say what is counted, and in which windows.
enum EntropyOptionTable {
    private static let by = Option.list(
        "by", value: "FIELDS", help: "of \(fieldNames.joined(separator: ",")); two as src-ip+dst-port")
    private static let window = Option.text(
        "window", value: "LENGTH", help: "cut into windows of a time (60, 500ms, 2m) or of packets (500p)")
    private static let slide = Option.text(
        "slide", value: "STEP", help: "begin a window every so often, in the window's unit (default: its length)")
    static let population = Option.word(
        "of", value: "WHAT", among: EntropyPopulation.allCases.map(\.rawValue),
        help: "packets, initiators (packets that begin something) or flows (default: packets)")
    static let fieldNames = TrafficField.allCases.map(\.rawValue)
    private static let usual: [TrafficField] = [.sourcePort, .destinationPort, .sourceAddress, .destinationAddress]

    /// What is counted.
    static let ofCounts = [by.form, window.form, slide.form, population.form]
}

extension EntropyOptionTable {
    /// The fields and pairs asked for, each once.
    static func variables(
        _ arguments: ParsedArguments, of population: EntropyPopulation
    ) throws(UsageError) -> [TrafficVariable] {
        let names = try arguments.value(by)
        if names.isEmpty { return usual.map { TrafficVariable($0) } }
        var chosen: [TrafficVariable] = []
        for name in names {
            let variable = try variable(name, of: population)
            if !chosen.contains(variable) { chosen.append(variable) }
        }
        return chosen
    }

    private static func variable(
        _ name: String, of population: EntropyPopulation
    ) throws(UsageError) -> TrafficVariable {
        let parts = name.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        var fields: [TrafficField] = []
        for part in parts { fields.append(try field(part, of: population)) }
        guard fields.count <= 2, Set(fields).count == fields.count else {
            throw .invalidValue(
                option: by.form.spelling, text: name,
                expected: "a field or two different ones, such as src-ip+dst-port,")
        }
        return TrafficVariable(fields[0], with: fields.dropFirst().first)
    }

    private static func field(_ name: String, of population: EntropyPopulation) throws(UsageError) -> TrafficField {
        guard let field = TrafficField(rawValue: name) else {
            throw .noSuchWord(name, of: fieldNames, option: by.form.spelling)
        }
        guard population != .flows || field.isOfFlows else {
            throw .invalidValue(
                option: by.form.spelling, text: name,
                expected: "with --of flows a field that flows have (not tcp-flags, not ttl)")
        }
        return field
    }

    static func windowing(_ arguments: ParsedArguments) throws(UsageError) -> Windowing? {
        let step = try arguments.value(slide)
        guard let text = try arguments.value(window) else {
            if step != nil { throw .missingOption("--window LENGTH", command: "entropy") }
            return nil
        }
        let length = try extent(text, of: window.form)
        switch (length, try step.map { text throws(UsageError) in try extent(text, of: slide.form) } ?? length) {
        case (.time(let length), .time(let step)): return .sliding(length, every: step)
        case (.packets(let length), .packets(let step)): return .sliding(packets: length, every: step)
        default:
            throw .invalidValue(
                option: slide.form.spelling, text: step ?? "", expected: "the unit of --window, a time or packets,")
        }
    }

    private enum Extent {
        case time(Duration)
        case packets(Int)
    }

    private static func extent(_ text: String, of option: OptionForm) throws(UsageError) -> Extent {
        if text.hasSuffix("p"), let count = Int(text.dropLast()), count > 0 { return .packets(count) }
        if let time = Duration(written: text), time > .zero { return .time(time) }
        throw .invalidValue(
            option: option.spelling, text: text, expected: "a time such as 60, 500ms or 2m, or packets such as 500p,")
    }
}
