import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("filters")
struct PacketFilterTests {
    private func datagram(to port: UInt8) -> [UInt8] { CaptureBytes.datagram(to: port) }

    @Test("tell packets apart by what they ask")
    func matches() throws {
        let filter = try PacketFilter("udp dst port 53", for: .ethernet)
        #expect(filter.matches(datagram(to: 53)))
        #expect(!filter.matches(datagram(to: 54)))
    }

    @Test("match every packet when empty, one of no bytes too")
    func empty() throws {
        let filter = try PacketFilter("", for: .ethernet)
        #expect(filter.matches(([] as [UInt8])) && filter.matches(datagram(to: 1)))
        #expect(try !PacketFilter("ip", for: .ethernet).matches(([] as [UInt8])))
    }

    @Test("ask the length on the link, not that of the captured bytes")
    func length() throws {
        let filter = try PacketFilter("greater 1000", for: .ethernet)
        #expect(filter.matches(datagram(to: 1), originalLength: 1000))
        #expect(!filter.matches(datagram(to: 1), originalLength: 999))
    }

    @Test("match no packet cut before the byte they ask for", arguments: 0...42)
    func cut(length: Int) throws {
        let bytes = Array(datagram(to: 53).prefix(length))
        let filter = try PacketFilter("udp dst port 53", for: .ethernet)
        // The port's two bytes are the 37th and 38th.
        #expect(filter.matches(bytes, originalLength: 42) == (length >= 38))
    }

    @Test("read raw IP by each of its numbers", arguments: [LinkType.raw, .rawInFiles, .rawOpenBSD])
    func rawIP(link: LinkType) throws {
        let filter = try PacketFilter("udp dst port 53", for: link)
        // Without the fourteen bytes of Ethernet's header.
        #expect(filter.matches(Array(datagram(to: 53).dropFirst(14))))
        #expect(!filter.matches(Array(datagram(to: 54).dropFirst(14))))
    }

    @Test("are compiled for each link type that comes")
    func links() throws {
        var filters = PacketFilters("udp dst port 53")
        let frame = datagram(to: 53)
        let datagram = Array(frame.dropFirst(14))
        for _ in 0..<2 {
            #expect(try filters.matches(frame, link: .ethernet))
            #expect(try filters.matches(datagram, link: .raw))
            #expect(try !filters.matches(datagram, link: .ethernet))
        }
        var hardware = PacketFilters("ether host 02:00:00:00:00:01")
        #expect(try hardware.matches(frame, link: .ethernet))
        #expect(throws: PacketFilterError.self) { try hardware.matches(datagram, link: .raw) }
    }

    @Test("may be asked by several threads at once")
    func threads() async throws {
        let filter = try PacketFilter("udp dst port 53 or udp dst port 54", for: .ethernet)
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (0..<1000).count { filter.matches(CaptureBytes.datagram(to: UInt8($0 % 100))) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == [20, 20, 20, 20])
    }
}

extension PacketFilter {
    /// Spans cannot be written in an expectation.
    func matches(_ bytes: [UInt8], originalLength: Int? = nil) -> Bool {
        matches(bytes.span.bytes, originalLength: originalLength)
    }
}

extension PacketFilters {
    mutating func matches(_ bytes: [UInt8], link: LinkType) throws -> Bool {
        try matches(bytes.span.bytes, link: link)
    }
}
