import Testing
import Traffic
import TrafficCapture

@Suite("small captures of every format")
struct SampleTests {
    @Test("give every frame with its bytes, time, length, link and interface", arguments: Sample.all)
    func whole(sample: Sample) throws {
        let reading = try Reading(of: sample.bytes)
        #expect(reading.frames == sample.frames)
        #expect(reading.summary.format == sample.format && reading.summary.frames == sample.frames.count)
        #expect(reading.summary.framesWithoutTime == sample.frames.count { !$0.header.hasTime })
        #expect(reading.warning == nil && reading.summary.compression == nil)
    }

    @Test("cut anywhere give all whole frames, and the place where the cut record begins", arguments: Sample.all)
    func prefixes(sample: Sample) throws {
        for count in 0...sample.bytes.count {
            let prefix = Array(sample.bytes.prefix(count))
            guard count >= sample.headerLength else {
                #expect(throws: CaptureError.self) { try Reading(of: prefix) }
                continue
            }
            let reading = try Reading(of: prefix)
            #expect(reading.frames == sample.framesWhole(within: count))
            let place = sample.boundaries.contains(count) ? nil : sample.boundaries.last { $0 < count } ?? 0
            #expect(reading.warning?.byteOffset == place, "cut at \(count)")
            #expect(reading.warning.map(\.packets) == place.map { _ in reading.frames.count })
        }
    }

    @Test("declare their interfaces")
    func interfaces() throws {
        for sample in Sample.pcapng {
            let interfaces = try Reading(of: sample.bytes).summary.interfaces
            #expect(interfaces.map(\.name) == ["lo", nil, nil])
            #expect(interfaces.map(\.linkType.rawValue) == [1, 105, 101])
            #expect(interfaces.map(\.snapLength) == [21, nil, nil])
            #expect(interfaces.map(\.resolution.description) == ["10^-9 s", "10^-6 s", "2^-10 s"])
        }
        let pcap = try Reading(of: Sample.pcap[2].bytes).summary.interfaces
        #expect(pcap.map(\.snapLength) == [65535] && pcap.map(\.resolution) == [.nanoseconds])
    }
}
