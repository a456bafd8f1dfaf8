import NotebookDisplay
import Testing

@Suite("Packets between kernel and runner")
struct KernelPacketTests {
    private static let commands: [KernelCommand] = [
        .run(.init(number: 7, memory: 1 << 40, image: "/a/ü.so", entry: "Cell_main", arguments: ["", "b c"])),
        .stop(.max), .discard(0),
    ]

    @Test("a command survives its packet", arguments: commands)
    func roundTrip(command: KernelCommand) throws {
        #expect(try KernelCommand(packet: command.packet) == command)
    }

    @Test("a report survives its packet")
    func reportRoundTrip() throws {
        let usage = KernelReport.Usage(wallNanoseconds: 1, userMicroseconds: 2, systemMicroseconds: 3, peakBytes: .max)
        let reaping = KernelReport.Reaping(number: 9, status: -1, usage: usage)
        #expect(try KernelReport(packet: KernelReport.reapedPacket(reaping)) == .reaped(reaping))
        #expect(try KernelReport(packet: KernelReport.helloPacket()) == .hello(version: KernelReport.version))
    }

    @Test("a packet cut short or garbled is refused or read, never trapped on")
    func damage() throws {
        var generator = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: .min ... .max, using: &generator)
        var state = seed
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        for command in Self.commands {
            for length in command.packet.indices {
                #expect(throws: DamagedPacket.self) { try KernelCommand(packet: Array(command.packet[..<length])) }
            }
        }
        for _ in 0..<20_000 {
            var packet = Self.commands[0].packet
            for _ in 0..<3 { packet[Int(next()) % packet.count] = UInt8(truncatingIfNeeded: next()) }
            _ = try? KernelCommand(packet: packet)
            packet[0] = UInt8(next() % 6)
            _ = try? KernelReport(packet: packet)
        }
        print("seed \(seed)")
    }
}
