import Traffic
import TrafficCapture

/// What `flowbook entropy` was asked to do.
struct EntropyOptions: Sendable {
    let file: CaptureFile
    let variables: [TrafficVariable]
    /// How the packets are cut into windows; nil for the whole file.
    let windowing: Windowing?
    let population: EntropyPopulation
    let measure: EntropyMeasure
    let filter: String?
    let tunnels: TunnelView
    let destination: TableDestination
    let isQuiet: Bool
}

extension EntropyOptions {
    /// The columns.
    var profile: Profile<EntropyRow> {
        let pairs = variables.contains { $0.other != nil }
        guard destination.isTerminal, destination.format == .table else { return measure.profile(pairs: pairs) }
        return measure.brief(windows: windowing != nil, pairs: pairs, guarded: measure.rule != .none)
    }
}

/// What is counted.
enum EntropyPopulation: String, CaseIterable, Sendable {
    case packets, initiators, flows
}

/// Measures how evenly fields of packets are spread, window after window.
struct EntropyCommand: Command {
    private static let describe = Option.flag("describe", help: "print what the figures mean, as Markdown")

    var usage: CommandUsage {
        CommandUsage(
            name: "entropy",
            summary: "Measure how evenly the fields of a capture's packets are spread, in bits.",
            operands: .optional("FILE"),
            groups: [
                .init(
                    "Options", EntropyOptionTable.ofCounts + [LiveOptions.filter.form, FlowOptionTable.tunnels.form]),
                .init("The figure", EntropyOptionTable.ofFigures),
                .init(
                    "Table",
                    [
                        TableOptions.format.form, TableOptions.output.form, CommonOptions.json.form,
                        TableOptions.quiet.form, Self.describe.form,
                    ]),
            ],
            notes: Self.notes,
            examples: [
                .init(line: "flowbook entropy trace.pcap", meaning: "ports and addresses of the whole file"),
                .init(
                    line: "flowbook entropy trace.pcap --by dst-port --of initiators --window 60s",
                    meaning: "a scan stands out"),
                .init(
                    line: "flowbook entropy trace.pcap --by src-ip+dst-port --least auto",
                    meaning: "what sources tell of ports, if it can be told"),
                .init(
                    line: "flowbook entropy - --by src-ip --window 500p --slide 100p --json",
                    meaning: "from standard input, for a program"),
            ])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        if try arguments.value(Self.describe) {
            try console.output.write(EntropyDocument.markdown)
            return .success
        }
        guard let path = arguments.operands.first else { throw UsageError.missingOperand("FILE", command: usage.name) }
        let population =
            try arguments.value(EntropyOptionTable.population).flatMap { EntropyPopulation(rawValue: $0) } ?? .packets
        let filter = try arguments.value(LiveOptions.filter)
        if let filter { try FilterCheck.require(filter) }
        let file = CaptureFile(path)
        let destination = try Self.destination(arguments, console.output)
        try DistinctFiles.require(inputs: [file], outputs: [(destination.path, TableOptions.output.form.spelling)])
        let variables = try EntropyOptionTable.variables(arguments, of: population)
        return try EntropyWork.run(
            EntropyOptions(
                file: file, variables: variables, windowing: EntropyOptionTable.windowing(arguments),
                population: population, measure: EntropyOptionTable.measure(arguments, of: variables), filter: filter,
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
        field (n), how many different values it takes (support), the entropy, and the plug-in entropy over the largest
        it could be with these values (normalized_by_support, unless --normalize asks for others); then the estimator,
        the bias of plug-in at first order, what the estimator added, the standard error and a confidence interval.
        Plug-in entropies of small windows are too low: where bias is not small beside the standard error, compare
        windows of equal counts, or take another estimator. Two fields with a plus sign between them are counted as
        one, which gives their joint entropy, what either leaves open of the other, and their mutual information.

        The error is that of independent observations, found by a formula for plug-in and miller-madow, from its
        posterior for nsb, by the jackknife for others, or as --uncertainty says. Packets of one flow are not
        independent: --of flows is safer. Estimators from shrinkage on must be told how many values there can be; of
        ports it is known (65536), as of protocols, flags and hop limits (256), and of other fields --alphabet tells.
        flowbook entropy --describe lists estimators, intervals and their conditions.

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

    private static func destination(
        _ arguments: ParsedArguments, _ output: Descriptor
    ) throws(UsageError) -> TableDestination {
        let destination = try TableOptions.destination(arguments, output)
        guard try arguments.value(CommonOptions.json) else { return destination }
        if let format = try arguments.value(TableOptions.format), format != TableFormat.ndjson.rawValue {
            throw .conflict("--json", with: "\(TableOptions.format.form.spelling) \(format)", command: "entropy")
        }
        return TableDestination(path: destination.path, format: .ndjson, isTerminal: destination.isTerminal)
    }
}
