import Foundation
import Testing
import Traffic
import TrafficCapture

@Suite("a capture on loopback", .enabled(if: CaptureRight.onLoopback, CaptureRight.message))
struct LiveLoopbackTests {
    /// Options for what is sent to a port.
    private func options(for port: UInt16) -> LiveCaptureOptions {
        var options = LiveCaptureOptions()
        options.filter = "udp dst port \(port)"
        return options
    }

    @Test("hands over each packet sent once, in order, and counts them exactly", arguments: [4, 18, 54, 200, 9000])
    func exact(size: Int) throws {
        let socket = try Datagrams(on: "127.0.0.1")
        let capture = try LiveCapture(options(for: socket.port))
        let before = Date().timeIntervalSince1970
        let sent = socket.send(0..<500, size: size, to: "127.0.0.1", port: socket.port)
        let recording = try Recording.waiting(in: capture)
        #expect(sent == 500 && recording.numbers == Array(0..<500))
        #expect(recording.frames.allSatisfy { $0.originalLength == 42 + size && $0.linkType == capture.linkType })
        #expect(recording.bytes.allSatisfy { $0.count == min(42 + size, 96) })
        #expect(recording.frames.allSatisfy { abs($0.time.seconds - before) < 60 })
        let expected = CaptureStatistics(delivered: 500, received: 500, dropped: 0, droppedByInterface: 0)
        #expect(recording.report == LiveCaptureReport(end: .stopped, statistics: expected))
    }

    @Test("tells nanoseconds")
    func nanoseconds() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        let capture = try LiveCapture(options(for: socket.port))
        socket.send(0..<100, size: 4, to: "127.0.0.1", port: socket.port)
        let times = try Recording.waiting(in: capture).frames.map(\.time.nanoseconds)
        #expect(times.contains { $0 % 1000 != 0 })
    }

    @Test("keeps packets whole when asked to")
    func whole() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        var options = options(for: socket.port)
        options.snapLength = SnapLength.wholeFrames
        let capture = try LiveCapture(options)
        socket.send(0..<20, size: 60_000, to: "127.0.0.1", port: socket.port)
        let recording = try Recording.waiting(in: capture)
        #expect(recording.bytes.map(\.count) == Array(repeating: 60_042, count: 20))
    }

    @Test("ends after as many packets as asked for")
    func packetLimit() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        var options = options(for: socket.port)
        options.packetLimit = 7
        let capture = try LiveCapture(options)
        socket.send(0..<100, size: 4, to: "127.0.0.1", port: socket.port)
        let recording = Recording(capture)
        #expect(recording.numbers == Array(0..<7) && recording.report?.end == .packetLimit)
        #expect(recording.report?.statistics.delivered == 7 && recording.report?.statistics.seen == 100)
        let again = Recording(capture)
        #expect(again.frames.isEmpty && again.report == recording.report)
    }

    @Test("ends when its time is over, with ticks that never go back, and no traffic")
    func durationLimit() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        var options = options(for: socket.port)
        options.durationLimit = .milliseconds(600)
        options.tickInterval = .milliseconds(50)
        let recording = Recording(try LiveCapture(options))
        #expect(recording.report?.end == .durationLimit && recording.frames.isEmpty)
        #expect(recording.ticks.count >= 2 && recording.ticks == recording.ticks.sorted())
    }

    @Test("never ticks past a packet that is still to come")
    func ticksAreWatermarks() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        var options = options(for: socket.port)
        options.tickInterval = .milliseconds(1)
        let stopper = try CaptureStopper()
        let capture = try LiveCapture(options)
        let port = socket.port
        let sending = Work {
            defer { stopper.stop() }
            let sender = try Datagrams(on: "127.0.0.1")
            for number in 0..<300 as Range<UInt32> {
                sender.send(number..<number + 1, size: 4, to: "127.0.0.1", port: port)
                usleep(2000)
            }
        }
        var (latestTick, late, frames) = (Timestamp?.none, 0, 0)
        _ = capture.run(until: stopper) { event in
            switch event {
            case .tick(let time, _): latestTick = time
            case .frame(_, let frame):
                frames += 1
                if let latestTick, frame.time < latestTick { late += 1 }
            }
        }
        try sending.value()
        #expect(late == 0 && frames == 300 && latestTick != nil)
    }

    @Test("stops on another thread's wish though nothing passes")
    func stop() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        let stopper = try CaptureStopper()
        let capture = try LiveCapture(options(for: socket.port))
        Thread {
            usleep(300_000)
            stopper.stop()
        }.start()
        let start = ContinuousClock.now
        let recording = Recording(capture, until: stopper)
        #expect(recording.report?.end == .stopped && ContinuousClock.now - start < .seconds(5))
    }

    @Test("stopped in the midst of a flood hands over all it saw")
    func stopInFlood() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        let port = socket.port
        var options = options(for: port)
        options.packetLimit = 1
        let first = try LiveCapture(options)
        let flood = Work {
            try Datagrams(on: "127.0.0.1").send(0..<400_000, size: 4, to: "127.0.0.1", port: port)
        }
        #expect(Recording(first).report?.end == .packetLimit)
        options.packetLimit = nil
        for _ in 0..<10 {
            let capture = try LiveCapture(options)
            usleep(20_000)
            let statistics = try #require(try Recording.waiting(in: capture).report?.statistics)
            #expect(statistics.delivered == statistics.seen)
        }
        #expect(try flood.value() == 400_000)
    }

    @Test("ends with the error of the body, and hands over nothing after it")
    func bodyError() throws {
        struct Full: Error {}
        let socket = try Datagrams(on: "127.0.0.1")
        let capture = try LiveCapture(options(for: socket.port))
        socket.send(0..<100, size: 4, to: "127.0.0.1", port: socket.port)
        var frames = 0
        #expect(throws: Full.self) {
            _ = try capture.run { (event) throws(Full) in
                guard case .frame = event else { return }
                frames += 1
                if frames == 3 { throw Full() }
            }
        }
        #expect(frames == 3)
    }

    @Test("has no packet in it from before its filter")
    func filterFromTheFirstPacket() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        let port = socket.port
        let stopped = try CaptureStopper()
        stopped.stop()
        let flood = Work {
            try Datagrams(on: "127.0.0.1").send(0..<60_000, size: 4, to: "127.0.0.1", port: port)
        }
        for _ in 0..<20 {
            var options = LiveCaptureOptions()
            options.filter = "udp dst port \(port) and udp[8:4] = 0xffffffff"
            let recording = Recording(try LiveCapture(options), until: stopped)
            #expect(recording.frames.isEmpty && recording.report?.statistics.received == 0)
        }
        #expect(try flood.value() == 60_000)
    }

    @Test("counts every packet it must drop when nobody takes them")
    func drops() throws {
        let socket = try Datagrams(on: "127.0.0.1")
        var options = options(for: socket.port)
        options.bufferSize = 1
        let capture = try LiveCapture(options)
        let sent = socket.send(0..<20_000, size: 60, to: "127.0.0.1", port: socket.port)
        let recording = try Recording.waiting(in: capture)
        let statistics = try #require(recording.report?.statistics)
        #expect(statistics.dropped > 0 && statistics.delivered > 0)
        #expect(statistics.delivered + statistics.dropped == UInt64(sent))
        #expect(statistics.received == UInt64(sent) && statistics.seen == statistics.delivered)
    }
}
