import Foundation
import Testing

@testable import TrafficCapture

@Suite("live captures that cannot begin")
struct LiveCaptureErrorTests {
    @Test("without the right to capture name the line that gives it")
    func noRight() async {
        await #expect(processExitsWith: .success) {
            // The user "nobody" has no capabilities.
            try #require(getuid() != 0 || setuid(65534) == 0)
            let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let error = #expect(throws: LiveCaptureError.self) { try LiveCapture(LiveCaptureOptions()) }
            #expect(error == .noRight(name: "lo", program: program))
            let line = "\n    sudo setcap cap_net_raw,cap_net_admin=eip \(program)\n"
            #expect(error?.description.contains(line) == true)
        }
    }

    @Test("with a name of none tell those there are, whatever rights there are")
    func unknown() async {
        await #expect(processExitsWith: .success) {
            try #require(getuid() != 0 || setuid(65534) == 0)
            var options = LiveCaptureOptions()
            options.interface = "l0"
            let error = #expect(throws: LiveCaptureError.self) { try LiveCapture(options) }
            #expect(error?.description.hasPrefix("l0: no such interface: there are ") == true)
        }
    }

    @Test("with a filter that is none show the place", .enabled(if: CaptureRight.onLoopback, CaptureRight.message))
    func filter() {
        var options = LiveCaptureOptions()
        options.filter = "udp adn tcp"
        let error = #expect(throws: LiveCaptureError.self) { try LiveCapture(options) }
        #expect(error?.description.contains("\n    udp adn tcp\n        ^\n") == true)
    }

    static let options: [(change: @Sendable (inout LiveCaptureOptions) -> Void, message: String)] = [
        ({ $0.snapLength = 0 }, "snap length 0: expected 1 to 262144 bytes"),
        ({ $0.snapLength = 262_145 }, "snap length 262145: expected 1 to 262144 bytes"),
        ({ $0.packetLimit = 0 }, "packet limit 0: expected at least 1 packet, or none"),
        ({ $0.durationLimit = .zero }, "duration limit 0.0 seconds: expected more than 0 s"),
        (
            {
                $0.interface = "any"
                $0.isPromiscuous = true
            }, "promiscuous on any: expected one interface"
        ),
        ({ $0.bufferSize = -1 }, "buffer size -1: expected 1 to 2147483647 bytes"),
        ({ $0.tickInterval = .seconds(-1) }, "tick interval -1.0 seconds: expected more than 0 s"),
    ]

    @Test("name the option that makes no sense", arguments: options.indices)
    func option(row: Int) {
        var options = LiveCaptureOptions()
        Self.options[row].change(&options)
        let error = #expect(throws: LiveCaptureError.self) { try LiveCapture(options) }
        #expect(error?.description == Self.options[row].message)
    }

    static let messages: [(error: LiveCaptureError, text: String)] = [
        (
            .noSuchInterface(name: "eht0", available: ["lo", "eth0"]),
            "eht0: no such interface: there are lo, eth0"
        ),
        (.notUp(name: "eth1"), "eth1: is not up: switch it on with 'sudo ip link set eth1 up'"),
        (
            .noRight(name: "lo", program: "/home/it's me/flowbook"),
            "lo: no right to capture packets: give the program the right, once, with\n"
                + "    sudo setcap cap_net_raw,cap_net_admin=eip '/home/it'\\''s me/flowbook'\n"
                + "or run the command with sudo"
        ),
        (
            .cannotOpen(name: "eth0", reason: "odd"),
            "eth0: cannot capture: odd: try another interface, or compare with 'tcpdump -i eth0'"
        ),
        (.cannotList(reason: "odd"), "cannot list the interfaces: odd: compare with 'ip link'"),
    ]

    @Test("say what, why and what to do", arguments: messages.indices)
    func message(row: Int) {
        #expect(Self.messages[row].error.description == Self.messages[row].text)
    }
}
