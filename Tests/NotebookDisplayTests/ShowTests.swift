import Foundation
import NotebookDisplay
import Testing

@Suite(.serialized) struct ShowTests {
    struct Point { var x = 1 }

    @Test("anything has an output")
    func outputs() {
        #expect(Shown.outputs(of: 42) == [.text("42")])
        #expect(Shown.outputs(of: "two\nlines") == [.text("two\nlines")])
        #expect(Shown.outputs(of: Int?.none as Any) == [.text("nil")])
        #expect(Shown.outputs(of: Optional(Optional(7)) as Any) == [.text("7")])
        #expect(Shown.outputs(of: [Int]()) == [.text("[]")])
        #expect(Shown.outputs(of: Point()) == [.text("Point(x: 1)")])
        #expect(Shown.outputs(of: Optional(Markdown("*a*")) as Any) == [.markdown("*a*")])
        #expect(Shown.outputs(of: [Formula("a"), Formula("b")]) == [.formula("a"), .formula("b")])
        #expect(Shown.outputs(of: [Markdown("a"), RawHTML("b")] as [any Displayable]) == [.markdown("a"), .html("b")])
    }

    @Test("a long text says how many characters are missing")
    func longText() {
        guard case .text(let text) = Shown.outputs(of: String(repeating: "é", count: 100_321))[0] else { return }
        #expect(text.hasSuffix("…\n[321 more characters are not shown]"))
    }

    @Test("oversized markup and pictures give way to a sentence")
    func oversized() {
        let html = Shown.outputs(of: RawHTML(String(repeating: "x", count: 2_000_001)))
        #expect(html == [.text("[HTML not shown: 2.00 MB exceed the budget of 2.00 MB; make it smaller]")])
        let picture = Picture([UInt8](repeating: 0, count: 5_000_000), mediaType: "image/png", alternative: "x")
        #expect(
            Shown.outputs(of: picture) == [
                .text("[picture not shown: 5.00 MB exceed the budget of 4.00 MB; make it smaller]")
            ])
    }

    @Test("with a runner listening, values arrive as frames")
    func frames() throws {
        var ends: [Int32] = [-1, -1]
        #expect(socketpair(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0, &ends) == 0)
        #expect(dup2(ends[1], FrameChannel.descriptor) == FrameChannel.descriptor)
        defer { for end in ends + [FrameChannel.descriptor] { close(end) } }
        show([1, 2])
        _cellValue(())
        _cellValue(Samples.table)
        _proseValue(3, 0.125, format: .percent(1))
        _proseValue(4, Double?.none)
        let received = try (0..<4).map { _ in try Frame(bytes: datagram(ends[0])) }
        #expect(
            received == [
                .output(.text("[1, 2]")), .output(.table(Samples.table)), .prose(slot: 3, text: "12.5%"),
                .prose(slot: 4, text: "–"),
            ])
        var rest: UInt8 = 0
        #expect(recv(ends[0], &rest, 1, Int32(MSG_DONTWAIT)) < 0, "a void value shows nothing")
    }

    private func datagram(_ socket: Int32) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return Array(buffer[1..<max(count, 1)])
    }
}
