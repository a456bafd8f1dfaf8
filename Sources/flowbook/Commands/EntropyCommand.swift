import Traffic
import TrafficCapture

/// What `flowbook entropy` was asked to do.
struct EntropyOptions: Sendable {
    let file: CaptureFile
    let fields: [TrafficField]
    /// How the packets are cut into windows; nil for the whole file.
    let windowing: Windowing?
    let population: EntropyPopulation
    let filter: String?
    let tunnels: TunnelView
    let destination: TableDestination
    let isQuiet: Bool
}

/// What is counted.
enum EntropyPopulation: String, CaseIterable, Sendable {
    case packets, initiators, flows
}

/// Measures how evenly fields of packets are spread, window after window.
struct EntropyCommand: Command {
    private static let fields = Option.list(
        "by", value: "FIELDS", help: "the fields: \(fieldNames.joined(separator: ","))")
    private static let window = Option.text(
        "window", value: "LENGTH", help: "cut into windows of a time (60, 500ms, 2m) or of packets (500p)")
    private static let slide = Option.text(
        "slide", value: "STEP", help: "begin a window every so often, in the window's unit (default: its length)")
    private static let population = Option.word(
        "of", value: "WHAT", among: EntropyPopulation.allCases.map(\.rawValue),
        help: "packets, initiators (packets that begin something) or flows (default: packets)")
    private static let fieldNames = TrafficField.allCases.map(\.rawValue)
    private static let usual: [TrafficField] = [.sourcePort, .destinationPort, .sourceAddress, .destinationAddress]

    var usage: CommandUsage {
        CommandUsage(
            name: "entropy",
            summary: "Measure how evenly the fields of a capture's packets are spread, in bits.",
            operands: .one("FILE"),
            groups: [
                .init(
                    "Options",
                    [
                        Self.fields.form, Self.window.form, Self.slide.form, Self.population.form,
                        LiveOptions.filter.form, FlowOptionTable.tunnels.form,
                    ]),
                .init(
                    "Table",
                    [
                        TableOptions.format.form, TableOptions.output.form, CommonOptions.json.form,
                        TableOptions.quiet.form,
                    ]),
            ],
            notes: Self.notes,
            examples: [
                .init(line: "flowbook entropy trace.pcap", meaning: "ports and addresses of the whole file"),
                .init(
                    line: "flowbook entropy trace.pcap --by dst-port --of initiators --window 60s",
                    meaning: "a scan stands out"),
                .init(
                    line: "flowbook entropy - --by src-ip --window 500p --slide 100p --json",
                    meaning: "from standard input, for a program"),
            ])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        let population = try arguments.value(Self.population).flatMap { EntropyPopulation(rawValue: $0) } ?? .packets
        let filter = try arguments.value(LiveOptions.filter)
        if let filter { try FilterCheck.require(filter) }
        let file = CaptureFile(arguments.operands[0])
        let destination = try Self.destination(arguments, console.output)
        try DistinctFiles.require(inputs: [file], outputs: [(destination.path, TableOptions.output.form.spelling)])
        return try EntropyWork.run(
            EntropyOptions(
                file: file, fields: Self.fields(arguments, of: population),
                windowing: Self.windowing(arguments), population: population, filter: filter,
                tunnels: arguments.value(FlowOptionTable.tunnels).flatMap(TunnelView.init) ?? .innermost,
                destination: destination,
                isQuiet: arguments.value(TableOptions.quiet)),
            console: console)
    }
}

extension EntropyCommand {
    private static let notes = [
        """
        A row for each window and field: the window's number, when it begins, its packets; how many of them have the
        field, how many different values it takes (support), the plug-in entropy in bits, and that over the largest it
        could be with these values (normalized). Plug-in entropies of small windows are too low, so compare windows of
        equal counts.

        Initiators are TCP segments with SYN and without ACK; of other protocols packets after which nothing had been
        seen between the same ends, either way, for 120 s. Replies spread ports of both sides alike, which hides scans:
        initiators show them. Flows count by their beginning, the initiator as source, all their bytes as length.

        Windows begin with the first packet. Of the capture nothing is kept but what the window at hand has counted,
        for initiators also the conversations of the last minutes, and for flows all of them, as they are counted in the
        order they began. A packet that comes after its window has ended counts in the next, and is told. Windows in
        which nothing happened have rows, too; but where the clock jumps, and more than 1,000 would follow each other,
        they are left out, and their number is told.
        """
    ]

    private static func fields(
        _ arguments: ParsedArguments, of population: EntropyPopulation
    ) throws(UsageError) -> [TrafficField] {
        let names = try arguments.value(fields)
        if names.isEmpty { return usual }
        var chosen: [TrafficField] = []
        for name in names {
            guard let field = TrafficField(rawValue: name) else {
                throw .noSuchWord(name, of: fieldNames, option: fields.form.spelling)
            }
            guard population != .flows || field.isOfFlows else {
                throw .invalidValue(
                    option: fields.form.spelling, text: name,
                    expected: "with --of flows a field that flows have (not tcp-flags, not ttl)")
            }
            if !chosen.contains(field) { chosen.append(field) }
        }
        return chosen
    }

    private static func windowing(_ arguments: ParsedArguments) throws(UsageError) -> Windowing? {
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

    private static func destination(
        _ arguments: ParsedArguments, _ output: Descriptor
    ) throws(UsageError) -> TableDestination {
        let destination = try TableOptions.destination(arguments, output)
        guard try arguments.value(CommonOptions.json) else { return destination }
        return TableDestination(path: destination.path, format: .ndjson, isTerminal: destination.isTerminal)
    }
}
