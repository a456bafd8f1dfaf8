/// Turns packets into flows as they come.
///
///     var meter = FlowMeter()
///     for packet in packets { meter.add(packet) { flow in print(flow.initiator, flow.both.packets) } }
///     meter.finish { flow in … }
///
/// Time is what the packets say; where none come, ``tick(_:_:)`` tells the time. The same packets give the same flows in the
/// same order, always. For packets at hand there is ``Swift/Sequence/flows(_:)``.
/// - Complexity: constant time a packet; memory for live flows only.
public struct FlowMeter: ~Copyable {
    /// What a flow is, and what is measured.
    public let options: FlowOptions
    /// What became of the packets and flows so far.
    public private(set) var summary = FlowSummary()
    private var table: FlowTable
    private var fragments = FragmentTable()

    /// A meter that has seen nothing yet.
    public init(_ options: FlowOptions = FlowOptions()) {
        self.options = options
        table = FlowTable(options)
    }

    /// Adds a packet.
    /// - Parameters:
    ///   - bytes: the packet's captured bytes, from the link header on; only counting payload bytes needs them.
    ///   - ended: is given each flow that ends by this packet or the time it came.
    public mutating func add(_ packet: borrowing Packet, bytes: RawSpan = RawSpan(), _ ended: (Flow) -> Void) {
        if let fault = packet.fault { summary.faults[fault, default: 0] += 1 }
        guard let place = FlowPlace(packet, ports: packet.ports, options) else {
            summary.withoutIP += 1
            return
        }
        summary.metered += 1
        table.add(packet, at: place, bytes, ended)
    }

    /// Ends the flows that are over by now, though no packet tells.
    public mutating func tick(_ time: Timestamp, _ ended: (Flow) -> Void) {
        table.advance(to: time.nanoseconds) { flow in
            summary.count(flow.end)
            ended(flow)
        }
    }

    /// Ends all flows.
    public mutating func finish(_ ended: (Flow) -> Void) {
        table.finish { flow in
            summary.count(flow.end)
            ended(flow)
        }
    }

    /// How many flows are live now.
    public var liveFlows: Int { table.count }

    /// How many bytes of memory the flows take up, the most there have been at once.
    public var memory: Int { table.byteCount }
}
