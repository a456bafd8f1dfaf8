/// Which packets of a flow a column is about.
enum FlowScope: String, CaseIterable {
    case both, forward, backward

    /// The words for it in a column's meaning: "Packets …".
    var phrase: String {
        switch self {
        case .both: "either way"
        case .forward: "from the initiator to the responder"
        case .backward: "from the responder to the initiator"
        }
    }
}

extension FlowScope {
    /// A column's value from the statistics of these packets.
    func value(
        _ figure: @escaping @Sendable (borrowing DirectionStatistics) -> FieldValue
    ) -> @Sendable (Span<Flow>) -> FieldValue {
        switch self {
        case .both: { figure($0.row.both) }
        case .forward: { figure($0.row.forward) }
        case .backward: { figure($0.row.backward) }
        }
    }
}
