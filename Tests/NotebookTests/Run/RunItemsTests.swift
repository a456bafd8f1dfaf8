import NotebookDisplay
import Testing

@testable import Notebook

@Suite struct RunItemsTests {
    @Test("outputs come back from their frames, and damaged frames are told")
    func outputs() throws {
        let frame = Frame.output(.text("6")).bytes
        #expect(RunItems([.frame(frame)]).items == [.output(.text("6"))])
        #expect(throws: Never.self) { try Frame(bytes: frame) }
        #expect(RunItems([.frame(frame.dropLast())]).items == [.cut("an output of 4 bytes could not be read")])
        #expect(RunItems([.cut(.damaged(bytes: 1))]).items == [.cut("an output of 1 byte could not be read")])
        let stray = Frame.prose(slot: -1, text: "6").bytes
        #expect(RunItems([.frame(stray)]).items == [.cut("an output of \(stray.count) bytes could not be read")])
    }
}
