import Foundation
import TestSupport
import Testing
import Traffic

@Suite("decoding any bytes")
struct DecodingFuzzTests {
    static let captures: [String] = {
        guard let folder = SharedData.url("pcap") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.contains(".") }.sorted()
    }()

    @Test("every beginning of a sound frame keeps the layers it holds", arguments: Frame.sound.map(\.name))
    func prefixes(name: String) throws {
        let frame = try #require(Frame.sound.first { $0.name == name })
        let whole = Packet(frame.bytes, frame.link)
        for length in 0...frame.bytes.count {
            let cut = Packet(Array(frame.bytes.prefix(length)), frame.link, originalLength: frame.bytes.count)
            let isReached = cut.tunnel == whole.tunnel
            #expect(!isReached || cut.network == nil || cut.source == whole.source)
            #expect(!isReached || cut.ports == nil || cut.ports == whole.ports)
            #expect(!isReached || cut.fault != nil || cut.transport == nil || cut.transport == whole.transport)
            #expect(cut.transport != nil || cut.fault != nil, "\(length) bytes")
            #expect(!"\(cut.fault.map(\.description) ?? "")".contains("packet ends"), "\(length) bytes")
        }
    }

    @Test("frames with damaged bytes neither trap nor contradict themselves", arguments: 1...200)
    func damaged(seed: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        for frame in Frame.sound {
            for _ in 0..<20 {
                var bytes = frame.bytes
                for _ in 0..<generator.integer(in: 1..<6) {
                    bytes[generator.integer(in: 0..<bytes.count)] = UInt8(generator.integer(in: 0..<256))
                }
                let cut = Array(bytes.prefix(generator.integer(in: 0..<bytes.count + 1)))
                expectSound(Packet(cut, frame.link, originalLength: generator.integer(in: 0..<200)), "seed \(seed)")
            }
        }
    }

    @Test("noise of every length is taken by every link type", arguments: 1...20)
    func noise(seed: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let bytes = (0..<300).map { _ in UInt8(generator.integer(in: 0..<256)) }
        for link in LinkType.supported {
            for length in 0...bytes.count { expectSound(Packet(Array(bytes.prefix(length)), link), "seed \(seed)") }
        }
    }

    @Test("captures read at random places do not trap", .enabled(if: !captures.isEmpty, "needs shared captures"))
    func realBytes() throws {
        var generator = NumPyGenerator(seed: 4)
        for name in Self.captures {
            let url = try #require(SharedData.url("pcap/\(name)"))
            let bytes = try [UInt8](Data(contentsOf: url).prefix(1 << 20))
            for _ in 0..<300 {
                let start = generator.integer(in: 0..<bytes.count + 1)
                let length = generator.integer(in: 0..<200)
                let link = LinkType.supported[generator.integer(in: 0..<LinkType.supported.count)]
                expectSound(Packet(Array(bytes.dropFirst(start).prefix(length)), link), name)
            }
        }
    }

    private func expectSound(_ packet: Packet, _ origin: String) {
        let isSound =
            packet.payloadLength ?? 0 >= 0 && packet.network?.payloadLength ?? 0 >= 0
            && (packet.ports == nil || packet.network != nil)
            && (packet.networkOffset == nil) == (packet.network == nil)
            && packet.payloadRange?.upperBound ?? 0 <= packet.capturedLength
            && packet.tunnel?.depth ?? 0 <= 4 && packet.ipLength ?? 20 >= 20
        if !isSound { Issue.record("\(origin): \(packet)") }
    }
}
