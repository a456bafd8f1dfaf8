import Testing
import Traffic

@Suite("Profiles")
struct ProfileTests {
    @Test("name each column once, with a unit only where there are numbers", arguments: Profile<Flow>.all.map(\.name))
    func columns(name: String) throws {
        let profile = try #require(Profile<Flow>.named(name))
        #expect(Set(profile.columns.map(\.name)).count == profile.columns.count)
        for column in profile.columns {
            #expect(column.meaning.hasSuffix("."), "\(column.name)")
            #expect(column.unit.isEmpty || column.type.isNumeric || column.type == .list, "\(column.name)")
        }
    }

    @Test("give values of the type the column names", arguments: Profile<Flow>.all.map(\.name))
    func types(name: String) throws {
        let profile = try #require(Profile<Flow>.named(name))
        var options = FlowOptions()
        profile.configure(&options)
        for flow in Talk.withPauses.packets.flows(options) {
            for column in profile.columns { #expect(fits(column.value(of: flow), column.type), "\(column.name)") }
        }
    }

    @Test("are found by their names, and not by others")
    func named() {
        #expect(Profile<Flow>.all.map(\.name) == ["flowbook", "nfstream", "zeek", "cicflowmeter", "loopback"])
        #expect(Profile<Flow>.named("argus") == nil)
    }

    @Test("can be cut down to some columns, in any order")
    func selecting() {
        let profile = Profile<Flow>.flowbook.selecting(["both_packets", "initiator_address"])
        #expect(profile.columns.map(\.name) == ["both_packets", "initiator_address"])
    }

    @Test("take columns that a notebook defines")
    func ownColumns() throws {
        let column = Profile<Flow>.Column("asymmetry", .real, "Bytes forward over all bytes.") {
            .real(Double($0.forward.linkBytes) / Double($0.both.linkBytes))
        }
        let numbered = Profile<Flow>.Column("number", .count, "The row.", inContext: { .integer($1.ordinal + 1) })
        let encoder = CSVEncoder(Profile("own", summary: "", columns: [column, numbered]))
        let text = String(decoding: encoder.encoded(Talk.withPauses.packets.flows()), as: UTF8.self)
        // Forward 5 × 34 + 120 + 350 bytes, backward 6 × 34 + 120 + 4000.
        #expect(text == "asymmetry,number\r\n\(640.0 / (640 + 4324)),1\r\n")
    }

    @Test("Zeek's and our own figures of a conversation")
    func figures() throws {
        let expected: [(profile: String, column: String, value: FieldValue)] = [
            ("flowbook", "initiator_port", .integer(40000)), ("flowbook", "both_packets", .integer(11)),
            ("flowbook", "forward_link_bytes", .integer(640)), ("flowbook", "backward_payload_bytes", .integer(4000)),
            ("flowbook", "forward_header_bytes", .integer(120)), ("flowbook", "end", .text("end of capture")),
            ("flowbook", "both_duration_s", .span(nanoseconds: 9_080_000_000)),
            ("flowbook", "both_gap_max_s", .span(nanoseconds: 7_000_000_000)),
            ("flowbook", "backward_syn_packets", .integer(1)), ("flowbook", "vlans", .missing),
            ("zeek", "id.orig_h", .address(Talk.client)), ("zeek", "id.resp_p", .integer(443)),
            ("zeek", "proto", .text("tcp")), ("zeek", "duration", .span(nanoseconds: 9_080_000_000)),
            ("zeek", "orig_ip_bytes", .integer(570)), ("zeek", "resp_ip_bytes", .integer(4240)),
            ("zeek", "local_orig", .boolean(true)), ("zeek", "service", .missing),
        ]
        for (name, column, value) in expected {
            let profile = try #require(Profile<Flow>.named(name))
            var options = FlowOptions()
            profile.configure(&options)
            let flow = try #require(Talk.withPauses.packets.flows(options).first)
            #expect(profile.columns.first { $0.name == column }?.value(of: flow) == value, "\(column)")
        }
    }

    private func fits(_ value: FieldValue, _ type: FieldType) -> Bool {
        switch (value, type) {
        case (.missing, _), (.boolean, .boolean), (.real, .real), (.span, .span), (.time, .time): true
        case (.integer(let number), .count): number >= 0
        case (.integer, .integer), (.integer, .port), (.address, .address): true
        case (.text, .text), (.text, .word), (.text, .list): true
        default: false
        }
    }
}
