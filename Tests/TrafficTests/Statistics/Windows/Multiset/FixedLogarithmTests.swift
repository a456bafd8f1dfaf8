import Testing

@testable import Traffic

@Suite("logarithms in whole numbers")
struct FixedLogarithmTests {
    private let logarithm = FixedLogarithm.base2

    /// The floor of log2(n) · 2⁵⁶, from Python's decimal with 80 digits.
    @Test(
        "a logarithm is at most the true one, and less than two units below it",
        arguments: [
            (1, 0), (2, 72_057_594_037_927_936), (3, 114_208_584_442_304_135), (5, 167_312_552_046_652_971),
            (7, 202_291_241_294_005_659), (1000, 718_110_438_253_742_723), (16_383, 1_008_799_971_297_456_805),
            (16_384, 1_008_806_316_530_991_104), (16_385, 1_008_812_661_377_254_900),
            (24_577, 1_050_961_536_875_903_639), (65_535, 1_152_919_918_334_771_857),
            (65_537, 1_152_923_090_854_717_688), (1_000_000, 1_436_220_876_507_485_447),
            (1_000_000_007, 2_154_331_315_488_928_104), (1_099_511_627_775, 2_882_303_761_517_022_891),
            (1_099_511_627_777, 2_882_303_761_517_211_988), (1_000_000_000_000_037, 3_590_552_191_268_717_466),
            (4_611_686_018_427_396_097, 4_467_570_830_351_532_216), (.max, 4_539_628_424_389_459_967),
        ] as [(Int, UInt64)])
    func published(number: Int, floor: UInt64) {
        let found = logarithm(number)
        #expect(found <= floor && floor - found <= 1, "\(number): \(found)")
    }

    @Test("doubling adds one, exactly, across the end of the table")
    func doubling() {
        for number in [1, 3, 8191, 8193, 12_345, 16_383, 1_000_003] {
            for power in 0..<40 {
                #expect(logarithm(number << power) == logarithm(number) + UInt64(power) << 56, "\(number) \(power)")
            }
        }
    }

    @Test("rises are the differences of what they lead to")
    func rises() {
        for count in Array(0..<300) + Array(16_300..<16_500) + [1 << 40, .max - 1] {
            #expect(logarithm.rise(from: count) == logarithm.weighted(count + 1) - logarithm.weighted(count))
            #expect(logarithm.rise(from: count) >= 0)
        }
    }
}
