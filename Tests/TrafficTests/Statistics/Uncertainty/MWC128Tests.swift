import Testing

@testable import Traffic

@Suite("the generator MWC128")
struct MWC128Tests {
    /// A prime, and so is half of what is below it.
    static let modulus = UInt128(0xffeb_b71d_94fc_daf9) << 64 - 1

    struct Outputs: Sendable {
        let state: UInt64
        let carry: UInt64
        let first: [UInt64]
        let thousandth: UInt64
    }

    // z = carry << 64 | state; x = z * pow(a, k, a * 2**64 - 1) % (a * 2**64 - 1) % 2**64 of Python for k = 0, 1, 2, 3
    // and 1000, with a = 0xffebb71d94fcdaf9; outputs are (x ^ x << 32) % 2**64.
    static let outputs = [
        Outputs(
            state: 1, carry: 1,
            first: [0x1_0000_0001, 0x6b17_6de7_94fc_dafa, 0xfea1_495d_5281_e12a, 0xadf6_e54d_6984_58bd],
            thousandth: 0xcf3a_24c6_f346_4235),
        Outputs(
            state: 0x0123_4567_89ab_cdef, carry: 0x0fed_cba9_8765_4321,
            first: [
                0x8888_8888_89ab_cdef, 0x45c8_6b42_a022_1698, 0x56c0_0288_1678_50a4, 0xe0e4_f475_ffab_3dcc,
            ],
            thousandth: 0x4581_5988_e858_850c),
    ]

    @Test("gives the powers of its multiplier modulo its prime", arguments: outputs)
    func powers(row: Outputs) {
        var generator = MWC128(state: row.state, carry: row.carry)
        let words = (0...1000).map { _ in generator.next() }
        #expect(Array(words.prefix(4)) == row.first && words[1000] == row.thousandth)
    }

    /// Multiplies by doubling and adding, never beyond the modulus.
    private func product(_ factor: UInt64, _ number: UInt128) -> UInt128 {
        func sum(_ one: UInt128, _ other: UInt128) -> UInt128 {
            one >= Self.modulus - other ? one - (Self.modulus - other) : one + other
        }
        return (0..<64).reversed().reduce(UInt128(0)) { result, bit in
            let doubled = sum(result, result)
            return factor >> UInt64(bit) & 1 == 1 ? sum(doubled, number) : doubled
        }
    }

    @Test("is a Lehmer generator from wherever it starts")
    func lehmer() {
        for seed in 0..<20 {
            var bits = PCG64(SeedSequence(Seed(seed)))
            var generator = MWC128(from: bits)
            var number = UInt128(bits.next())
            number |= UInt128(bits.next() >> 1 | 1) << 64
            for _ in 0..<50 {
                let low = UInt64(truncatingIfNeeded: number)
                #expect(generator.next() == low ^ low << 32)
                number = product(0xffeb_b71d_94fc_daf9, number)
            }
        }
    }

    @Test("sets every bit half of the time, whatever the bits beside it and the same bit before")
    func bits() {
        var generator = MWC128(from: PCG64(SeedSequence(47)))
        let words = (0..<20_001).map { _ in generator.next() }
        /// How many standard deviations off half of 20,000.
        func distance(_ word: (Int) -> UInt64, _ bit: Int) -> Double {
            let set = (0..<20_000).count { word($0) >> UInt64(bit) & 1 == 1 }
            return abs(Double(set) - 10_000) / 5_000.0.squareRoot()
        }
        for bit in 0..<64 {
            #expect(distance({ words[$0] }, bit) < 4.5)
            #expect(distance({ words[$0] ^ words[$0] << 1 }, bit) < 4.5)
            #expect(distance({ words[$0] ^ words[$0 + 1] }, bit) < 4.5)
        }
    }
}
