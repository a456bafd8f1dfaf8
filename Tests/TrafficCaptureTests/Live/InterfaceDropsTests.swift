import Foundation
import Testing

@testable import TrafficCapture

@Suite("packets that interfaces lose")
struct InterfaceDropsTests {
    static let interfaces = (try? FileManager.default.contentsOfDirectory(atPath: "/sys/class/net")) ?? []

    @Test("are those the kernel shows under /sys", arguments: interfaces)
    func agrees(interface: String) throws {
        let before = try Self.shown(of: interface)
        let told = try #require(try InterfaceIndex(named: interface).drops)
        #expect(before...(try Self.shown(of: interface)) ~= told)
    }

    @Test("are unknown of all interfaces together, and of one that does not exist")
    func unknown() throws {
        #expect(try InterfaceIndex(named: "any").drops == nil)
        #expect(InterfaceDrops.count(ofInterface: 0x7fff_ffff) == nil)
    }

    @Test(
        "are told whether or not the capture is promiscuous",
        .enabled(if: CaptureRight.onLoopback, CaptureRight.message))
    func told() throws {
        for (interface, count) in [("lo", UInt64(0)), ("any", nil)] {
            var options = LiveCaptureOptions()
            options.interface = interface
            options.filter = "udp dst port 9 and udp[8:4] = 0xffffffff"
            let recording = try Recording.waiting(in: LiveCapture(options))
            #expect(recording.report?.statistics.droppedByInterface == count, "\(interface)")
        }
    }

    private static func shown(of interface: String) throws -> UInt32 {
        try ["rx_fifo_errors", "rx_missed_errors"].reduce(0) { sum, name in
            let text = try String(contentsOfFile: "/sys/class/net/\(interface)/statistics/\(name)", encoding: .utf8)
            let count = try #require(UInt64(text.trimmingCharacters(in: .whitespacesAndNewlines)))
            return sum &+ UInt32(truncatingIfNeeded: count)
        }
    }
}
