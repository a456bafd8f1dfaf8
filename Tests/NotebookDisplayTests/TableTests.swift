import NotebookDisplay
import Testing

@Suite struct TableTests {
    struct Flow {
        var port: Int
        var bytes: UInt64
        var service: String?
        var seconds = 2.0
    }

    let flows = [
        Flow(port: 443, bytes: 1200, service: "https"), Flow(port: 22, bytes: 80, service: "ssh"),
        Flow(port: 61_000, bytes: 900, service: nil),
    ]

    @Test("rows come from any sequence, columns from key paths, closures and values at hand")
    func building() {
        let table = Table(flows) {
            Column("Rank", 1...3)
            Column("Port", \.port)
            Column("Service", \.service)
            Column("Rate", unit: "B/s", format: .fixed(1)) { Double($0.bytes) / $0.seconds }
        }
        #expect(table.columns.map(\.title) == ["Rank", "Port", "Service", "Rate"])
        #expect(table.columns[1].values == [.integer(443), .integer(22), .integer(61_000)])
        #expect(table.columns[2].values == [.text("https"), .text("ssh"), .missing])
        #expect(table.columns[3].texts == ["600.0", "40.0", "450.0"])
        #expect(table.columns[3].heading == "Rate (B/s)")
        #expect(table.columns.map(\.isNumeric) == [true, true, false, true])
    }

    @Test("shorter columns end in missing values")
    func padding() {
        let table = Table(["a": [1, 2, 3], "b": [4]])
        #expect(table.columns[1].values == [.integer(4), .missing, .missing])
    }

    @Test("a dictionary is shown in the order of its keys")
    func dictionary() {
        let table = Table([443: 7, 22: 9, 80: 8], key: "Port", value: "Flows")
        #expect(table.columns[0].texts == ["22", "80", "443"])
        #expect(table.columns[1].texts == ["9", "8", "7"])
    }

    @Test("rows beyond the budget are counted")
    func budget() {
        let table = Table(0..<25_000) { Column("n") { $0 } }
        #expect(table.rowCount == 10_000)
        #expect(table.rowsCut == 15_000)
        #expect(table.limited(to: 10).rowsCut == 24_990)
        #expect(table.limited(to: -1).rowCount == 0)
    }

    @Test("sorting is stable and puts missing values last", arguments: [Table.Order.ascending, .descending])
    func sorting(order: Table.Order) {
        let table = Table(["key": [2, nil, 1, 2, 3.5], "place": [0, 1, 2, 3, 4]]).sorted(by: "key", order)
        let expected = order == .ascending ? ["2", "0", "3", "4", "1"] : ["4", "0", "3", "2", "1"]
        #expect(table.columns[1].texts == expected)
        #expect(table.sorted(by: "nothing") == table)
    }

    @Test("estimates are numbers: they are written with their ranges, and sorted by themselves")
    func estimates() {
        let lifts = [Estimate(10, low: 9.5, high: 12.25), Estimate(-1.5, low: -2, high: .nan)]
        let table = Table(["lift": lifts.map { $0 } + [nil], "place": [0, 1, 2]] as KeyValuePairs<String, [Any?]>)
        #expect(table.columns[0].isNumeric)
        #expect(table.columns[0].texts == ["10 (9.5 to 12.25)", "−1.5 (−2 to –)", "–"])
        #expect(table.sorted(by: "lift").columns[1].texts == ["1", "0", "2"])
    }

    @Test("values of any type have a place in a table")
    func values() {
        enum Verdict { case benign }
        #expect(Table.Value(describing: Verdict.benign) == .text("benign"))
        #expect(Table.Value(describing: UInt64.max) == .number(18_446_744_073_709_551_616))
        #expect(Table.Value(describing: Double.nan) == .missing)
        #expect(Table.Value(describing: Optional(Optional(5))) == .integer(5))
        #expect(Table.Value(describing: true) == .flag(true))
        #expect(Table.Value(describing: Estimate(1, low: 0, high: 2)) == .estimate(Estimate(1, low: 0, high: 2)))
        #expect(Table.Value(describing: Estimate(.nan, low: 0, high: 2)) == .missing)
        #expect(Table.Value(describing: String(repeating: "x", count: 5000)).text().count == 2001)
    }
}
