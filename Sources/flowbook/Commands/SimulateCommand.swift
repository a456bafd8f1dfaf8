import Traffic
import TrafficCapture

/// What `flowbook simulate` was asked to do.
struct SimulateOptions: Sendable {
    let scenario: OfficeScenario
    /// Where the packets go; nil for nowhere.
    let capturePath: String?
    let snapLength: Int
    /// Where the flows go; nil for nowhere.
    let flows: TableDestination?
    /// Where it is told what happened; nil for nowhere.
    let truth: TableDestination?
    let isQuiet: Bool
}

/// Makes labelled traffic out of a seed.
struct SimulateCommand: Command {
    private static let seed = Option.whole("seed", in: 0...Int.max, help: "what all is drawn from (default: 1)")
    private static let duration = Option.text("duration", value: "TIME", help: "how long it plays (default: 1h)")
    private static let begin = Option.text(
        "begin", value: "TIME", help: "when it begins, counted from Monday 00:00 UTC (default: 8h)")
    private static let hosts = Option.whole("hosts", in: 1...40_000, help: "how many people work there (default: 40)")
    private static let write = Option.text("write", short: "w", value: "FILE", help: "the packets, as a pcap file")
    private static let snapLength = Option.whole(
        "snap-length", value: "BYTES", in: 1...SnapLength.wholeFrames,
        help: "write so many bytes of each packet (default: all)")
    private static let flows = Option.text(
        "flows", value: "FILE", help: "the flows with their labels, as CSV (or NDJSON, by the name's end)")
    private static let truth = Option.text("truth", value: "FILE", help: "what happened, a row for each episode")
    private static let list = Option.flag("list", help: "print what can happen, and simulate nothing")

    var usage: CommandUsage {
        CommandUsage(
            name: "simulate",
            summary: "Make labelled traffic of an office out of a seed, as packets and as flows.",
            operands: .optional("[SCENARIO]"),
            groups: [
                .init(
                    "Options", [Self.seed.form, Self.duration.form, Self.begin.form, Self.hosts.form, Self.list.form]),
                .init(
                    "Results",
                    [
                        Self.write.form, Self.snapLength.form, Self.flows.form, Self.truth.form,
                        TableOptions.quiet.form,
                    ]),
            ],
            notes: Self.notes,
            examples: [
                .init(line: "flowbook simulate office -w office.pcap", meaning: "an hour of an office"),
                .init(
                    line: "flowbook simulate worm@10m,backup@20m*2 --seed 7 -w a.pcap --truth a.csv",
                    meaning: "and what happens in it"),
                .init(
                    line: "flowbook simulate all --duration 1d --flows flows.csv",
                    meaning: "a day with everything, as labelled flows"),
            ])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        if try arguments.value(Self.list) { return try Self.listKinds(console) }
        guard let words = arguments.operands.first else {
            throw UsageError.missingOperand("SCENARIO", command: usage.name)
        }
        let options = SimulateOptions(
            scenario: try Self.scenario(words, arguments), capturePath: try arguments.value(Self.write),
            snapLength: try arguments.value(Self.snapLength) ?? SnapLength.wholeFrames,
            flows: try Self.destination(Self.flows, arguments, console),
            truth: try Self.destination(Self.truth, arguments, console),
            isQuiet: try arguments.value(TableOptions.quiet))
        try Self.requireResults(options)
        return try SimulateWork.run(options, console: console)
    }
}

extension SimulateCommand {
    private static let notes = [
        """
        SCENARIO is office, for everyday work and nothing else; or, with commas between them, what happens besides, each
        as NAME[@START][+LENGTH][*INTENSITY], such as slow-scan@30m+2h*0.5; or all, for one after the other. What has no
        START is spread over the time; what has no LENGTH lasts as long as is usual for it.

        The same words give the same bytes, always. What is added to a scenario leaves all other packets as they are.
        Addresses are private ones, or those for documentation and benchmarks. The figures are plausible, not measured.

        Flows are those that flowbook flows makes of the packets, with three columns more: the number of the episode,
        the label (benign, fault or attack) and the kind. Some of what looks like an attack is benign, and labelled so.
        """
    ]

    private static func listKinds(_ console: Console) throws -> ExitCode {
        let rows =
            [("office", "benign", "everyday work alone: pages, names, mail, shells, time, updates, visitors")]
            + Anomaly.Kind.allCases.map { ($0.rawValue, $0.verdict.rawValue, $0.summary) }
            + [("all", "", "everything of these, one after the other")]
        let width = rows.map(\.0.count).max() ?? 0
        for (name, label, summary) in rows {
            let columns = [name.filled(to: width), label.filled(to: 6), summary]
            try console.print(columns.joined(separator: "  "))
        }
        return .success
    }

    private static func scenario(
        _ words: String, _ arguments: ParsedArguments
    ) throws(UsageError) -> OfficeScenario {
        let monday = Timestamp(seconds: 1_704_672_000, nanoseconds: 0)
        var scenario = OfficeScenario(
            hosts: try arguments.value(hosts) ?? 40, duration: try time(duration, arguments) ?? .hours(1),
            seed: Seed(try arguments.value(seed) ?? 1), start: monday + (try time(begin, arguments) ?? .hours(8)))
        scenario.anomalies = try ScenarioWords.anomalies(words, within: scenario.duration)
        return scenario
    }

    private static func time(
        _ option: Option<String?>, _ arguments: ParsedArguments
    ) throws(UsageError) -> Duration? {
        guard let text = try arguments.value(option) else { return nil }
        guard let time = Duration(written: text) else {
            throw .invalidValue(
                option: option.form.spelling, text: text, expected: "a time such as 90s, 30m, 8h or 2d")
        }
        return time
    }

    private static func destination(
        _ option: Option<String?>, _ arguments: ParsedArguments, _ console: Console
    ) throws(UsageError) -> TableDestination? {
        guard let path = try arguments.value(option) else { return nil }
        return TableDestination(path: path, format: TableFormat(fileName: path) ?? .csv, isTerminal: false)
    }

    private static func requireResults(_ options: SimulateOptions) throws(UsageError) {
        let outputs: [DistinctFiles.Output] = [
            (options.capturePath, write), (options.flows?.path, flows), (options.truth?.path, truth),
        ].compactMap { path, option in path.map { ($0, option.form.spelling) } }
        guard !outputs.isEmpty else {
            throw .missingOption("--write FILE, --flows FILE or --truth FILE", command: "simulate")
        }
        let onStandardOutput = outputs.filter { $0.path == "-" }
        if onStandardOutput.count > 1 {
            throw .conflict(
                onStandardOutput[0].option + " -", with: onStandardOutput[1].option + " -", command: "simulate")
        }
        try DistinctFiles.require(inputs: [], outputs: outputs)
    }
}

extension String {
    fileprivate func filled(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
