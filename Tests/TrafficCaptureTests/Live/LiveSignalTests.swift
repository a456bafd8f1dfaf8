import Foundation
import Testing
import TrafficCapture

/// Signals belong to the process, so each case has one of its own.
@Suite("signals", .serialized)
struct LiveSignalTests {
    @Test(
        "end a capture without traffic in an orderly way",
        .enabled(if: CaptureRight.onLoopback, CaptureRight.message), arguments: [SIGINT, SIGTERM])
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

/// Sends SIGTERM to this process, and waits until it has come: threads of the test library do not take signals.
private func signal() {
    kill(getpid(), SIGTERM)
    usleep(200_000)
}
