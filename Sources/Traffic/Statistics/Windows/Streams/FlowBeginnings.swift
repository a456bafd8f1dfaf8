/// Flows as an ``EntropyStream`` counts them, kept until all have ended: they count by their beginning, and end in
/// another order.
///
///     var beginnings = FlowBeginnings(of: stream.fields)
///     meter.add(packet) { flow in beginnings.add(flow) }
///     beginnings.drain(into: &stream) { window in print(window.start) }
///
/// Of a flow only its fields are kept, which take up a fiftieth of its memory.
/// - Complexity: O(*n* log *n*) for *n* flows.
public struct FlowBeginnings: Sendable {
    private let fields: [TrafficField]
    /// The fields of all flows, one flow after the other.
    private var observations: [FieldObservation?] = []
    private var times: [Timestamp] = []

    /// The fields are those of the stream that is to be given the flows.
    public init(of fields: [TrafficField]) {
        self.fields = fields
    }

    /// Keeps what a stream needs of a flow.
    public mutating func add(_ flow: Flow) {
        times.append(flow.first)
        for field in fields { observations.append(field.observation(in: flow)) }
    }

    /// Adds all flows to a stream in the order of their beginnings, those that begin together in the order in which
    /// they came; afterwards there are none.
    /// - Parameters:
    ///   - stream: takes the flows.
    ///   - ended: given each window that ends.
    public mutating func drain(into stream: inout EntropyStream, _ ended: (WindowEntropies) -> Void) {
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        for index in order {
            let values = observations[index * fields.count..<(index + 1) * fields.count]
            stream.add(Array(values), at: times[index], ended)
        }
        self = FlowBeginnings(of: fields)
    }
}
