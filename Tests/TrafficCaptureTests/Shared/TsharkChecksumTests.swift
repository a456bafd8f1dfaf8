import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

/// What tshark says of every checksum of the shared captures, which is what verification must say.
@Suite(
    "checksums are what tshark takes them for", .enabled(if: TsharkChecksums.isPossible, "needs tshark and captures"))
struct TsharkChecksumTests {
    @Test(arguments: TsharkChecksums.captures)
    func agrees(capture: String) throws {
        let url = try #require(SharedData.url("pcap/\(capture)"))
        let oracle = try TsharkChecksums(url.path)
        var number = 0
        _ = try CaptureFile(url.path).forEachFrame { bytes, header in
            defer { number += 1 }
            let (row, packet) = (oracle.rows[number], Packet(decoding: bytes, header, tunnels: .none))
            // tshark goes by the shortest of the lengths that contradict each other; here they leave nothing to verify.
            guard packet.fault != .longerThanFrame else { return .next }
            let ours = Verdict(packet, bytes)
            #expect(ours.isWrong == row.isWrong(ours.packet), "frame \(number + 1)")
            guard row.isGood(ours.packet) else { return .next }
            #expect(ours.changed?.isWrong == true, "frame \(number + 1), after a change of what the checksum covers")
            return .next
        }
        #expect(number == oracle.rows.count)
    }

    @Test("there are wrong ones among them of every kind tshark knows")
    func variety() throws {
        var faults: Set<DecodingFault> = []
        for capture in TsharkChecksums.captures {
            let url = try #require(SharedData.url("pcap/\(capture)"))
            _ = try CaptureFile(url.path).forEachFrame { bytes, header in
                if let fault = Verdict(Packet(decoding: bytes, header, tunnels: .none), bytes).packet.fault {
                    faults.insert(fault)
                }
                return .next
            }
        }
        #expect(faults.isSuperset(of: [.wrongIPChecksum, .wrongTCPChecksum, .wrongUDPChecksum]))
    }
}

/// A packet after its checksums were verified.
private struct Verdict {
    private(set) var packet: Packet
    /// The same after a bit of the transport header has changed; nil where there is none.
    private(set) var changed: ChangedPacket?

    init(_ packet: Packet, _ bytes: RawSpan) {
        self.packet = packet
        self.packet.verifyChecksums(bytes)
        guard let start = packet.networkOffset, let network = packet.network, packet.transport != nil else { return }
        var copy = bytes.withUnsafeBytes { Array($0) }
        copy[start + network.headerLength] ^= 0x10
        var changed = packet
        changed.verifyChecksums(copy.span.bytes)
        self.changed = ChangedPacket(isWrong: changed.fault?.isWrongChecksum == true)
    }

    var isWrong: Bool { packet.fault?.isWrongChecksum == true }

    struct ChangedPacket {
        let isWrong: Bool
    }
}

/// The statuses of checksums in a capture, a row a frame.
private struct TsharkChecksums {
    struct Row {
        /// Of the outermost IP header, and of TCP, UDP, ICMP and ICMPv6; nil where there is none.
        let statuses: [Substring]

        /// tshark's numbers: 0 bad, 1 good, 2 unverified, 3 not present, 4 illegal.
        func isWrong(_ packet: Packet) -> Bool {
            if statuses[0] == "0" { return true }
            return ["0", "4"].contains(transport(packet))
        }

        func isGood(_ packet: Packet) -> Bool { statuses[0] != "0" && transport(packet) == "1" }

        /// The status of what the outermost packet carries: those that follow are of packets in it, or quoted by it.
        private func transport(_ packet: Packet) -> Substring {
            switch (packet.transport, packet.carriedProtocol) {
            case (.tcp, _): statuses[1]
            case (.udp, .udp): statuses[2]
            case (.icmp, .icmp): statuses[3]
            case (.icmp, .icmpv6): statuses[4]
            default: ""
            }
        }
    }

    let rows: [Row]

    init(_ path: String) throws {
        let fields = ["ip", "tcp", "udp", "icmp", "icmpv6"].flatMap { ["-e", "\($0).checksum.status"] }
        let checks = ["ip", "tcp", "udp"].flatMap { ["-o", "\($0).check_checksum:TRUE"] }
        let parts = ["ip", "ipv6"].flatMap { ["-o", "\($0).defragment:FALSE"] }
        let answer = try Command(
            ["tshark", "-n", "-r", path, "-T", "fields", "-E", "occurrence=f"] + checks + parts + fields)
        let lines = String(decoding: answer.output, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        rows = lines.dropLast().map { Row(statuses: $0.split(separator: "\t", omittingEmptySubsequences: false)) }
    }

    /// Every protocol and kind of trouble there is among the shared captures.
    static let captures = [
        "wikipedia.pcap", "http_ipv6.pcap", "ftp-ipv6.pcap", "icmpv6.pcap", "6in4tunnel.pcap", "Teredo.pcap",
        "vxlan.pcap", "gre-sample.pcap", "ip_fragmented_garbage.pcap", "ip4_fragments.pcap", "1kxun.pcap",
        "fuzz-2006-06-26-2594.pcap", "fuzz-2020-02-16-11740.pcap", "ipv6-routing-header.pcap",
        "ipv6-hbh-routing0.pcap", "mpls-traceroute.pcap", "ipv6_jumbogram_1.pcap", "pppoe-over-qinq.pcap",
        "whatsapp_login_call.pcap", "tcp-truncated-header.pcap",
    ]

    static let isPossible =
        captures.allSatisfy { SharedData.has("pcap/\($0)") }
        && (try? Command(["tshark", "--version"]))?.status == 0
}
