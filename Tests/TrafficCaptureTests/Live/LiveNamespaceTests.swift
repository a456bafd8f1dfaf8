import Foundation
import Testing
import Traffic
import TrafficCapture

@Suite(
    "a capture between two network namespaces", .serialized,
    .enabled(if: CaptureRight.toMakeNamespaces, CaptureRight.namespaceMessage))
struct LiveNamespaceTests {
    private static func options(_ interface: String, filter: String?) -> LiveCaptureOptions {
        var options = LiveCaptureOptions()
        options.interface = interface
        options.filter = filter
        return options
    }

    @Test("sees what is sent on both ends, exactly", arguments: [true, false])
    func exact(promiscuous: Bool) throws {
        let (near, far) = try NetworkNamespace.pair()
        defer { [near, far].forEach { $0.remove() } }
        let recordings = try onThread {
            try far.enter()
            let receiver = try Datagrams(on: "192.0.2.2")
            var options = Self.options("far", filter: "udp")
            options.isPromiscuous = promiscuous
            let arriving = try LiveCapture(options)
            try near.enter()
            let leaving = try LiveCapture(Self.options("near", filter: "udp"))
            let sent = try Datagrams(on: "192.0.2.1").send(0..<2000, size: 20, to: "192.0.2.2", port: receiver.port)
            #expect(sent == 2000)
            let left = try Recording.waiting(in: leaving)
            try far.enter()
            return (left, try Recording.waiting(in: arriving))
        }
        for recording in [recordings.0, recordings.1] {
            #expect(recording.numbers == Array(0..<2000))
            #expect(
                recording.report?.statistics
                    == CaptureStatistics(delivered: 2000, received: 2000, dropped: 0, droppedByInterface: 0))
        }
    }

    @Test("loses nothing uncounted in a flood larger than its buffer")
    func flood() throws {
        let (near, far) = try NetworkNamespace.pair()
        defer { [near, far].forEach { $0.remove() } }
        let (sent, recording) = try onThread {
            try far.enter()
            let receiver = try Datagrams(on: "192.0.2.2")
            try near.enter()
            var options = Self.options("near", filter: "udp")
            options.bufferSize = 1
            let capture = try LiveCapture(options)
            let stopper = try CaptureStopper()
            let port = receiver.port
            // The capture runs while the flood goes on, but stands still until it is over once it has begun.
            let sending = Work {
                defer { stopper.stop() }
                try near.enter()
                return try Datagrams(on: "192.0.2.1").send(0..<40_000, size: 20, to: "192.0.2.2", port: port)
            }
            var (frames, late) = (0, 0)
            let report = capture.run(until: stopper) { event in
                guard case .frame(_, let frame) = event else { return }
                frames += 1
                if frame.originalLength != 62 { late += 1 }
                if frames == 1 { _ = try? sending.value() }
            }
            #expect(late == 0 && UInt64(frames) == report.statistics.delivered)
            return (try sending.value(), report)
        }
        #expect(sent == 40_000 && recording.end == .stopped)
        #expect(recording.statistics.dropped > 0)
        #expect(recording.statistics.delivered + recording.statistics.dropped == UInt64(sent))
    }

    @Test("ends when the interface is deleted, and keeps the packets before that", arguments: [true, false])
    func deletion(whileRunning: Bool) throws {
        let (near, far) = try NetworkNamespace.pair()
        defer { [near, far].forEach { $0.remove() } }
        let recording = try onThread {
            try near.enter()
            let capture = try LiveCapture(Self.options("near", filter: "udp"))
            try Datagrams(on: "192.0.2.1").send(0..<50, size: 4, to: "192.0.2.2", port: 9)
            if !whileRunning { try near.ip("link del near") }
            return Recording(capture) { if whileRunning { _ = try? near.ip("link del near") } }
        }
        #expect(recording.numbers == Array(0..<50))
        #expect(recording.report?.end == .interfaceVanished(name: "near"))
        #expect(recording.report?.statistics.delivered == 50)
    }

    @Test("outlives an interface that goes down and comes up again")
    func downAndUp() throws {
        let (near, far) = try NetworkNamespace.pair()
        defer { [near, far].forEach { $0.remove() } }
        let recording = try onThread {
            try near.enter()
            var options = Self.options("near", filter: "udp")
            options.packetLimit = 20
            let capture = try LiveCapture(options)
            let sender = try Datagrams(on: "192.0.2.1")
            sender.send(0..<10, size: 4, to: "192.0.2.2", port: 9)
            var ticks = 0
            return Recording(capture) {
                ticks += 1
                if ticks == 1 { _ = try? near.ip("link set near down") }
                guard ticks == 3 else { return }
                _ = try? near.ip("link set near up")
                _ = try? near.ip("neighbour replace 192.0.2.2 lladdr 02:00:00:00:00:02 dev near nud permanent")
                sender.send(10..<20, size: 4, to: "192.0.2.2", port: 9)
            }
        }
        #expect(recording.numbers == Array(0..<20) && recording.report?.end == .packetLimit)
    }

    @Test("of packets with a VLAN's tag finds the tag, in the filter and in the bytes")
    func vlan() throws {
        let (near, far) = try NetworkNamespace.pair()
        defer { [near, far].forEach { $0.remove() } }
        let untagged = CaptureBytes.datagram(to: 9)
        let tagged = untagged[..<12] + [0x81, 0, 0, 42] + untagged[12...]
        let recording = try onThread {
            try far.enter()
            let capture = try LiveCapture(Self.options("far", filter: "vlan 42 and udp"))
            try near.enter()
            let wire = try Injector("near")
            for _ in 0..<30 {
                try wire.send(untagged)
                try wire.send(Array(tagged))
            }
            try far.enter()
            return try Recording.waiting(in: capture)
        }
        #expect(recording.bytes == Array(repeating: Array(tagged), count: 30))
        #expect(recording.report?.statistics.received == 30)
    }

    @Test("cannot begin on an interface that is down")
    func down() throws {
        let namespace = try NetworkNamespace()
        defer { namespace.remove() }
        try namespace.ip("link add idle type veth peer name other")
        let error = try onThread {
            try namespace.enter()
            return #expect(throws: LiveCaptureError.self) { try LiveCapture(Self.options("idle", filter: nil)) }
        }
        #expect(error == .notUp(name: "idle"))
    }
}
