import Foundation
import Testing
import Traffic
import TrafficCapture

@Suite("files that are no captures")
struct CaptureErrorTests {
    private func message(_ path: String) -> String? {
        #expect(throws: CaptureError.self) { try CaptureFile(path).packets() }?.description
    }

    @Test("a missing file is named, with the system's reason")
    func missing() {
        #expect(
            message("/nowhere/x.pcap")
                == "/nowhere/x.pcap: cannot open: No such file or directory: check the path and the permissions")
    }

    @Test("a folder is no file")
    func folder() {
        let path = FileManager.default.temporaryDirectory.path
        #expect(message(path) == "\(path): is a folder: name a capture file in it")
    }

    @Test("an empty file is told apart from a foreign one")
    func empty() throws {
        let file = try TemporaryFile([])
        #expect(message(file.path)?.contains("x.pcap: is empty: a capture begins with a file header") == true)
    }

    @Test(
        "text is no capture, nor is a cut header",
        arguments: [Array("hello, world".utf8), [0x4d, 0x3c, 0xb2, 0xa1, 2]])
    func foreign(bytes: [UInt8]) throws {
        let file = try TemporaryFile(bytes)
        #expect(message(file.path)?.contains("x.pcap: not a pcap or pcapng capture (") == true)
    }

    @Test("a link that is not decoded is named with its number")
    func link() throws {
        let file = try TemporaryFile(CaptureBytes(linkType: 253).bytes)
        #expect(
            message(file.path)?.hasSuffix(
                ": cannot decode link type NETLINK (253): use Ethernet, PPP, Linux cooked, loopback or raw IP")
                == true)
    }
}
