import Testing
import Traffic

@Suite("effective support")
struct EffectiveSupportTests {
    static let alike = [1, 2, 3, 7, 100]

    @Test("values that occur alike count one each", arguments: alike)
    func uniform(support: Int) {
        let effective = Entropy.effectiveSupport(of: repeatElement(5, count: support))
        #expect(abs(effective - Double(support)) < 1e-12 * Double(support))
    }

    @Test("uneven values count less than they are")
    func uneven() {
        // (1/2)^-(1/2) · (1/4)^-(1/4) · (1/8)^-(1/8) twice is 2^1.75.
        #expect(abs(Entropy.effectiveSupport(of: [8, 4, 2, 2]) - 3.363585661014858) < 1e-12)
    }

    @Test("nothing counted leaves one")
    func empty() {
        #expect(Entropy.effectiveSupport(of: []) == 1)
        #expect(Entropy.effectiveSupport(of: [0, 0]) == 1)
    }
}
