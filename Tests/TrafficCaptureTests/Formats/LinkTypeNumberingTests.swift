import CPcap
import Foundation
import Testing
import Traffic

@testable import TrafficCapture

@Suite("a link type has a number in programs and one in files")
struct LinkTypeNumberingTests {
    @Test("as libpcap writes and reads it")
    func numbers() throws {
        let file = try TemporaryFile([])
        var renumbered = 0
        for number in Int32(0)..<300 {
            guard let inFiles = try Self.written(number, file.path) else { continue }
            let link = LinkType(rawValue: number)
            #expect(link.inFiles.rawValue == inFiles, "link \(number)")
            #expect(LinkType(rawValue: inFiles).inPrograms.rawValue == Self.read(file.path), "link \(inFiles) in files")
            if number != inFiles { renumbered += 1 }
        }
        #expect(renumbered == 5)
    }

    @Test("raw IP as OpenBSD numbers it has those of raw IP")
    func openBSD() {
        #expect(LinkType.rawOpenBSD.inFiles == .rawInFiles)
        #expect(LinkType.rawOpenBSD.inPrograms == .raw)
    }

    /// The number that libpcap writes into a file of frames of link type `number`; nil for a link it has none for.
    private static func written(_ number: Int32, _ path: String) throws -> Int32? {
        guard let handle = pcap_open_dead(number, 65_535) else { return nil }
        defer { pcap_close(handle) }
        guard let dump = pcap_dump_open(handle, path) else { return nil }
        pcap_dump_close(dump)
        let header = try Data(contentsOf: URL(fileURLWithPath: path))
        return header.withUnsafeBytes { Int32($0.loadUnaligned(fromByteOffset: 20, as: UInt16.self)) }
    }

    /// The number that libpcap gives to programs that read the file.
    private static func read(_ path: String) -> Int32? {
        var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard let handle = pcap_open_offline(path, &message) else { return nil }
        defer { pcap_close(handle) }
        return pcap_datalink(handle)
    }
}
