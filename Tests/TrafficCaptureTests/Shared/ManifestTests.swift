import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("every shared capture", .enabled(if: !ManifestCapture.all.isEmpty, "needs the shared captures"))
struct ManifestTests {
    /// A fraction of 2³¹ microseconds is carried over to half an hour; capinfos multiplies it within 32 bits, to zero.
    static let otherTimes: Set = ["timestamp_invalid_micro.pcap"]

    @Test("is read to its end, with capinfos's format, links, packets and duration", arguments: ManifestCapture.all)
    func facts(row: ManifestCapture) throws {
        let url = try #require(SharedData.url("pcap/\(row.name)"))
        var times: [Int64] = []
        let summary = try CaptureFile(url.path).forEachFrame { _, header in
            if header.hasTime { times.append(header.time.nanoseconds) }
            return .next
        }
        #expect(summary.warning == nil && summary.compression == nil)
        #expect(summary.frames == row.packets)
        #expect(summary.format == Self.formats[row.type])
        let links = Set(summary.interfaces.map(\.linkType.rawValue))
        if row.link == "per-packet" {
            #expect(links.count > 1)
        } else {
            #expect(links.isSubset(of: try #require(Self.links[row.link], "\(row.link)")))
        }
        if let duration = row.nanoseconds, !Self.otherTimes.contains(row.name) {
            #expect((times.max() ?? 0) - (times.min() ?? 0) == duration)
        }
    }

    @Test("compressed gives the same", arguments: Compression.allCases)
    func compressed(compression: Compression) throws {
        for name in ["http-bro-org.pcap", "wireshark_samples-test.pcapng", "solaris.snoop"] {
            let url = try #require(SharedData.url("pcap/\(name)"))
            let plain = try Reading(url.path)
            let bytes = try Array(Data(contentsOf: url))
            let reading = try Reading(of: Compressor.compress(bytes, compression))
            #expect(reading.frames == plain.frames && reading.warning == nil)
        }
    }

    private static let formats: [String: CaptureFormat] = [
        "pcap": .pcap, "nsecpcap": .pcap, "modpcap": .pcap, "pcapng": .pcapng, "snoop": .snoop,
    ]

    /// The numbers in files of capinfos's names.
    private static let links: [String: Set<Int32>] = [
        "ether": [1], "ppp": [9], "null": [0, 108], "rawip": [12, 101], "rawip4": [228], "rawip6": [229],
        "linux-sll": [113], "linux-sll2": [276], "ieee-802-11-radiotap": [127], "chdlc": [104], "nflog": [239],
        "frelay": [107], "pktap": [258], "netlink": [253],
    ]
}
