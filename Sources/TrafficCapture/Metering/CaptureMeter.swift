import Traffic

/// Turns capture files into flows: reads, filters and decodes on one thread, and meters on another.
///
///     var meter = CaptureMeter()
///     meter.options.idleTimeout = .seconds(15)
///     let report = try meter.meter([CaptureFile("trace.pcap")]) { flow in print(flow.initiator, flow.end) }
///     report.flows.metered
///
/// The flows and their order are the same whatever the number of threads.
public struct CaptureMeter: Hashable, Sendable {
    /// What a flow is, and what is measured of it.
    public var options = FlowOptions()
