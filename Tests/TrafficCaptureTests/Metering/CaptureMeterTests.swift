import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("capture files to flows")
struct CaptureMeterTests {
    /// A capture of `count` datagrams to ports 1...50, a millisecond apart.
    private static func capture(_ count: Int, from second: UInt32 = 1) -> CaptureBytes {
        var capture = CaptureBytes()
        for index in 0..<count {
            capture.appendRecord(
                seconds: second + UInt32(index / 1000), fraction: UInt32(index % 1000) * 1_000_000,
                CaptureBytes.datagram(to: UInt8(index % 50 + 1)))
        }
        return capture
    }

    private func metered(
        _ paths: [String], threads: Int = 2, filter: String? = nil,
        progress: ((MeteringProgress) -> FrameVisit)? = nil
    ) throws -> (flows: [Flow], report: MeteringReport) {
        var meter = CaptureMeter()
        meter.threads = threads
        meter.filter = filter
        var flows: [Flow] = []
        let report = try meter.meter(paths.map { CaptureFile($0) }, progress: progress) { flows.append($0) }
        return (flows, report)
    }

    /// The capture's first frames are not of IP, and are filtered out besides.
    @Test("the time of the first frame is told before any flow", arguments: [1, 2], [nil, "udp"])
    func beginning(threads: Int, filter: String?) throws {
        var capture = CaptureBytes()
        capture.appendRecord(seconds: 7, fraction: 9, [UInt8](repeating: 0, count: 60))
        for second in [100, 1000, 2000] as [UInt32] {
            capture.appendRecord(seconds: second, fraction: 0, CaptureBytes.datagram(to: 53))
        }
        let file = try TemporaryFile(capture.bytes)
        var meter = CaptureMeter()
        (meter.threads, meter.filter) = (threads, filter)
        var events: [String] = []
        let began: (Timestamp) -> Void = { events.append("began \($0.nanoseconds)") }
        _ = try meter.meter([CaptureFile(file.path), CaptureFile(file.path)], began: began) { _ in events.append("flow")
        }
        #expect(events == ["began 7000000009"] + Array(repeating: "flow", count: 6))
    }

    @Test("one thread and two give the same flows in the same order", arguments: [0, 1, 511, 512, 513, 5000])
    func threads(count: Int) throws {
        let file = try TemporaryFile(Self.capture(count).bytes)
        let (one, reportOfOne) = try metered([file.path], threads: 1)
        let (two, reportOfTwo) = try metered([file.path], threads: 2)
        #expect(one == two)
        #expect(reportOfOne.flows == reportOfTwo.flows)
        #expect(reportOfOne.frames == count)
        #expect(one.reduce(0) { $0 + $1.both.packets } == count)
    }

    @Test(
        "the shared captures, too", .enabled(if: SharedData.has("pcap/ndpi-mix.pcap"), "needs the shared captures"),
        arguments: ["ndpi-mix.pcap", "iot-sentinel-C-201609.pcap", "echo-connections.pcap"])
    func sharedCaptures(name: String) throws {
        let url = try #require(SharedData.url("pcap/\(name)"))
        let (one, _) = try metered([url.path], threads: 1)
        let (two, _) = try metered([url.path], threads: 2)
        #expect(one == two)
    }

    @Test("a flow goes on from one file into the next")
    func severalFiles() throws {
        let first = try TemporaryFile(Self.capture(50).bytes)
        let second = try TemporaryFile(Self.capture(50, from: 2).bytes)
        let (flows, report) = try metered([first.path, second.path])
        #expect(flows.map(\.both.packets) == [Int](repeating: 2, count: 50))
        #expect(report.captures.map(\.frames) == [50, 50])
    }

    @Test("a file that cannot be read is told, and the others are metered")
    func unreadable() throws {
        let file = try TemporaryFile(Self.capture(5).bytes)
        let (flows, report) = try metered(["/nonexistent.pcap", file.path])
        #expect(flows.count == 5)
        #expect(report.unreadable.map(\.description).first?.hasPrefix("/nonexistent.pcap: cannot open") == true)
    }

    @Test("a damaged end is told, and what comes before is metered")
    func damaged() throws {
        let file = try TemporaryFile(Self.capture(5).bytes.dropLast(3))
        let (flows, report) = try metered([file.path])
        #expect(flows.count == 4)
        #expect(report.warnings.count == 1)
    }

    @Test("only what the filter selects is metered, the rest is counted")
    func filter() throws {
        let file = try TemporaryFile(Self.capture(100).bytes)
        let (flows, report) = try metered([file.path], filter: "udp dst port 7")
        #expect(flows.map(\.both.packets) == [2])
        #expect(report.filteredOut == 98)
        #expect(report.frames == 100)
    }

    @Test("a filter that cannot be compiled is an error, on one thread or two", arguments: [1, 2])
    func badFilter(threads: Int) throws {
        let file = try TemporaryFile(Self.capture(1).bytes)
        #expect(throws: PacketFilterError.self) { try metered([file.path], threads: threads, filter: "tcp port") }
    }

    @Test("who watches the progress can stop it", arguments: [1, 2])
    func stop(threads: Int) throws {
        let file = try TemporaryFile(Self.capture(200_000).bytes)
        let (flows, report) = try metered([file.path], threads: threads) { _ in .stop }
        #expect(report.frames < 200_000)
        #expect(flows.reduce(0) { $0 + $1.both.packets } == report.flows.metered)
    }
}
