import Testing
import Traffic

@Suite("All that is measured of a flow")
struct FlowbookProfileTests {
    @Test("the first packets are listed where the options ask for them")
    func firstPackets() throws {
        var options = FlowOptions()
        options.firstPackets = 4
        let flow = try #require(Talk.withPauses.packets.flows(options).first)
        #expect(value("first_sizes", flow) == .text("74 -54 54 154"))
        #expect(value("first_gaps_s", flow) == .text("0 0.01 0.01 0.01"))
    }

    @Test("what was not asked for is missing")
    func unasked() throws {
        let flow = try #require(Talk.withPauses.packets.flows().first)
        for name in ["first_sizes", "source_hardware", "subflows", "active_mean_s", "both_payload_entropy"] {
            #expect(value(name, flow) == .missing)
        }
    }

    @Test("activity is there where it was measured")
    func activity() throws {
        var options = FlowOptions()
        options.measuresActivity = true
        let flow = try #require(Talk.withPauses.packets.flows(options).first)
        #expect(value("subflows", flow) == .integer(3))
        #expect(value("backward_bulks", flow) == .integer(1))
        #expect(value("active_mean_s", flow) == .real(1.04))
        #expect(value("idle_mean_s", flow) == .real(7))
    }

    @Test("every figure of the packets is told for both ways and for each")
    func scopes() {
        let names = Profile<Flow>.flowbook.columns.map(\.name)
        let both = names.filter { $0.hasPrefix("both_") && !$0.contains("entropy") }.map { $0.dropFirst(5) }
        for scope in ["forward_", "backward_"] { #expect(both.allSatisfy { names.contains(scope + $0) }) }
    }

    private func value(_ name: String, _ flow: Flow) -> FieldValue? {
        Profile<Flow>.flowbook.columns.first { $0.name == name }?.value(of: flow)
    }
}
