import TestSupport
import Testing
import Traffic

@Suite("Entropies of a stream are those of its windows")
struct EntropyStreamTests {
    /// Datagrams at these times, to ports drawn by lot.
    private static func packets(_ times: [Int64], _ random: inout SplitMix) -> [Packet] {
        times.map { time in
            var packet = Packet(
                time: Timestamp(nanoseconds: time), length: 60, link: LinkHeader(type: .raw))
            packet.ports = Ports(source: UInt16(random.next() % 4), destination: UInt16(random.next() % 16))
            return packet
        }
    }

    private static func windows(_ packets: [Packet], _ windowing: Windowing?) throws -> [WindowEntropies] {
        var stream = try EntropyStream(of: [.destinationPort, .sourcePort, .hopLimit], in: windowing)
        var windows: [WindowEntropies] = []
        for packet in packets { stream.add(packet) { windows.append($0) } }
        stream.finish { windows.append($0) }
        return windows
    }

    /// Whether figures are the same but for rounding, or both unknown.
    private static func agree(_ first: Double?, _ second: Double?) -> Bool {
        guard let first, let second else { return first == nil && second == nil }
        return abs(first - second) < 1e-14
    }

    @Test("windows and figures equal those of packets at hand, whatever the windows", arguments: 0..<200)
    func property(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let count = Int(random.next() % 60) + 1
        let times = (0..<count).map { _ in Int64(random.next() % 100) }.sorted()
        let packets = Self.packets(times, &random)
        let (length, step) = (Int(random.next() % 30) + 1, Int(random.next() % 30) + 1)
        let windowing: Windowing =
            seed.isMultiple(of: 2)
            ? .sliding(packets: length, every: step)
            : .sliding(.nanoseconds(length), every: .nanoseconds(step))
        let expected = try packets.windows(windowing)
        let found = try Self.windows(packets, windowing)
        #expect(found.count == expected.count, "\(times) \(windowing)")
        for (window, other) in zip(expected, found) {
            #expect(other.index == window.index && other.packets == window.count)
            #expect(other.start == window.start)
            let ports = window.compactMap(\.destinationPort)
            #expect(Self.agree(other.fields[0].bits, ports.isEmpty ? nil : Entropy.bits(ofValues: ports)))
            #expect(other.fields[0].support == Set(ports).count && other.fields[0].count == ports.count)
            let sources = Counts(window.compactMap(\.sourcePort)).byValue.values
            let evenness = sources.isEmpty ? nil : Entropy.normalizedBySupport(of: sources)
            #expect(Self.agree(other.fields[1].normalizedBySupport, evenness))
            #expect(other.fields[2].bits == nil && other.fields[2].count == 0)
        }
    }

    @Test(
        "spectra are those of the window's values, pairs and either side of them, however windows lie",
        arguments: 0..<50)
    func spectra(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let times = (0..<60).map { _ in Int64(random.next() % 100) }.sorted()
        let packets = Self.packets(times, &random)
        let (length, step) = (Int(random.next() % 30) + 1, Int(random.next() % 30) + 1)
        let windowing = Windowing.sliding(packets: length, every: step)
        let pair = TrafficVariable(.sourcePort, with: .destinationPort)
        var stream = try EntropyStream(
            of: [TrafficVariable(.destinationPort), pair], in: windowing, keepingSpectra: true)
        var found: [WindowEntropies] = []
        for packet in packets { stream.add(packet) { found.append($0) } }
        stream.finish { found.append($0) }
        for (window, other) in zip(try packets.windows(windowing), found) {
            let ports = CountSpectrum(Counts(window.compactMap(\.destinationPort)))
            let sources = CountSpectrum(Counts(window.compactMap(\.sourcePort)))
            let pairs = CountSpectrum(Counts(window.compactMap(\.ports).map { [$0.source, $0.destination] }))
            #expect(other.fields[0].spectra?.joint == ports && other.fields[0].spectra?.marginals == nil)
            let spectra = try #require(other.fields[1].spectra)
            #expect(spectra.joint == pairs && other.fields[1].support == pairs.support)
            #expect(spectra.marginals?.first == sources && spectra.marginals?.second == ports)
            let joint = JointCounts(window.compactMap(\.ports).map { ($0.source, $0.destination) })
            #expect(try JointEntropies(of: spectra) == joint.entropies())
        }
    }

