/// What is counted of packets and flows: a field, or two fields taken together.
///
///     TrafficVariable(.destinationPort).name                              // "dst-port"
///     TrafficVariable(.sourceAddress, with: .destinationPort).name        // "src-ip+dst-port"
///
/// Of two fields each pair of values is a value of its own, so that the entropy is the joint one.
public struct TrafficVariable: Hashable, Sendable {
    /// The field, or the first of two.
    public let field: TrafficField
    /// The second of two fields.
    public let other: TrafficField?

    /// A field, or two together.
    public init(_ field: TrafficField, with other: TrafficField? = nil) {
        (self.field, self.other) = (field, other)
    }

    /// The fields in their order, one or two.
    public var fields: [TrafficField] { [field] + (other.map { [$0] } ?? []) }

    /// The names of the fields, with a plus sign between two.
    public var name: String { fields.map(\.rawValue).joined(separator: "+") }
}

extension TrafficVariable {
    /// What it is in a packet; nil where the packet lacks a field.
    public func observation(in packet: Packet) -> FieldObservation? {
        observation { $0.observation(in: packet) }
    }

    /// What it is in a flow, as ``TrafficField/observation(in:)-(Flow)`` tells; nil where the flow lacks a field.
    public func observation(in flow: Flow) -> FieldObservation? {
        observation { $0.observation(in: flow) }
    }

    private func observation(_ value: (TrafficField) -> FieldObservation?) -> FieldObservation? {
        guard let first = value(field) else { return nil }
        guard let other else { return first }
        return value(other).map { .pair(first, $0) }
    }
}
