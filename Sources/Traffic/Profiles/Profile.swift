/// A way of looking at rows, such as flows, as a table: which columns there are, and what each says.
///
///     var options = FlowOptions()
///     Profile.nfstream.configure(&options)
///     let flows = packets.flows(options)
///     let text = CSVEncoder(.nfstream).encoded(flows)
///
/// The columns of another tool's profile have that tool's names, order and units, so that what was written for its
/// files reads ours; where a figure differs in meaning, ``deviations`` says so.
public struct Profile<Row>: Sendable {
    /// The name by which the profile is chosen, in small letters.
    public let name: String
    /// What the profile is for, in a few sentences.
    public let summary: String
    /// The columns, from left to right.
    public let columns: [Column]
    /// Where the columns differ from the tool they are named after.
    public let deviations: [Deviation]
    /// Which addresses of packets in tunnels the tool goes by.
    public let tunnels: TunnelView
    private let configuration: @Sendable (inout FlowOptions) -> Void
    /// Those of the columns, apart from their words.
    let evaluations: [Evaluation]

    /// A profile of these columns.
    ///
    /// The `configuration` makes the flow table measure what the columns need, and end flows where they ought to.
    public init(
        _ name: String, summary: String, columns: [Column], deviations: [Deviation] = [],
        tunnels: TunnelView = .innermost, configuration: @escaping @Sendable (inout FlowOptions) -> Void = { _ in }
    ) {
        self.name = name
        self.summary = summary
        self.columns = columns
        evaluations = columns.map(\.evaluation)
        self.deviations = deviations
        self.tunnels = tunnels
        self.configuration = configuration
    }

    /// Sets the options that the columns depend on; all others are left as they are.
    public func configure(_ options: inout FlowOptions) { configuration(&options) }
}

extension Profile {
    /// The profile with only the columns named, in the order of the names; names that are not among the columns are
    /// passed over.
    public func selecting(_ names: some Sequence<String>) -> Profile {
        let chosen = names.compactMap { name in columns.first { $0.name == name } }
        return Profile(
            name, summary: summary, columns: chosen, deviations: deviations, tunnels: tunnels,
            configuration: configuration)
    }
}

/// Something about columns that differs from the tool they are named after.
public struct Deviation: Hashable, Sendable {
    /// Which columns, as one would name them to a reader.
    public let columns: String
    /// What differs.
    public let difference: String
    /// Why it does.
    public let reason: String

    /// A difference and its reason.
    public init(_ columns: String, _ difference: String, because reason: String) {
        self.columns = columns
        self.difference = difference
        self.reason = reason
    }
}
