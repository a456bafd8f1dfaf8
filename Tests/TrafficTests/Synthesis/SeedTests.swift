import Testing
import Traffic

@Suite("Seeds")
struct SeedTests {
    @Test("a negative one ends the program with words that say what to give")
    func negative() async throws {
        let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let number = -1
            _ = Seed(number)
        }
        let text = String(decoding: try #require(ended).standardErrorContent, as: UTF8.self)
        #expect(text.contains("Fatal error: a seed is never negative, but this one is -1: give 0 or any larger"))
    }
}
