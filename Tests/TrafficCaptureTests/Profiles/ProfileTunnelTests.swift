import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("Tunnels in profiles")
struct ProfileTunnelTests {
    /// Two answered datagrams in a VXLAN tunnel: outside, each way has a source port of its own.
    private static let capture: CaptureBytes = {
        let (near, far) = (IPAddress(192, 0, 2, 1), IPAddress(198, 51, 100, 7))
        let (client, server) = (IPAddress(10, 0, 0, 1), IPAddress(10, 0, 0, 2))
        var capture = CaptureBytes()
        for second in 0..<4 as Range<UInt32> {
            let isAnswer = second % 2 == 1
            let outer = FrameBuilder(from: isAnswer ? far : near, to: isAnswer ? near : far)
            let inner = FrameBuilder(from: isAnswer ? server : client, to: isAnswer ? client : server)
            let ports = Ports(source: isAnswer ? 53 : 40_000, destination: isAnswer ? 40_000 : 53)
            let header: [UInt8] = [8, 0, 0, 0, 0, 0, 7, 0]
            let tunnel = Ports(source: isAnswer ? 50_002 : 50_001, destination: 4789)
            capture.appendRecord(seconds: second, outer.udp(tunnel, payload: header + inner.udp(ports)))
        }
        return capture
    }()

    @Test(
        "are opened as the tool of the profile does",
        arguments: [
            ("flowbook", ["10.0.0.1 40000 4"]), ("nfstream", ["192.0.2.1 50001 2", "198.51.100.7 50002 2"]),
            ("zeek", ["10.0.0.1 40000 4", "192.0.2.1 50001 2", "198.51.100.7 50002 2"]),
        ])
    func tunnels(name: String, flows: [String]) throws {
        let profile = try #require(Profile<Flow>.named(name))
        let file = try TemporaryFile(Self.capture.bytes)
        var meter = CaptureMeter()
        profile.configure(&meter.options)
        meter.tunnels = profile.tunnels
        var ours: [String] = []
        _ = try meter.meter([CaptureFile(file.path)]) { flow in
            ours.append("\(flow.initiator.address) \(flow.initiator.port) \(flow.both.packets)")
        }
        #expect(ours.sorted() == flows)
    }
}
