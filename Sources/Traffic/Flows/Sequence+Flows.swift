extension Sequence<Packet> {
    /// The flows of these packets, in the order they ended.
    ///
    ///     let scans = packets.flows().filter { $0.backward.packets == 0 }
    public func flows(_ options: FlowOptions = FlowOptions()) -> [Flow] {
        var meter = FlowMeter(options)
        var flows: [Flow] = []
        for packet in self { meter.add(packet) { flows.append($0) } }
        meter.finish { flows.append($0) }
        return flows
    }
}
