import Foundation
import TestSupport
import Testing
import Traffic

@Suite("captures of the world, whole and cut anywhere")
struct CaptureTests {
    private static let isSoak = ProcessInfo.processInfo.environment["FLOWBOOK_SOAK"] != nil

    @Test(
        "every capture is read and metered, whatever tunnels are opened",
        .enabled(if: !SharedData.captures.isEmpty, "needs the shared captures"),
        arguments: SharedData.captures)
    func whole(name: String) throws {
        let path = try #require(SharedData.url("pcap/\(name)")).path
        #expect(throws: Never.self) { try CaptureTarget.run(path) }
    }

    @Test(
        "a small capture cut anywhere gives the frames before the cut",
        .enabled(if: !SharedData.captures.isEmpty, "needs the shared captures"),
        arguments: SharedData.captures)
    func cut(name: String) throws {
        let url = try #require(SharedData.url("pcap/\(name)"))
        let bytes = try [UInt8](Data(contentsOf: url))
        guard bytes.count <= CapturePrefixes.longest else { return }
        let step = Self.isSoak ? 1 : max(bytes.count / 20, 1)
        #expect(throws: Never.self) { try CapturePrefixes(bytes).checkAll(step: step) }
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
