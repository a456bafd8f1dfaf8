import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("captures of the world, whole and cut anywhere")
struct CaptureTests {
    private static let isSoak = ProcessInfo.processInfo.environment["FLOWBOOK_SOAK"] != nil
    private static let smallest = 1 << 16

    @Test(
        "every capture is read and metered, whatever tunnels are opened",
        .enabled(if: !SharedData.captures.isEmpty, "needs the shared captures"),
        arguments: SharedData.captures)
    func whole(name: String) throws {
        let path = try #require(SharedData.url("pcap/\(name)")).path
        for tunnels in TunnelView.allCases {
            var meter = CaptureMeter()
            meter.tunnels = tunnels
            meter.options.measuresActivity = true
            meter.options.countsPayloadBytes = true
            var packets = 0
            let report = try meter.meter([CaptureFile(path)]) { packets += $0.both.packets }
            #expect(packets == report.flows.metered, "\(tunnels)")
            #expect(tunnels == .every || report.flows.packets == report.frames, "\(tunnels)")
        }
    }

    @Test(
        "a small capture cut anywhere gives the frames before the cut",
        .enabled(if: !SharedData.captures.isEmpty, "needs the shared captures"),
        arguments: SharedData.captures)
    func cut(name: String) throws {
        let url = try #require(SharedData.url("pcap/\(name)"))
        let bytes = try [UInt8](Data(contentsOf: url))
        guard bytes.count < Self.smallest else { return }
        let step = Self.isSoak ? 1 : max(bytes.count / 20, 1)
        for length in stride(from: 0, through: bytes.count, by: step) {
            let input = Array(bytes[..<length]) + [UInt8(length & 0x7f)]
            #expect(throws: Never.self, "\(length) bytes") { try FileTarget.run(input.span.bytes) }
        }
    }

    @Test(
        "bytes from anywhere in a capture are taken for a frame of any link",
        .enabled(if: !SharedData.captures.isEmpty, "needs the shared captures"),
        arguments: SharedData.captures)
    func anywhere(name: String) throws {
        let url = try #require(SharedData.url("pcap/\(name)"))
        let bytes = try [UInt8](Data(contentsOf: url).prefix(1 << 20))
        var generator = SplitMix(seed: 4)
        for _ in 0..<300 {
            let start = Int.random(in: 0...bytes.count, using: &generator)
            let frame = bytes[start...].prefix(Int.random(in: 0..<200, using: &generator))
            let choices = (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let input = frame + choices
            #expect(throws: Never.self, "\(input)") { try DecodeTarget.run(Array(input).span.bytes) }
        }
    }
}
