import Foundation
import Testing
import TrafficCapture

/// Signals belong to the process, so each case has one of its own.
@Suite("signals", .serialized)
struct LiveSignalTests {
    @Test(
        "end a capture without traffic in an orderly way",
        .enabled(if: CaptureRight.onLoopback, CaptureRight.message), arguments: [SIGINT, SIGTERM, SIGHUP])
    func orderly(number: Int32) async {
        await #expect(processExitsWith: .exitCode(7)) { [number] in
            let signals = try SignalStop()
            var options = LiveCaptureOptions()
            options.filter = "udp dst port 9 and udp[8:4] = 0xffffffff"
            let capture = try LiveCapture(options)
            Thread {
                usleep(200_000)
                kill(getpid(), number)
            }.start()
            let recording = Recording(capture, until: signals.stopper)
            exit(recording.report?.end == .stopped ? 7 : 8)
        }
    }

    @Test("of a kind end the process when they come again")
    func twice() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            let signals = try SignalStop()
            signal()
            signal()
            withExtendedLifetime(signals) {}
            exit(0)
        }
    }

    @Test("of a closed terminal may come twice")
    func hangUp() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let signals = try SignalStop()
            signal(SIGHUP)
            signal(SIGHUP)
            withExtendedLifetime(signals) {}
            exit(7)
        }
    }

    @Test("that are ignored, as under nohup, stay ignored", .enabled(if: CaptureRight.onLoopback, CaptureRight.message))
    func ignored() async {
        await #expect(processExitsWith: .exitCode(7)) {
            Glibc.signal(SIGHUP, SIG_IGN)
            let signals = try SignalStop()
            var options = LiveCaptureOptions()
            options.filter = "udp dst port 9 and udp[8:4] = 0xffffffff"
            options.durationLimit = .milliseconds(100)
            let capture = try LiveCapture(options)
            signal(SIGHUP)
            let recording = Recording(capture, until: signals.stopper)
            exit(recording.report?.end == .durationLimit ? 7 : 8)
        }
    }

    @Test("do again afterwards what they did before")
    func restored() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            for _ in 0..<2 {
                let signals = try SignalStop()
                signal()
                withExtendedLifetime(signals) {}
            }
            signal()
            exit(0)
        }
    }
}

/// Sends a signal to this process, and waits until it has come: threads of the test library do not take signals.
private func signal(_ number: Int32 = SIGTERM) {
    kill(getpid(), number)
    usleep(200_000)
}
