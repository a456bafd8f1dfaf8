import NotebookDisplay
import Testing

@Suite struct PlainTextTests {
    @Test("numbers meet at the decimal point, texts at the left")
    func table() {
        let table = Table {
            Column("Port", ["ssh", "https", "x\ny"])
            Column("Share", [0.5, 12.25, nil], unit: "%")
            Column("Bytes", [1_234_567, 8, -90], format: .integer)
        }
        .captioned("Traffic by service.").limited(to: 3)
        let expected = """
            Traffic by service.
            Port   Share (%)      Bytes
            ─────  ─────────  ─────────
            ssh         0.5   1,234,567
            https      12.25          8
            x y         –           −90
            """
        #expect(PlainText.rendering(.table(table)) == expected)
    }

    @Test("numbers with ranges meet at their own decimal points")
    func ranges() {
        let lifts = [Estimate(7, low: 6.5, high: 8), Estimate(-10.25, low: -11, high: -9.5)]
        let table = Table { Column("Lift of a scan", lifts) }
        let expected = """
                  Lift of a scan
            ────────────────────
              7 (6.5 to 8)
            −10.25 (−11 to −9.5)
            """
        #expect(PlainText.rendering(.table(table)) == expected)
    }

    @Test("cut rows are counted")
    func cut() {
        let text = PlainText.rendering(.table(Table(0..<2000) { Column("n") { $0 } }.limited(to: 1)))
        #expect(text.hasSuffix("… 1,999 more rows"))
    }

    @Test("a summary is a list of names and values")
    func summary() {
        let summary = Summary {
            Item("Windows", 100)
            Item("Mean entropy", 1.3777, unit: "bits", format: .fixed(2))
        }
        #expect(PlainText.rendering(.summary(summary)) == "Windows       100\nMean entropy  1.38 bits")
    }

    @Test("bytes are listed field by field, with their places and what they say")
    func bytes() {
        let query = [0x1a, 0x2b] + Array("example.net".utf8)
        let map = ByteMap(query, "A question.") {
            ByteField("Identifier", 0..<2, part: "DNS", value: "6699")
            ByteField("Name", 2..<99, part: "DNS")
        }
        let expected = """
            A question.
            Bytes  Part  Field       Hexadecimal                       Value
            ─────  ────  ──────────  ────────────────────────────────  ───────────
            0–1    DNS   Identifier  1a 2b                             6699
            2–12   DNS   Name        65 78 61 6d 70 6c 65 2e 6e 65 74  example.net
            """
        #expect(PlainText.rendering(.bytes(map)) == expected)
    }

    @Test("a plot is its caption and a line for every mark")
    func plot() {
        let plot = Plot("Entropy over time.") {
            Line([1, 2, 3], [0.5, 4, 1], name: "entropy")
            Span(2...3, label: "Attack")
        }
        let expected = "[plot] Entropy over time.\n  entropy: 3 points from 0.5 to 4\n  Attack: 2 to 3"
        #expect(PlainText.rendering(.plot(plot)) == expected)
    }
}
