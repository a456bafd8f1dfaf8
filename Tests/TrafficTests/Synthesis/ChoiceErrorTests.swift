import Testing
import Traffic

@Suite("draws that cannot be made")
struct ChoiceErrorTests {
    @Test(
        "probabilities must be a distribution over the elements",
        arguments: [
            ([0.5], "choice: 1 probabilities for 2 elements: give one for each"),
            ([0.5, .nan], "choice: probability nan at index 1 is not a number from 0 to 1"),
            ([1.5, -0.5], "choice: probability -0.5 at index 1 is not a number from 0 to 1"),
            ([0.5, 0.25], "choice: probabilities sum to 0.75, not 1: divide each by the sum"),
        ])
    func probabilities(probabilities: [Double], message: String) {
        var generator = NumPyGenerator(seed: 0)
        let error = #expect(throws: ChoiceError.self) {
            try generator.choices(of: ["a", "b"], probabilities: probabilities, count: 1)
        }
        #expect(error?.description == message)
    }

    @Test("no more different elements come than there are")
    func tooFew() {
        var generator = NumPyGenerator(seed: 0)
        let error = #expect(throws: ChoiceError.self) { try generator.sample(of: 0..<3, count: 4) }
        #expect(error == .tooFew(population: 3, asked: 4))
        #expect(error?.description.contains("4 different elements asked of 3") == true)
    }

    @Test("probabilities that miss one by rounding are accepted")
    func rounding() throws {
        var generator = NumPyGenerator(seed: 0)
        let thirds = [1.0 / 3, 1.0 / 3, 1.0 / 3 + 1e-9]
        #expect(try generator.choices(of: 0..<3, probabilities: thirds, count: 5).count == 5)
    }

    @Test("drawing nothing draws nothing", arguments: [0, 20_000])
    func nothing(population: Int) throws {
        var generator = NumPyGenerator(seed: 9)
        let untouched = generator
        #expect(try generator.sample(of: 0..<population, count: 0).isEmpty)
        #expect(generator == untouched)
    }
}
