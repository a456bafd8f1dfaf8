import Foundation
import TestSupport
import Testing
import Traffic

@Suite("captures of the world, whole and cut anywhere")
struct CaptureTests {
    private static let isSoak = ProcessInfo.processInfo.environment["FLOWBOOK_SOAK"] != nil

    static let captures: [String] = {
        guard let folder = SharedData.url("pcap") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.contains(".") }.sorted()
    }()

    @Test(
        "every capture is read and metered, whatever tunnels are opened",
        .enabled(if: !captures.isEmpty, "needs the shared captures"),
        arguments: captures)
    func whole(name: String) throws {
        let path = try #require(SharedData.url("pcap/\(name)")).path
        #expect(throws: Never.self) { try CaptureTarget.run(path) }
    }

    @Test(
        "a small capture cut anywhere gives the frames before the cut",
        .enabled(if: !captures.isEmpty, "needs the shared captures"),
        arguments: captures)
    func cut(name: String) throws {
        let url = try #require(SharedData.url("pcap/\(name)"))
        let bytes = try [UInt8](Data(contentsOf: url))
        guard bytes.count <= CapturePrefixes.longest else { return }
        let step = Self.isSoak ? 1 : max(bytes.count / 20, 1)
        #expect(throws: Never.self) { try CapturePrefixes(bytes).checkAll(step: step) }
    }
}
