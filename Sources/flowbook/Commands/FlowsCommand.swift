import Traffic
import TrafficCapture

/// What `flowbook flows` was asked to do.
struct FlowsOptions: Sendable {
    /// Where the packets come from.
    enum Source: Hashable, Sendable {
        case files([CaptureFile])
        case interface(LiveCaptureOptions)

        var files: [CaptureFile] {
            guard case .files(let files) = self else { return [] }
            return files
        }
    }

    let source: Source
    let profile: ProfileChoice
    /// Whether nobody has asked for columns, so that a terminal gets those that a person wants to see first.
    let isBrief: Bool
    let meter: CaptureMeter
    let destination: TableDestination
    let isQuiet: Bool
    /// Where the summary goes as JSON; nil for nowhere.
    let summaryPath: String?
}

/// Meters packets of files or of an interface, and writes a table of flows.
struct FlowsCommand: Command {
    private static let profile = Option.word(
        "profile", short: "p", value: "NAME", among: ProfileChoice.names,
        help: "the columns: \(ProfileChoice.names.joined(separator: ", "))")
    private static let summary = Option.text("summary", value: "FILE", help: "write the closing summary there, as JSON")
    private static let threads = Option.whole(
        "threads", in: 1...2, help: "1 does everything on one thread, 2 reads on another (default: 2)")
    private static let listColumns = Option.flag(
        "list-columns", help: "print the profile's columns with unit and meaning")
    private static let describe = Option.flag("describe", help: "print what flows and all columns are, as Markdown")

    var usage: CommandUsage {
        CommandUsage(
            name: "flows",
            summary: "Turn the packets of capture files, or of an interface, into flows: a row for each.",
            operands: .any("FILE"), groups: Self.groups, notes: Self.notes,
            examples: [
                .init(line: "flowbook flows trace.pcap", meaning: "a table on the terminal, CSV in a pipe"),
                .init(line: "flowbook flows *.pcap.gz -p zeek -o conn.log", meaning: "several files as one capture"),
                .init(line: "flowbook flows -i eth0 --seconds off", meaning: "live, until Ctrl-C"),
            ])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        if try arguments.value(Self.describe) { return try ProfileText.describe(console) }
        let profile = try ProfileChoice(named: arguments.value(Self.profile) ?? ProfileChoice.names[0])
        if try arguments.value(Self.listColumns) { return try profile.listColumns(console) }
        let chosen = try profile.selecting(arguments.value(TableOptions.columns), option: TableOptions.columns.form)
        let destination = try TableOptions.destination(arguments, console.output)
        let summaryPath = try arguments.value(Self.summary)
        let source = try Self.source(arguments)
        try DistinctFiles.require(
            inputs: source.files,
            outputs: [(destination.path, TableOptions.output.form.spelling)]
                + (summaryPath.map { [($0, Self.summary.form.spelling)] } ?? []))
        let asksForColumns = [Self.profile.form, TableOptions.columns.form].contains { arguments.given[$0.name] != nil }
        return try FlowsWork.run(
            FlowsOptions(
                source: source, profile: chosen,
                isBrief: destination.format == .table && !asksForColumns, meter: Self.meter(arguments, chosen),
                destination: destination,
                isQuiet: arguments.value(TableOptions.quiet), summaryPath: summaryPath),
            console: console)
    }
}

extension FlowsCommand {
    private static let groups = [
        CommandUsage.OptionGroup(
            "Packets", [LiveOptions.interface.form, LiveOptions.filter.form] + LiveOptions.ofCapture),
        CommandUsage.OptionGroup(
            "Table",
            [
                profile.form, TableOptions.format.form, TableOptions.output.form, TableOptions.columns.form,
                summary.form, TableOptions.quiet.form, threads.form,
            ]),
        CommandUsage.OptionGroup("What a flow is", FlowOptionTable.ofFlows),
        CommandUsage.OptionGroup("What is measured", FlowOptionTable.ofMeasures),
        CommandUsage.OptionGroup("To learn more", [listColumns.form, describe.form]),
    ]

    private static let notes = [
        "Profiles:\n" + ProfileText.summaries,
        """
        FILE is pcap, pcapng or snoop, as it is or compressed with gzip or zstd; - is standard input. Several files are
        metered one after the other as one capture. A damaged file gives the flows of what could be read, and a warning;
        one that cannot be read at all is told, the others are metered, and the exit status is 3.

        With -i, flows come out as they end; Ctrl-C ends the capture with all flows and the summary written. What is
        not asked for stays safe: loopback, a minute at most, the first 96 bytes of each packet.

        --checksums verifies those of IPv4 headers, TCP, UDP and ICMP, where the whole packet was captured. A packet with
        a wrong one becomes part of no flow, and is counted as discarded. Leave it out for captures made on the sending
        machine: they show packets before the network card has filled in the checksums.
        """,
    ]

    /// - Throws: ``UsageError`` for both files and an interface, for neither, and for options of the other one.
    private static func source(_ arguments: ParsedArguments) throws(UsageError) -> FlowsOptions.Source {
        let files = arguments.operands
        if arguments.given[LiveOptions.interface.form.name] != nil {
            if let file = files.first { throw .conflict(file, with: "--interface", command: "flows") }
            return .interface(try LiveOptions.value(of: arguments))
        }
        guard let file = files.first else { throw .missingOperand("FILE or --interface IFACE", command: "flows") }
        if let option = LiveOptions.ofCapture.first(where: { arguments.given[$0.name] != nil }) {
            throw .conflict(file, with: option.spelling, command: "flows")
        }
        return .files(files.map { CaptureFile($0) })
    }

    private static func meter(_ arguments: ParsedArguments, _ profile: ProfileChoice) throws -> CaptureMeter {
        var meter = CaptureMeter()
        profile.configure(&meter.options)
        try FlowOptionTable.apply(arguments, to: &meter.options)
        meter.tunnels = try arguments.value(FlowOptionTable.tunnels).flatMap(TunnelView.init) ?? profile.tunnels
        meter.verifiesChecksums = try arguments.value(FlowOptionTable.checksums)
        meter.filter = try arguments.value(LiveOptions.filter)
        if let filter = meter.filter { try FilterCheck.require(filter) }
        meter.threads = try arguments.value(threads) ?? meter.threads
        return meter
    }
}
