import Foundation
import Testing
import Traffic

@Suite("NDJSON")
struct NDJSONEncoderTests {
    @Test("any text reads back as it was")
    func texts() throws {
        let values = try read(Sample.texts.map(FieldValue.text), name: "na\"me\n")
        #expect(values.map { $0["na\"me\n"] as? String } == Sample.texts)
    }

    @Test("numbers read back as the same number")
    func numbers() throws {
        let values = try read(Sample.numbers.map(FieldValue.real)).map { $0["x"] as? Double }
        #expect(values == Sample.numbers)
        #expect(try read(Sample.integers.map(FieldValue.integer)).map { $0["x"] as? Int } == Sample.integers)
    }

    @Test(
        "what is missing or not finite is null",
        arguments: [FieldValue.missing, .real(.nan), .real(.infinity), .real(-.infinity)])
    func missing(value: FieldValue) throws {
        #expect(try read([value]).first?["x"] is NSNull)
    }

    @Test("truth, addresses and times have JSON's types")
    func types() throws {
        #expect(try read([.boolean(true)]).first?["x"] as? Bool == true)
        #expect(try read([.address(IPAddress(192, 0, 2, 1))]).first?["x"] as? String == "192.0.2.1")
        #expect(try read([.span(nanoseconds: 1_500_000_000)]).first?["x"] as? Double == 1.5)
    }

    @Test("every flow of every profile is an object with all columns", arguments: Profile<Flow>.all.map(\.name))
    func flows(name: String) throws {
        let profile = try #require(Profile<Flow>.named(name))
        let text = String(decoding: NDJSONEncoder(profile).encoded(Talk.withPauses.packets.flows()), as: UTF8.self)
        for line in text.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?.keys.sorted() == profile.columns.map(\.name).sorted())
        }
    }

    private func read(_ values: [FieldValue], name: String = "x") throws -> [[String: Any]] {
        let bytes = NDJSONEncoder(Sample.profile(name)).encoded(values)
        return try bytes.split(separator: 10).compactMap {
            try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
        }
    }
}
