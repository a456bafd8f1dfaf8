import Foundation
import Testing
import Traffic

@Suite("binned entropy")
struct BinnedEntropyTests {
    struct Moment: Timed {
        let time: Timestamp
    }

    @Test("numbers of one bin are alike")
    func widths() throws {
        let sizes = try BinnedEntropy(of: [0, 99, 100, 199, 200, 250, -1, -100], .width(100))
        #expect(sizes.bits == 2 && sizes.occupied == 4 && sizes.count == 8 && sizes.binning == .width(100))
        #expect(sizes.description == "2.0 bits over 4 bins of width 100.0, plug-in, n = 8")
        #expect(
            sizes.spectrum == CountSpectrum(counts: [2, 2, 2, 2]) && abs(sizes.millerBias + 3 / (16 * log(2))) < 1e-15)
    }

    @Test("halving the width adds from nothing to one bit", arguments: 1...50)
    func halving(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let numbers = generator.integers(in: 0..<1500, count: 400).map { Double($0) }
        let wide = try BinnedEntropy(of: numbers, .width(64)).bits
        let narrow = try BinnedEntropy(of: numbers, .width(32)).bits
        #expect((-1e-12...1 + 1e-12).contains(narrow - wide), "seed \(seed)")
    }

    @Test("logarithmic bins begin at powers of the base", arguments: [2, 10, 1.5])
    func logarithmic(base: Double) throws {
        for exponent in -20...20 {
            let edge = pow(base, Double(exponent))
            let apart = try BinnedEntropy(of: [edge.nextDown, edge], .logarithmic(base: base))
            let together = try BinnedEntropy(of: [edge, edge * base * (1 - 1e-9)], .logarithmic(base: base))
            #expect(apart.occupied == 2 && together.occupied == 1, "exponent \(exponent)")
        }
        let zeros = try BinnedEntropy(of: [0, -0.0, 1e-300, .leastNonzeroMagnitude], .logarithmic(base: base))
        #expect(zeros.occupied == 3)
    }

    @Test("gaps are those between events in order of time")
    func gaps() throws {
        let events = [0, 3_000_000_000, 1_000_000_000, 2_000_000_000, 2_000_000_000].map {
            Moment(time: Timestamp(nanoseconds: $0))
        }
        let gaps = try BinnedEntropy(ofGaps: events, .logarithmic(base: 2))
        #expect(gaps.count == 4 && gaps.occupied == 2)
        #expect(abs(gaps.bits - (2 - 0.75 * log2(3))) < 1e-14)
        #expect(try BinnedEntropy(ofGaps: events.prefix(1), .width(1)).count == 0)
        #expect(try BinnedEntropy(ofGaps: events, .width(1), by: MillerMadow()).estimator == "Miller–Madow")
    }

    @Test("packets are binned by their length on the link")
    func lengths() throws {
        let packets = [60, 60, 1500, 1514].map { length in
            Packet(time: Timestamp(nanoseconds: 0), length: length, link: LinkHeader(type: .ethernet))
        }
        #expect(try BinnedEntropy(ofLengths: packets, .width(100)).occupied == 2)
    }

    @Test("bins and numbers that do not fit are named")
    func bad() {
        let bad: [(Binning, Double)] = [
            (.width(0), 1), (.width(-1), 1), (.width(.nan), 1), (.width(.infinity), 1), (.width(1), .nan),
            (.width(1), .infinity), (.width(1e-10), 1e300), (.logarithmic(base: 1), 1), (.logarithmic(base: 0.5), 1),
            (.logarithmic(base: .infinity), 1), (.logarithmic(base: 2), -1), (.logarithmic(base: 2), .nan),
        ]
        for (binning, number) in bad {
            #expect(throws: StatisticsError.self, "\(binning) \(number)") { try BinnedEntropy(of: [number], binning) }
        }
    }
}

@Suite("byte entropy")
struct ByteEntropyTests {
    @Test(
        "bands begin where nDPI's do",
        arguments: [
            (0, ByteEntropy.Band.plainText), (4.94, .plainText), (4.941, .executable), (6.676, .executable),
            (6.677, .packedExecutable), (7.173, .packedExecutable), (7.174, .encryptedExecutable),
            (7.311, .encryptedExecutable), (7.312, .encryptedOrRandom), (8, .encryptedOrRandom),
        ])
    func bands(bits: Double, band: ByteEntropy.Band) {
        #expect(ByteEntropy.Band(bits: bits) == band)
    }

    @Test("text, random bytes and nothing")
    func samples() {
        var generator = NumPyGenerator(seed: 1)
        let random = generator.integers(in: 0..<256, count: 4096).map { UInt8($0) }
        #expect(ByteEntropy(of: random).band == .encryptedOrRandom)
        #expect(ByteEntropy(of: Array("GET /index.html HTTP/1.1\r\nHost: example.org\r\n\r\n".utf8)).band == .plainText)
        #expect(ByteEntropy(of: Array(UInt8.min...UInt8.max)).bits == 8)
        #expect(ByteEntropy(of: []).bits == 0 && ByteEntropy(of: []).greatestBits == 0)
    }

    @Test("carries its size, its support and the bias that these make")
    func facts() {
        let bytes = ByteEntropy(of: [1, 1, 2, 3, 3, 3])
        #expect(bytes.count == 6 && bytes.support == 3 && abs(bytes.millerBias + 1 / (6 * log(2))) < 1e-15)
        #expect(ByteEntropy(of: []).support == 0 && ByteEntropy(of: []).millerBias == 0)
    }

    @Test("few bytes cannot look random")
    func few() {
        let bytes = ByteEntropy(of: Array(0..<100))
        #expect(bytes.bits == bytes.greatestBits && bytes.bandOfRandomBytes == .executable)
        #expect(ByteEntropy(of: Array(repeating: 7, count: 1000)).bandOfRandomBytes == .encryptedOrRandom)
    }
}
