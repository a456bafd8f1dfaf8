import TrafficCapture

/// What `flowbook capture` was asked to do.
struct CaptureOptions: Hashable, Sendable {
    let live: LiveCaptureOptions
    /// A file, or `-` for standard output.
    let path: String
    let isQuiet: Bool
}

/// Records packets of an interface in a file.
struct CaptureCommand: Command {
    private static let write = Option.text(
        "write", short: "w", value: "FILE",
        help: "the pcap file, which appears when all is recorded; - is standard output")
    private static let list = Option.flag("list", help: "print the interfaces there are, and capture nothing")

    var usage: CommandUsage {
        CommandUsage(
            name: "capture",
            summary: "Record packets of an interface in a pcap file with nanoseconds.",
            operands: .none,
            groups: [
                CommandUsage.OptionGroup(
                    "Options",
                    [Self.write.form, LiveOptions.interface.form, LiveOptions.filter.form] + LiveOptions.ofCapture
                        + [TableOptions.quiet.form]),
                CommandUsage.OptionGroup("Interfaces", [Self.list.form, CommonOptions.json.form]),
            ],
            notes: [
                """
                What is not asked for stays safe: the loopback interface lo, a minute at most, the first 96 bytes of each
                packet. Ctrl-C ends a capture with everything recorded. How many packets the kernel and the interface had to
                drop is told in any case.
                """
            ],
            examples: [
                .init(line: "flowbook capture -w lo.pcap", meaning: "a minute of loopback, headers only"),
                .init(
                    line: "flowbook capture -i eth0 --seconds off --filter udp -w -",
                    meaning: "for another program to read"),
                .init(line: "flowbook capture --list", meaning: "which interfaces there are"),
            ])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        if try arguments.value(Self.list) {
            return try InterfaceListing.run(json: arguments.value(CommonOptions.json), console: console)
        }
        guard let path = try arguments.value(Self.write) else {
            throw UsageError.missingOption("--write FILE", command: usage.name)
        }
        let options = CaptureOptions(
            live: try LiveOptions.value(of: arguments), path: path, isQuiet: try arguments.value(TableOptions.quiet))
        return try CaptureWork.run(options, console: console)
    }
}
