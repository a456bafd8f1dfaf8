import Foundation
import Traffic

/// Flow metering as anybody would write it first: keeps every packet, and computes everything at the end in two passes.
///
/// It knows time-outs only as far as a packet tells of them, and is compared on captures in order.
struct NaiveMeter {
    let idle: Int64
    let active: Int64
    private var live: [NaiveKey: [Packet]] = [:]
    private(set) var ended: [NaiveFlow] = []

    init(idle: Int64, active: Int64) {
        self.idle = idle
        self.active = active
    }

    mutating func add(_ packet: Packet) {
        guard let key = NaiveKey(packet) else { return }
        let time = packet.time.nanoseconds
        if let packets = live[key], let last = packets.last, let first = packets.first {
            let isOver = time - last.time.nanoseconds >= idle || time - first.time.nanoseconds >= active
            if isOver { ended.append(NaiveFlow(live.removeValue(forKey: key) ?? [])) }
        }
        live[key, default: []].append(packet)
    }

    mutating func finish() {
        ended += live.values.map { NaiveFlow($0) }
        live = [:]
    }
}

/// Both ends in no order, the protocol, and the VLANs.
struct NaiveKey: Hashable {
    let ends: Set<FlowEndpoint>
    let carried: IPProtocol
    let vlans: [UInt16]

    init?(_ packet: Packet) {
        guard let source = packet.source, let destination = packet.destination, let carried = packet.carriedProtocol
        else { return nil }
        ends = [
            FlowEndpoint(source, port: packet.sourcePort ?? 0),
            FlowEndpoint(destination, port: packet.destinationPort ?? 0),
        ]
        self.carried = carried
        vlans = Array(packet.link.vlans)
    }
}

/// What the naive meter says of a flow, in plain numbers.
struct NaiveFlow: Hashable {
    let initiator: FlowEndpoint
    let responder: FlowEndpoint
    let forward: NaiveDirection
    let backward: NaiveDirection
    let both: NaiveDirection

    init(_ packets: [Packet]) {
        let first = packets[0]
        initiator = FlowEndpoint(first.source ?? IPAddress(0), port: first.sourcePort ?? 0)
        responder = FlowEndpoint(first.destination ?? IPAddress(0), port: first.destinationPort ?? 0)
        let sender = initiator
        let isForward = { (packet: Packet) in
            FlowEndpoint(packet.source ?? IPAddress(0), port: packet.sourcePort ?? 0) == sender
        }
        forward = NaiveDirection(packets.filter(isForward))
        backward = NaiveDirection(packets.filter { !isForward($0) })
        both = NaiveDirection(packets)
    }

    init(_ flow: Flow) {
        initiator = flow.initiator
        responder = flow.responder
        forward = NaiveDirection(flow.forward)
        backward = NaiveDirection(flow.backward)
        both = NaiveDirection(flow.both)
    }
}

/// What the naive meter says of one direction; deviations to nine digits, since both ways of computing them round.
struct NaiveDirection: Hashable {
    var integers: [Int]
    var deviations: [String]
    var flags: [Int]

    init(_ packets: [Packet]) {
        let sizes = packets.map(\.originalLength)
        let times = packets.map(\.time.nanoseconds)
        let gaps = zip(times.dropFirst(), times).map { Int($0 - $1) }
        integers = [
            packets.count, sizes.reduce(0, +),
            packets.reduce(0) { $0 + ($1.network.map { $0.headerLength + $0.payloadLength } ?? 0) },
            packets.reduce(0) { $0 + ($1.payloadLength ?? 0) },
            packets.reduce(0) { $0 + ($1.transport?.length ?? 0) },
            sizes.min() ?? 0, sizes.max() ?? 0, gaps.min() ?? 0, gaps.max() ?? 0,
            Int(times.first ?? 0), Int(times.last ?? 0),
        ]
        deviations = [Self.deviation(sizes), Self.deviation(gaps)]
        flags = Self.allFlags.map { flag in packets.count { $0.tcpFlags?.contains(flag) ?? false } }
    }

    init(_ direction: DirectionStatistics) {
        integers = [
            direction.packets, direction.linkBytes, direction.networkBytes, direction.payloadBytes,
            direction.headerBytes, direction.sizes.minimum, direction.sizes.maximum, direction.gaps.minimum,
            direction.gaps.maximum, Int(direction.first?.nanoseconds ?? 0), Int(direction.last?.nanoseconds ?? 0),
        ]
        deviations = [direction.sizes, direction.gaps].map { Self.text($0.standardDeviation) }
        flags = Self.allFlags.map { direction.flags[$0] }
    }

    private static let allFlags: [TCPFlags] = [.fin, .syn, .rst, .psh, .ack, .urg, .ece, .cwr]

    private static func deviation(_ values: [Int]) -> String {
        guard values.count > 1 else { return text(0) }
        let mean = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
        let squares = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        return text((squares / Double(values.count - 1)).squareRoot())
    }

    private static func text(_ value: Double) -> String {
        value == 0 ? "0" : String(format: "%.9e", value)
    }
}
