import Testing
import Traffic

@testable import TrafficCapture

@Suite("a damaged record ends the reading, with its place and its fault")
struct DamageTests {
    @Test("whatever the damage", arguments: Damage.pcap + Damage.pcapng + Damage.snoop)
    func damage(damage: Damage) throws {
        let reading = try Reading(of: damage.bytes)
        #expect(reading.frames.count == damage.frames)
        #expect(reading.warning?.byteOffset == damage.offset)
        #expect(reading.warning?.fault == damage.fault)
    }
}