    @Test("a pair that lacks a field is not counted, and spectra are kept only where asked for")
    func absent() throws {
        var random = SplitMix(seed: 1)
        let packets = Self.packets([1, 2, 3], &random)
        var windows: [WindowEntropies] = []
        var stream = try EntropyStream(of: [TrafficVariable(.sourcePort, with: .hopLimit)])
        for packet in packets { stream.add(packet) { windows.append($0) } }
        stream.finish { windows.append($0) }
        #expect(windows.map(\.fields[0].count) == [0] && windows[0].fields[0].spectra == nil)
        #expect(windows[0].fields[0].variable.name == "src-port+ttl")
    }

    /// Panes of very many packets, so that what is noted of them is put together.
    @Test("long panes leave as they came")
    func longPanes() throws {
        var random = SplitMix(seed: 3)
        let packets = Self.packets((0..<3000).map { Int64($0) }, &random)
        let found = try Self.windows(packets, .sliding(packets: 1000, every: 500))
        let expected = try packets.windows(.sliding(packets: 1000, every: 500))
        #expect(found.count == expected.count)
        for (window, other) in zip(expected, found) {
            let ports = Counts(window.compactMap(\.destinationPort))
            #expect(Self.agree(other.fields[0].bits, Entropy.bits(of: ports)) && other.fields[0].count == 1000)
            #expect(other.fields[0].support == ports.support)
        }
    }

    @Test("without windowing everything is one window, and nothing is none")
    func whole() throws {
        var random = SplitMix(seed: 1)
        let windows = try Self.windows(Self.packets([5, 900, 70], &random), nil)
        #expect(windows.map(\.packets) == [3])
        #expect(windows[0].start == Timestamp(nanoseconds: 5))
        #expect(try Self.windows([], nil).isEmpty)
    }

    @Test("a packet that comes after its window has ended counts in the one at hand, and is told")
    func late() throws {
        var random = SplitMix(seed: 1)
        var stream = try EntropyStream(of: [.length], in: .tumbling(.nanoseconds(10)))
        var windows: [WindowEntropies] = []
        for packet in Self.packets([0, 25, 8, 29], &random) { stream.add(packet) { windows.append($0) } }
        stream.finish { windows.append($0) }
        #expect(windows.map(\.packets) == [1, 0, 3])
        #expect(stream.latePackets == 1)
    }

    @Test("a clock that jumps far costs no memory and ends", arguments: [Int64.max, Int64.min])
    func jump(time: Int64) throws {
        var random = SplitMix(seed: 1)
        let windows = try Self.windows(Self.packets([0, time], &random), .tumbling(.seconds(3_000_000_000)))
        #expect(windows.map(\.packets).reduce(0, +) == 2)
    }

    /// A gap of 1000 windows is part of the series; one of 1001 is left out, but the windows keep their numbers.
    @Test(
        "long gaps are left out, counted, and shown by the windows' numbers",
        arguments: [
            (1001, 1, 1000, 0), (1002, 1, 0, 1001), (31_536_000_000, 1, 0, 31_535_999_999),
            // Ten windows hold the second packet, and the first of them is the last there is.
            (1010, 10, 1000, 0), (5000, 10, 0, 4990),
        ] as [(Int64, Int64, Int, Int)])
    func gaps(second: Int64, length: Int64, empty: Int, skipped: Int) throws {
        var random = SplitMix(seed: 1)
        var stream = try EntropyStream(
            of: [.destinationPort], in: .sliding(.milliseconds(length), every: .milliseconds(1)))
        var windows: [WindowEntropies] = []
        for packet in Self.packets([0, second * 1_000_000], &random) { stream.add(packet) { windows.append($0) } }
        stream.finish { windows.append($0) }
        let last = windows.last
        #expect(windows.count { $0.packets == 0 } == empty)
        #expect(stream.skippedWindows == skipped)
        #expect(last?.packets == 1 && last.map { $0.index >= Int(second) - Int(length) + 1 } == true)
        #expect(last?.start == Timestamp(nanoseconds: Int64(last?.index ?? 0) * 1_000_000))
    }

    @Test("times as far apart as there are end, in windows of a nanosecond")
    func farthest() throws {
        var random = SplitMix(seed: 1)
        let windows = try Self.windows(Self.packets([.min, .max], &random), .tumbling(.nanoseconds(1)))
        #expect(windows.map(\.packets) == [1, 1])
    }

    @Test("a length or step of nothing is refused", arguments: [(0, 1), (1, 0), (-1, 1)])
    func refused(length: Int, step: Int) {
        #expect(throws: StatisticsError.self) {
            try EntropyStream(of: [.length], in: .sliding(packets: length, every: step))
        }
    }
}
