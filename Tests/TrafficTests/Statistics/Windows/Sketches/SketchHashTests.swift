import Testing

@testable import Traffic

/// The hash of a value is part of what a sketch means: it must not change between runs or versions.
///
/// The figures are of a program in Python that knows nothing but what the documentation says: SplitMix64 in whole
/// numbers, and the formula of a draw in mpmath with 30 digits.
@Suite("the hash of a sketch, and what is drawn from it")
struct SketchHashTests {
    private func hash(_ value: some SketchKey, seed: UInt64) -> UInt64 {
        var hash = SketchHash(seed: seed)
        value.mix(into: &hash)
        return hash.state
    }

    struct Words: Sendable {
        let seed: UInt64
        /// Of 0, 1, 443 and −1.
        let numbers: [UInt64]
        /// Of `dns`, `é` and nothing.
        let texts: [UInt64]
        /// Of 192.0.2.1.
        let address: UInt64
    }

    static let words = [
        Words(
            seed: 0,
            numbers: [0xa706_dd2f_4d19_7e6f, 0x08b4_fda8_c892_b50e, 0x0b4e_576a_cbfb_c688, 0x2dd8_2c88_fa32_b270],
            texts: [0x9922_b75c_8886_dbe9, 0x0b19_e23d_f07e_27cd, 0xa706_dd2f_4d19_7e6f],
            address: 0x8b63_2dbb_7a2c_e811),
        Words(
            seed: 1,
            numbers: [0x5e41_ab08_7439_611e, 0xe9fd_6049_d65a_f21e, 0x340a_aa53_c60a_6e35, 0xa562_df66_c82c_649a],
            texts: [0xf6b8_17f2_f5fc_4cd3, 0x2381_ffe7_745e_c3d7, 0x5e41_ab08_7439_611e],
            address: 0xbcaa_27ca_b89b_ab45),
        Words(
            seed: .max,
            numbers: [0x5dc2_0aa7_b2a2_7137, 0x6863_1d79_eead_940d, 0x3099_c692_59b6_d222, 0x6309_143e_67a4_7936],
            texts: [0xb995_292d_c646_e1aa, 0x2259_164e_03b2_08b2, 0x5dc2_0aa7_b2a2_7137],
            address: 0x6c07_f887_1d9c_e0d1),
    ]

    @Test("words are those of another program", arguments: words)
    func pinned(row: Words) {
        #expect([0, 1, 443, -1].map { hash($0, seed: row.seed) } == row.numbers)
        #expect(hash(UInt16(443), seed: row.seed) == row.numbers[2])
        #expect(["dns", "é", ""].map { hash($0, seed: row.seed) } == row.texts)
        #expect(hash(IPAddress(192, 0, 2, 1), seed: row.seed) == row.address)
    }

    @Test(
        "draws are those of the formula, within the error that is stated",
        arguments: [
            (0x0123_4567_89ab_cdef, 0.52236636470515124), (0x8000_0000_0000_0000, 2.6784119347880438),
            (0x7fff_ffff_8000_0000, -0.81809562539970558), (0x1000_0000_f000_0000, -1.7598110089747708),
            (0xe220_a839_7b1d_cdaf, -9.5861734869746294), (0xdead_beef_cafe_babe, -9.6946699328861599),
            (0, 4.1299946408848159), (0xffff_ffff, -21.873856958419988), (.max, -8589934636.7477139),
            (0xffff_ffff_0000_0000, -8589934610.7438623),
        ] as [(UInt64, Double)])
    func draws(word: UInt64, draw: Double) {
        let found = Double(SkewedStable.standard.units(of: word)) / Double(1 << SkewedStable.fractionBits)
        #expect(abs(found - draw) < SkewedStable.error + abs(draw) * 0x1p-40, "\(found)")
    }

    /// As no draw errs by more than is stated, neither does the mean of their exponentials, nor its logarithm.
    @Test(
        "the figure of a sketch is that of another program",
        arguments: [
            (0, [1, 1, 1, 1, 1, 1, 1, 1], 2.53014047104), (0, [100, 40, 7, 3, 1], 1.19379606976),
            (1, [1, 1, 1, 1, 1, 1, 1, 1], 3.55532600313), (1, [100, 40, 7, 3, 1], 1.57856379675),
        ] as [(UInt64, [Int], Double)])
    func figures(seed: UInt64, counts: [Int], bits: Double) throws {
        var (wide, narrow) = (
            try EntropySketch<Int>(registers: 64, seed: seed), try EntropySketch<UInt8>(registers: 64, seed: seed)
        )
        for (value, count) in counts.enumerated() {
            wide.add(value, times: count)
            narrow.add(UInt8(value), times: count)
        }
        #expect(abs(wide.bits - min(bits, Entropy.bits(of: Array(repeating: 1, count: wide.total)))) < 1.5e-4)
        #expect(wide.bits == narrow.bits)
    }
}
