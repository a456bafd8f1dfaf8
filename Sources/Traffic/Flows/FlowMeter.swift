/// Turns packets into flows as they come.
///
///     var meter = FlowMeter()
///     for packet in packets { meter.add(packet) { flow in print(flow.initiator, flow.both.packets) } }
///     meter.finish { flow in print(flow.initiator, flow.both.packets) }
///
/// Time is what the packets say; where none come, ``tick(_:_:)`` tells it. The same packets give the same flows in the
/// same order, always. For packets at hand there is ``Swift/Sequence/flows(_:)``.
/// - Complexity: constant time a packet; memory for live flows only.
public struct FlowMeter: ~Copyable {
    /// What a flow is, and what is measured.
    public let options: FlowOptions
    private var counts = FlowSummary()
    private var table: FlowTable
    private var fragments = FragmentTable()

    /// A meter that has seen nothing yet.
    public init(_ options: FlowOptions = FlowOptions()) {
        self.options = options
        table = FlowTable(options)
    }

    /// Adds a packet; `ended` is given each flow that ends by it, or by the time it came.
    ///
    /// Counting the bytes of payloads needs `bytes`, the packet as captured, from the link header on.
    public mutating func add(_ packet: Packet, bytes: RawSpan = RawSpan(), _ ended: (Flow) -> Void) {
        add(packet, at: place(of: packet), bytes, ended)
    }

    /// Adds packets one after the other: with very many live flows, several times faster than each by itself.
    ///
    /// A handful at once: some more than a core can wait for at a time.
    public mutating func add(contentsOf packets: Span<Packet>, _ ended: (Flow) -> Void) {
        var places = InlineArray<32, FlowPlace?>(repeating: nil)
        var start = 0
        while start < packets.count {
            let count = min(places.count, packets.count - start)
            for number in 0..<count { places[number] = place(of: packets[start + number]) }
            // Of an array that is not looked at as a span, each element read copies the whole.
            let ahead = places.span.extracting(first: count)
            if table.isLarge { table.prefetch(ahead) }
            for number in 0..<count { add(packets[start + number], at: ahead[number], RawSpan(), ended) }
            start += count
        }
    }

    /// Ends the flows that are over by now, though no packet tells.
    public mutating func tick(_ time: Timestamp, _ ended: (Flow) -> Void) {
        table.advance(to: time.nanoseconds, ended)
    }

    /// Ends all flows.
    public mutating func finish(_ ended: (Flow) -> Void) {
        table.finish(ended)
    }

    /// What became of the packets and flows so far.
    public var summary: FlowSummary {
        var summary = counts
        summary.ends = table.ends
        summary.mostLiveFlows = table.mostLive
        return summary
    }

    /// How many flows are live now.
    public var liveFlows: Int { table.count }

    /// How many bytes of memory the live flows take up, with all that is kept of them; what ended flows have left is
    /// used again.
    public var memory: Int { table.byteCount }
}

extension FlowMeter {
    @inline(__always)
    private mutating func add(
        _ packet: Packet, at place: FlowPlace?, _ bytes: RawSpan, _ ended: (Flow) -> Void
    ) {
        if let fault = packet.fault {
            counts.faults[fault, default: 0] += 1
            if fault.isWrongChecksum { return discard(packet, at: place, ended) }
        }
        guard let place else {
            counts.withoutIP += 1
            table.advance(to: packet.time.nanoseconds, ended)
            return
        }
        counts.metered += 1
        table.add(packet, at: place, bytes, ended)
    }

    /// The flow a packet belongs to. Packets are to be given in order, for those of a fragment depend on the one
    /// before.
    @inline(__always)
    private mutating func place(of packet: Packet) -> FlowPlace? {
        guard let fault = packet.fault, fault.isWrongChecksum else {
            return FlowPlace(packet, ports: ports(of: packet), options)
        }
        return fault == .wrongIPChecksum ? nil : FlowPlace(packet, ports: packet.ports, options)
    }

    /// Counts a packet of which nothing can be believed; where its addresses can be, their flow takes note of it.
    private mutating func discard(_ packet: Packet, at place: FlowPlace?, _ ended: (Flow) -> Void) {
        counts.discarded += 1
        guard let place else { return table.advance(to: packet.time.nanoseconds, ended) }
        table.noteWrongChecksum(packet, at: place, ended)
    }

    /// The packet's ports; those of a later fragment are its packet's.
    @inline(__always)
    private mutating func ports(of packet: Packet) -> Ports? {
        guard let fragment = packet.network?.fragment else { return packet.ports }
        return ports(of: packet, fragment)
    }

    private mutating func ports(of packet: Packet, _ fragment: Fragment) -> Ports? {
        switch fragments.take(fragment, of: packet) {
        case .first(let overlaps):
            if overlaps { counts.overlappingFragments += 1 }
            return packet.ports
        case .joined(let ports, let overlaps):
            counts.joinedFragments += 1
            if overlaps { counts.overlappingFragments += 1 }
            return ports
        case .withoutFirst:
            counts.fragmentsWithoutFirst += 1
            return packet.ports
        }
    }
}
