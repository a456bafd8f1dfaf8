import Foundation
import Testing
import Traffic
import TrafficCapture

@Suite("the interfaces of a machine")
struct NetworkInterfaceTests {
    @Test("have loopback among them, with its addresses")
    func loopback() throws {
        let interface = try #require(try NetworkInterface.all().first { $0.name == "lo" })
        #expect(interface.isLoopback && interface.isUp && interface.isRunning)
        #expect(interface.addresses.contains(IPAddress(127, 0, 0, 1)))
    }

    @Test("are those the kernel tells", .enabled(if: FileManager.default.fileExists(atPath: "/sys/class/net")))
    func names() throws {
        let names = Set(try NetworkInterface.all().map(\.name))
        #expect(names == Set(try FileManager.default.contentsOfDirectory(atPath: "/sys/class/net") + ["any"]))
    }

    @Test(
        "tell addresses of both versions, and whether they are up",
        .enabled(if: CaptureRight.toMakeNamespaces, CaptureRight.namespaceMessage))
    func addresses() throws {
        let namespace = try NetworkNamespace()
        defer { namespace.remove() }
        try namespace.ip("link add plain type veth peer name other")
        try namespace.ip("address add 192.0.2.77/24 dev plain")
        try namespace.ip("address add 2001:db8::1:2/64 dev other nodad")
        try namespace.ip("link set other up")
        let all = try onThread {
            try namespace.enter()
            return try NetworkInterface.all()
        }
        let plain = try #require(all.first { $0.name == "plain" })
        let other = try #require(all.first { $0.name == "other" })
        #expect(plain.addresses == [IPAddress(192, 0, 2, 77)] && !plain.isUp && !plain.isLoopback)
        #expect(try other.addresses.contains(#require(IPAddress("2001:db8::1:2"))) && other.isUp)
    }
}
