import Testing
import Traffic

@testable import TrafficCapture

@Suite("the older and odder sides of pcap")
struct PcapHeaderTests {
    private func capture(major: Int, minor: Int, lengths: (Int, Int), fraction: Int = 0) -> [UInt8] {
        var file = ByteWriter(.little)
        file.append32(0xa1b2_c3d4)
        file.append16(major, minor)
        file.append32(0, 0, 0, 1)
        file.append32(10, fraction, lengths.0, lengths.1)
        file.append(CaptureBytes.datagram(to: 1))
        return file.bytes
    }

    @Test(
        "old versions had the original length first, one had either",
        arguments: [(2, 2, 60, 42), (543, 0, 60, 42), (2, 3, 60, 42), (2, 3, 42, 60), (2, 4, 42, 60)])
    func lengthOrder(major: Int, minor: Int, first: Int, second: Int) throws {
        let reading = try Reading(of: capture(major: major, minor: minor, lengths: (first, second)))
        #expect(reading.frames.map(\.bytes.count) == [42] && reading.warning == nil)
        #expect(reading.frames.map(\.header.originalLength) == [60])
        #expect(reading.summary.interfaces.map(\.snapLength) == [nil])
    }

    @Test("a frame said to be shorter on the link than captured keeps both lengths")
    func capturedBeyondOriginal() throws {
        let reading = try Reading(of: capture(major: 2, minor: 4, lengths: (42, 7)))
        #expect(reading.frames.map(\.bytes.count) == [42] && reading.frames.map(\.header.originalLength) == [7])
    }

    @Test("a fraction of a second or more is carried over", arguments: [1_000_000, 4_294_967_295])
    func fraction(microseconds: Int) throws {
        let reading = try Reading(of: capture(major: 2, minor: 4, lengths: (42, 42), fraction: microseconds))
        #expect(reading.frames.map(\.header.time.nanoseconds) == [10_000_000_000 + Int64(microseconds) * 1000])
    }

    @Test("snoop's kinds of link become those of other files", arguments: [(0, 1), (4, 1), (2, 6), (8, 10), (3, -1)])
    func snoopLinks(dataLink: Int, expected: Int) throws {
        var file = ByteWriter(.big)
        file.append("snoop\0\0\0".utf8)
        file.append32(2, dataLink)
        #expect(try Reading(of: file.bytes).summary.interfaces.map(\.linkType.rawValue) == [Int32(expected)])
    }
}
