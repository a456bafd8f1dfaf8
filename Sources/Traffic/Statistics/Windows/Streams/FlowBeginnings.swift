/// Flows as an ``EntropyStream`` counts them, kept until all have ended: they count by their beginning, and end in
/// another order.
///
///     var beginnings = FlowBeginnings(of: stream.variables)
///     meter.add(packet) { flow in beginnings.add(flow) }
///     beginnings.drain(into: &stream) { window in print(window.start) }
///
/// Of a flow only its fields are kept, which take up a fiftieth of its memory.
/// - Complexity: O(*n* log *n*) for *n* flows.
public struct FlowBeginnings: Sendable {
    private let variables: [TrafficVariable]
    /// The variables of all flows, one flow after the other.
    private var observations: [FieldObservation?] = []
    private var times: [Timestamp] = []

    /// The variables are those of the stream that is to be given the flows.
    public init(of variables: [TrafficVariable]) {
        self.variables = variables
    }

    /// The fields are those of the stream that is to be given the flows.
    public init(of fields: [TrafficField]) {
        self.init(of: fields.map { TrafficVariable($0) })
    }

    /// Keeps what a stream needs of a flow.
    public mutating func add(_ flow: Flow) {
        times.append(flow.first)
        for variable in variables { observations.append(variable.observation(in: flow)) }
    }

    /// Adds all flows to a stream in the order of their beginnings, those that begin together in the order in which
    /// they came; afterwards there are none.
    /// - Parameters:
    ///   - stream: takes the flows.
    ///   - ended: given each window that ends.
    /// - Throws: what `ended` throws; then the flows are all still there.
    public mutating func drain<Failure>(
        into stream: inout EntropyStream, _ ended: (WindowEntropies) throws(Failure) -> Void
    ) throws(Failure) {
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        for index in order {
            let values = observations[index * variables.count..<(index + 1) * variables.count]
            try stream.add(Array(values), at: times[index], ended)
        }
        self = FlowBeginnings(of: variables)
    }
}
