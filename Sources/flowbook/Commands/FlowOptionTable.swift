import Traffic
import TrafficCapture

/// The options of `flowbook flows` that say what a flow is and what is measured of it.
enum FlowOptionTable {
    static let idleTimeout = Option.limit(
        "idle-timeout", help: "a flow ends when no packet came for this long (default: 120)")
    static let activeTimeout = Option.limit(
        "active-timeout", help: "a flow older than this is cut at its next packet (default: 1800)")
    static let linger = Option.limit(
        "linger", help: "wait so long for stragglers after FIN or RST; off: neither ends a flow (default: 5)")
    static let unidirectional = Option.flag("unidirectional", help: "make each direction a flow of its own")
    static let initiator = Option.word(
        "initiator", value: "RULE", among: InitiatorRule.names.map(\.name),
        help: "who began a flow: by evidence (flags, known ports), or who sent the first packet")
    static let icmp = Option.word(
        "icmp", value: "GROUPING", among: ICMPGrouping.names.map(\.name),
        help: "ICMP flows are told apart by hosts, or by types of messages, too")
    static let noVLANKey = Option.flag("no-vlan-key", help: "the same ends in different VLANs are one flow")
    static let noTunnelKey = Option.flag("no-tunnel-key", help: "the same ends in different tunnels are one flow")
    static let tunnels = Option.word(
        "tunnels", value: "VIEW", among: TunnelView.names.map(\.name),
        help: "addresses that count: inner, outer or every layer's")
    static let capacity = Option.whole(
        "capacity", in: 1...Int(UInt32.max / 2), help: "hold at most so many flows at once (default: 4000000)")
    static let sizes = Option.word(
        "sizes", value: "LEVEL", among: ByteLevel.names.map(\.name),
        help: "take packet sizes on the link, of the network's IP packets, or of their payload")
    static let firstPackets = Option.whole(
        "first-packets", in: 0...1000, help: "list size, direction and gap of the first so many packets")
    static let payloadBytes = Option.flag(
        "payload-bytes", help: "count the bytes of payloads, for their entropy (on one thread)")
    static let checksums = Option.flag(
        "checksums", help: "leave out packets with a wrong checksum, noted as c in the history")
    static let activity = Option.flag("activity", help: "measure subflows, bulks, and pauses")
    static let hardware = Option.flag("hardware", help: "keep the hardware addresses of the first packet")

    /// What a flow is.
    static let ofFlows = [
        idleTimeout.form, activeTimeout.form, linger.form, unidirectional.form, initiator.form, icmp.form,
        tunnels.form, noVLANKey.form, noTunnelKey.form, capacity.form,
    ]
    /// What is measured.
    static let ofMeasures = [
        sizes.form, firstPackets.form, payloadBytes.form, activity.form, hardware.form, checksums.form,
    ]

    /// Changes what the arguments ask for; all else stays as the profile has it.
    static func apply(_ arguments: ParsedArguments, to options: inout FlowOptions) throws(UsageError) {
        if let limit = try arguments.value(idleTimeout) { options.idleTimeout = limit.duration }
        if let limit = try arguments.value(activeTimeout) { options.activeTimeout = limit.duration }
        if let limit = try arguments.value(linger) { options.linger = limit.duration }
        if try arguments.value(unidirectional) { options.isUnidirectional = true }
        if let rule = try arguments.value(initiator).flatMap(InitiatorRule.init) { options.initiator = rule }
        if let grouping = try arguments.value(icmp).flatMap(ICMPGrouping.init) { options.icmp = grouping }
        if try arguments.value(noVLANKey) { options.distinguishesVLANs = false }
        if try arguments.value(noTunnelKey) { options.distinguishesTunnels = false }
        options.capacity = try arguments.value(capacity) ?? options.capacity
        if let level = try arguments.value(sizes).flatMap(ByteLevel.init) { options.sizes = level }
        options.firstPackets = try arguments.value(firstPackets) ?? options.firstPackets
        if try arguments.value(payloadBytes) { options.countsPayloadBytes = true }
        if try arguments.value(activity) { options.measuresActivity = true }
        if try arguments.value(hardware) { options.keepsHardwareAddresses = true }
    }
}

/// A choice that has a name on the command line.
protocol NamedChoice: Equatable {
    /// Each choice with its name, the default first.
    static var names: [(name: String, value: Self)] { get }
}

extension NamedChoice {
    /// The choice of that name; nil where there is none.
    init?(_ name: String) {
        guard let choice = Self.names.first(where: { $0.name == name }) else { return nil }
        self = choice.value
    }
}

extension InitiatorRule: NamedChoice {
    static var names: [(name: String, value: InitiatorRule)] { [("evidence", .evidence), ("first", .firstSender)] }
}

extension ICMPGrouping: NamedChoice {
    static var names: [(name: String, value: ICMPGrouping)] { [("hosts", .hosts), ("types", .messageTypes)] }
}

extension TunnelView: NamedChoice {
    static var names: [(name: String, value: TunnelView)] {
        [("inner", .innermost), ("outer", .outermost), ("every", .every)]
    }
}

extension ByteLevel: NamedChoice {
    static var names: [(name: String, value: ByteLevel)] {
        [("link", .link), ("network", .network), ("payload", .payload)]
    }
}
