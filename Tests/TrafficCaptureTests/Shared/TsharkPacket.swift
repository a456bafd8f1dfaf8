import Foundation
import Traffic

/// What tshark says of one packet.
struct TsharkPacket {
    private let fields: [String: [Substring]]
    private let protocols: [Substring]

    /// Whether tshark is installed, and in the version whose figures were looked at.
    static let isInstalled: Bool = {
        guard let answer = try? Command(["tshark", "--version"]) else { return false }
        return String(decoding: answer.output, as: UTF8.self).contains("(Wireshark) 4.0.17")
    }()

    /// All packets of a capture; blocks that hold none are left out.
    static func all(_ path: String) throws -> [TsharkPacket] {
        let settings = [
            "ip.defragment:FALSE", "ipv6.defragment:FALSE", "tcp.desegment_tcp_streams:FALSE",
            "tcp.relative_sequence_numbers:FALSE", "tcp.analyze_sequence_numbers:FALSE",
        ]
        let arguments =
            ["tshark", "-n", "-r", path, "-T", "fields", "-E", "occurrence=a", "-E", "aggregator=,"]
            + settings.flatMap { ["-o", $0] } + names.flatMap { ["-e", $0] }
        let text = String(decoding: try Command(arguments).output, as: UTF8.self)
        return text.split(separator: "\n").map { TsharkPacket(line: $0) }.filter { $0.protocols != ["data"] }
    }

    private init(line: Substring) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        fields = Dictionary(uniqueKeysWithValues: zip(Self.names, cells)).mapValues { $0.split(separator: ",") }
        protocols = fields["frame.protocols"]?.first?.split(separator: ":") ?? []
    }

    private static let names = [
        "frame.len", "frame.cap_len", "frame.protocols", "vlan.id", "ieee8021ad.id", "ip.src", "ip.dst", "ip.len",
        "ip.ttl", "ip.frag_offset", "ip.flags.mf", "ip.proto", "ipv6.src", "ipv6.dst", "ipv6.plen", "ipv6.hlim",
        "ipv6.fraghdr.offset", "ipv6.fraghdr.more", "tcp.srcport", "tcp.dstport", "tcp.flags", "tcp.len", "tcp.seq",
        "tcp.window_size_value", "udp.srcport", "udp.dstport", "udp.length", "sctp.srcport", "sctp.dstport",
        "dccp.srcport",
        "dccp.dstport", "icmp.type", "icmpv6.type",
    ]
}

extension TsharkPacket {
    /// What is compared, by name: of the innermost IP header and what it carries, short of packets quoted by ICMP.
    var figures: [String: String] {
        var figures = [
            "length": text("frame.len"), "captured": text("frame.cap_len"), "vlans": vlans, "source": "",
            "destination": "",
        ]
        let layers = protocols.prefix { $0 != "icmp" && $0 != "icmpv6" }
        if let version = layers.last(where: { $0 == "ip" || $0 == "ipv6" }) {
            let place = layers.count { $0 == version } - 1
            figures.merge(version == "ip" ? version4(place) : version6(place)) { $1 }
        }
        let isWhole = figures["fragment"] ?? "" == ""
        figures.merge(transport(layers, isWhole: isWhole)) { $1 }
        return figures
    }

    private var vlans: String {
        ((fields["ieee8021ad.id"] ?? []) + (fields["vlan.id"] ?? [])).joined(separator: "/")
    }

    private func version4(_ place: Int) -> [String: String] {
        let offset = (Int(text("ip.frag_offset", place)) ?? 0) * 8
        let hasMore = Self.isSet(text("ip.flags.mf", place))
        return [
            "source": text("ip.src", place), "destination": text("ip.dst", place),
            "length of IP": text("ip.len", place),
            "hop limit": text("ip.ttl", place), "protocol": text("ip.proto", place),
            "fragment": Self.fragment(offset, hasMore),
        ]
    }

    private func version6(_ place: Int) -> [String: String] {
        let offset = (Int(text("ipv6.fraghdr.offset")) ?? 0) * 8
        let figures = [
            "source": Self.canonical(text("ipv6.src", place)), "destination": Self.canonical(text("ipv6.dst", place)),
            "length of IP": Int(text("ipv6.plen", place)).map { String($0 + 40) } ?? "",
            "hop limit": text("ipv6.hlim", place),
        ]
        guard protocols.count(where: { $0 == "ipv6" }) == 1 else { return figures }
        let fragment = Self.fragment(offset, Self.isSet(text("ipv6.fraghdr.more")))
        return figures.merging(["fragment": fragment]) { $1 }
    }

    private func transport(_ layers: ArraySlice<Substring>, isWhole: Bool) -> [String: String] {
        if layers.count < protocols.count { return ["type": text(protocols[layers.count] + ".type")] }
        guard let name = layers.last(where: { ["ip", "ipv6", "tcp", "udp", "sctp", "dccp"].contains($0) }) else {
            return [:]
        }
        let place = layers.count { $0 == name } - 1
        var figures = [
            "from": text(name + ".srcport", place), "to": text(name + ".dstport", place),
        ]
        if name == "tcp" {
            figures["flags"] = Self.flags(text("tcp.flags", place))
            figures["sequence"] = text("tcp.seq", place)
            figures["window"] = text("tcp.window_size_value", place)
            figures["payload"] = text("tcp.len", place)
        } else if name == "udp", isWhole {
            figures["payload"] = Int(text("udp.length", place)).map { String($0 - 8) } ?? ""
        }
        return figures
    }
}

extension TsharkPacket {
    private func text(_ name: some StringProtocol, _ place: Int = 0) -> String {
        guard let values = fields[String(name)], place < values.count else { return "" }
        return String(values[place])
    }

    private static func isSet(_ text: String) -> Bool { text == "1" || text == "True" }

    static func fragment(_ offset: Int, _ hasMore: Bool) -> String {
        offset == 0 && !hasMore ? "" : "\(offset)\(hasMore ? "+" : "")"
    }

    private static func canonical(_ address: String) -> String { IPAddress(address)?.description ?? "" }

    /// The eight control bits; tshark shows the reserved ones too.
    private static func flags(_ text: String) -> String {
        Int(text.dropFirst(2), radix: 16).map { String($0 & 0xff) } ?? ""
    }
}
