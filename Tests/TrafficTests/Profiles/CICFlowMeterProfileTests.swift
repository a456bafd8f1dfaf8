import Testing
import Traffic

/// CICFlowMeter's columns of packets made by hand; the figures are worked out with pencil and paper.
@Suite("Flows as CICFlowMeter names them")
struct CICFlowMeterProfileTests {
    static let numbers: [(column: String, value: Double)] = [
        ("Src Port", 40000), ("Dst Port", 443), ("Protocol", 6), ("Flow Duration", 9_080_000),
        ("Total Fwd Packet", 5), ("Total Bwd packets", 6),
        ("Total Length of Fwd Packet", 350), ("Total Length of Bwd Packet", 4000),
        ("Fwd Packet Length Max", 200), ("Fwd Packet Length Min", 0), ("Fwd Packet Length Mean", 70),
        ("Fwd Packet Length Std", 7000.0.squareRoot()),
        ("Bwd Packet Length Max", 1000), ("Bwd Packet Length Mean", 2000.0 / 3),
        ("Bwd Packet Length Std", (800_000.0 / 3).squareRoot()),
        ("Flow Bytes/s", 4350 / 9.08), ("Flow Packets/s", 11 / 9.08),
        ("Flow IAT Mean", 908_000), ("Flow IAT Max", 7_000_000), ("Flow IAT Min", 10_000),
        ("Fwd IAT Total", 9_070_000), ("Fwd IAT Mean", 2_267_500), ("Fwd IAT Max", 7_000_000), ("Fwd IAT Min", 10_000),
        ("Bwd IAT Total", 9_070_000), ("Bwd IAT Mean", 1_814_000), ("Bwd IAT Max", 9_010_000), ("Bwd IAT Min", 10_000),
        ("Fwd PSH Flags", 2), ("Bwd PSH Flags", 1), ("Fwd URG Flags", 0), ("Bwd URG Flags", 0),
        ("Fwd Header Length", 120), ("Bwd Header Length", 120),
        ("Fwd Packets/s", 5 / 9.08), ("Bwd Packets/s", 6 / 9.08),
        ("Packet Length Min", 0), ("Packet Length Max", 1000), ("Packet Length Mean", 4350.0 / 11),
        ("FIN Flag Count", 0), ("SYN Flag Count", 2), ("RST Flag Count", 0), ("PSH Flag Count", 3),
        ("ACK Flag Count", 10), ("URG Flag Count", 0), ("CWR Flag Count", 0), ("ECE Flag Count", 0),
        ("Down/Up Ratio", 1.2), ("Average Packet Size", 4350.0 / 11), ("Fwd Segment Size Avg", 70),
        ("Bwd Segment Size Avg", 2000.0 / 3),
        ("Fwd Bytes/Bulk Avg", 0), ("Fwd Packet/Bulk Avg", 0), ("Fwd Bulk Rate Avg", 0),
        ("Bwd Bytes/Bulk Avg", 4000), ("Bwd Packet/Bulk Avg", 4), ("Bwd Bulk Rate Avg", 4000 / 0.03),
        ("Subflow Fwd Packets", 5.0 / 3), ("Subflow Fwd Bytes", 350.0 / 3), ("Subflow Bwd Packets", 2),
        ("Subflow Bwd Bytes", 4000.0 / 3),
        ("Fwd Act Data Pkts", 3), ("Fwd Seg Size Min", 20),
        ("Active Mean", 1_040_000), ("Active Std", 2_060_000 / 2.0.squareRoot()), ("Active Max", 2_070_000),
        ("Active Min", 10_000),
        ("Idle Mean", 7_000_000), ("Idle Std", 0), ("Idle Max", 7_000_000), ("Idle Min", 7_000_000),
    ]

    @Test("have the figures that their names promise", arguments: numbers)
    func figures(column: String, value: Double) throws {
        let number = try #require(try Self.value(column, .withPauses).number)
        #expect(abs(number - value) <= 1e-9 * max(abs(value), 1))
    }

    @Test("are named and dated")
    func words() throws {
        #expect(try Self.value("Flow ID", .withPauses) == .text("192.0.2.1-198.51.100.7-40000-443-6"))
        #expect(try Self.value("Timestamp", .withPauses) == .text("1970-01-01T00:00:00.000000Z"))
        #expect(try Self.value("Label", .withPauses) == .text("NeedManualLabel"))
    }

    @Test("have 84 columns, each name once")
    func names() {
        let names = Profile<Flow>.cicflowmeter.columns.map(\.name)
        #expect(names.count == 84)
        #expect(Set(names).count == 84)
        #expect(names.first == "Flow ID")
        #expect(names.last == "Label")
    }

    @Test("a flow of one packet has numbers everywhere, and none that is not finite")
    func single() throws {
        var talk = Talk()
        talk.ask(0, .syn)
        let flow = try #require(Self.flows(talk).first)
        for column in Profile<Flow>.cicflowmeter.columns {
            let value = column.value(of: flow)
            #expect(value != .missing)
            #expect(value.number?.isFinite ?? true)
        }
    }

    @Test("the last ACK of a close is no flow of its own")
    func close() {
        var talk = Talk()
        talk.ask(0, .syn)
        talk.answer(1, [.syn, .ack])
        talk.ask(2, [.fin, .ack])
        talk.answer(3, [.fin, .ack])
        talk.ask(4)
        #expect(Self.flows(talk).count == 1)
    }

    @Test("a flow older than 120 s is another flow at its next packet")
    func timeout() {
        var talk = Talk()
        for time in [0.0, 119_999, 120_000] { talk.ask(time) }
        #expect(Self.flows(talk).map(\.both.packets).sorted() == [1, 2])
    }

    private static func flows(_ talk: Talk) -> [Flow] {
        var options = FlowOptions()
        Profile.cicflowmeter.configure(&options)
        return talk.packets.flows(options)
    }

    private static func value(_ name: String, _ talk: Talk) throws -> FieldValue {
        let flow = try #require(flows(talk).first)
        let column = try #require(Profile<Flow>.cicflowmeter.columns.first { $0.name == name })
        return column.value(of: flow)
    }
}
