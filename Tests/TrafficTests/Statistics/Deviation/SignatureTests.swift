import Testing
import Traffic

@Suite("signatures of anomalies")
struct SignatureTests {
    @Test(
        "what each anomaly does is recognised as it, entropies and flows alone",
        arguments: [
            // Source address, destination address, source port and destination port entropy; packets, flows, length.
            ("port scan", [-4.0, -5, 0, 9, 3, 6, -4]), ("network scan", [-4, 9, 0, -5, 3, 6, -4]),
            ("worm", [5, 9, 1, -6, 3, 7, -4]), ("distributed denial of service", [9, -8, 3, -6, 9, 8, -6]),
            ("denial of service", [-6, -6, 1, -6, 9, 0, -6]), ("flash crowd", [0.5, -5, 2, -5, 6, 6, 0]),
            ("alpha flow", [-5, -5, -5, -5, 4, 0, 6]), ("outage", [-5, -5, 0, -1, -6, -6, 0]),
            ("brute force", [-4, -4, 5, -5, 2, 6, -0.5]),
        ])
    func kinds(name: String, z: [Double]) throws {
        let matches = try SignatureMatches(of: Self.zScores(z))
        #expect(matches.best?.signature.name == name)
        let runnerUp = try #require(matches.runnerUp)
        #expect(matches.best?.similarity ?? 0 > runnerUp.similarity)
    }

    private static func zScores(_ z: [Double]) -> [TrafficDimension: Double] {
        let dimensions: [TrafficDimension] = [
            .sourceAddressEntropy, .destinationAddressEntropy, .sourcePortEntropy, .destinationPortEntropy, .packets,
            .flows, .packetLength,
        ]
        return Dictionary(uniqueKeysWithValues: zip(dimensions, z))
    }

    @Test("each signature recognises itself first, and best", arguments: TrafficSignature.known)
    func itself(signature: TrafficSignature) throws {
        let signs =
            signature.up.map { ($0, 5.0) } + signature.down.map { ($0, -5.0) } + signature.steady.map { ($0, 0.0) }
        let matches = try SignatureMatches(of: Dictionary(uniqueKeysWithValues: signs))
        let best = try #require(matches.best)
        #expect(best.signature == signature && agree(best.similarity, 1) && agree(best.strength, 5))
        #expect(best.coverage == 1)
    }

    @Test("dimensions are named once, and no two signatures say the same")
    func table() {
        for signature in TrafficSignature.known {
            let all = signature.up + signature.down + signature.steady
            #expect(Set(all).count == all.count && !signature.source.isEmpty && !signature.meaning.isEmpty)
        }
        #expect(Set(TrafficSignature.known.map(\.name)).count == TrafficSignature.known.count)
        #expect(Set(TrafficSignature.known.map { [Set($0.up), Set($0.down)] }).count == TrafficSignature.known.count)
    }

    @Test("similarity is the cosine, strength the mean movement")
    func figures() throws {
        let signature = TrafficSignature(
            name: "s", meaning: "m", source: "t", up: ["a", "b"], down: ["c"], steady: ["d"])
        let matches = try SignatureMatches(of: ["a": 3, "c": -4, "d": 1, "e": 99], among: [signature], similarity: -1)
        let match = try #require(matches.best)
        #expect(agree(match.similarity, 7 / (26.0.squareRoot() * 2.0.squareRoot())))
        #expect(agree(match.strength, 3.5) && agree(match.coverage, 2.0 / 3) && matches.runnerUp == nil)
    }

    @Test(
        "nothing matches what is small, contrary, hardly known or no number",
        arguments: [
            [:], [.destinationPortEntropy: 0.5, .destinationAddressEntropy: -0.5, .sourceAddressEntropy: -0.5],
            [.destinationPortEntropy: 9], ["my own": 9], [.packets: .nan, .bytes: .infinity],
            [.packets: 0, .flows: 0, .bytes: 0],
        ] as [[TrafficDimension: Double]])
    func nothing(zScores: [TrafficDimension: Double]) throws {
        #expect(try SignatureMatches(of: zScores).best == nil)
    }

    @Test("a score names its signature")
    func score() throws {
        let past = (Int64(0)..<100).map { minute in
            let wave = Double(minute % 10) / 10
            return Snapshot(
                [
                    .destinationPortEntropy: 3 + wave, .destinationAddressEntropy: 4 - wave * wave,
                    .sourceAddressEntropy: 4 + wave,
                ],
                at: Timestamp(seconds: minute * 60, nanoseconds: 0))
        }
        let scan = Snapshot(
            [.destinationPortEntropy: 9, .destinationAddressEntropy: 1, .sourceAddressEntropy: 2],
            at: Timestamp(seconds: 6000, nanoseconds: 0))
        let matches = try DeviationModel(fitting: past).score(of: scan).signatures()
        #expect(matches.best?.signature.name == "port scan")
    }

    @Test("limits out of range are refused")
    func errors() {
        #expect(throws: StatisticsError.self) { try SignatureMatches(of: [:], similarity: 2) }
        #expect(throws: StatisticsError.self) { try SignatureMatches(of: [:], strength: .nan) }
        #expect(throws: StatisticsError.self) { try SignatureMatches(of: [:], coverage: -1) }
        #expect((try? SignatureMatches(of: [:], among: []))?.ranked.isEmpty == true)
    }
}
