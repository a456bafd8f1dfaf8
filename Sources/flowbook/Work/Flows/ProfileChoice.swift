import Notebook
import Traffic

/// A profile as it is named on the command line: of flows, or of single packets.
enum ProfileChoice: Sendable {
    case flows(Profile<Flow>)
    case packets(Profile<Packet>)

    /// All profiles, the default first.
    static let all = Profile<Flow>.all.map(ProfileChoice.flows) + [.packets(.packets)]
    static let names = all.map(\.name)

    /// - Throws: ``UsageError`` with the nearest name where there is no such profile.
    init(named name: String) throws(UsageError) {
        guard let choice = Self.all.first(where: { $0.name == name }) else {
            throw .noSuchWord(name, of: Self.names, option: "--profile")
        }
        self = choice
    }

    var name: String { read({ $0.name }, { $0.name }) }
    var summary: String { read({ $0.summary }, { $0.summary }) }

    /// Which addresses of packets in tunnels count.
    var tunnels: TunnelView { read({ $0.tunnels }, { $0.tunnels }) }

    /// The columns without their functions.
    var columns: [ColumnText] { read({ $0.columns.map { ColumnText($0) } }, { $0.columns.map { ColumnText($0) } }) }

    /// Sets what the columns depend on.
    func configure(_ options: inout FlowOptions) {
        if case .flows(let profile) = self { profile.configure(&options) }
    }

    /// The profile with only these columns; with all of them where none is named.
    /// - Throws: ``UsageError`` with the nearest name where there is no such column.
    func selecting(_ names: [String], option: OptionForm) throws(UsageError) -> ProfileChoice {
        guard !names.isEmpty else { return self }
        let known = columns.map(\.name)
        if let missing = names.first(where: { !known.contains($0) }) {
            throw .invalidValue(
                option: option.spelling, text: missing,
                expected: "a column of \(name) (flowbook flows --list-columns --profile \(name))",
                nearest: Suggestion.nearest(to: missing, among: known))
        }
        return switch self {
        case .flows(let profile): .flows(profile.selecting(names))
        case .packets(let profile): .packets(profile.selecting(names))
        }
    }

    private func read<Value>(
        _ ofFlows: (Profile<Flow>) -> Value, _ ofPackets: (Profile<Packet>) -> Value
    ) -> Value {
        switch self {
        case .flows(let profile): ofFlows(profile)
        case .packets(let profile): ofPackets(profile)
        }
    }
}

/// What is said of a column.
struct ColumnText: Hashable, Sendable {
    let name: String
    let unit: String
    let meaning: String

    init<Row>(_ column: Profile<Row>.Column) {
        (name, unit, meaning) = (column.name, column.unit, column.meaning)
    }
}
