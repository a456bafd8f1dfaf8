import TestSupport
import Testing

@testable import Traffic

@Suite("hostile flow keys and the seed of their hash")
struct FlowHashTests {
    private static let count = 20_000
    private static let seeds: [UInt64] = [0x1234_5678_9abc_def1, 0xfeed_f00d_0bad_cafe, 3]

    /// Keys of one network, whose upper half equals a constant of the hash: without a seed a factor of a product is
    /// zero for every host of it, and so is the product.
    private static let ofOneNetwork: [[FlowKey]] = [
        (0..<count).map { key(0x9e37_79b9_7f4a_7c15, UInt64($0), 0xffff << 48, 1) },
        (0..<count).map { key(1, 1, 0xaef1_7502_108e_f2d9, UInt64($0)) },
    ]

    private static func key(_ lowHigh: UInt64, _ lowLow: UInt64, _ highHigh: UInt64, _ highLow: UInt64) -> FlowKey {
        FlowKey(
            lowAddressHigh: lowHigh, lowAddressLow: lowLow, highAddressHigh: highHigh, highAddressLow: highLow,
            ports: 40_000 << 48 | 443 << 32, traits: 6 << 56 | FlowKey.versionSix)
    }

    /// Version 4 keys with one and the same start in an index of 1024 times 64 places, found by trying: without a seed
    /// every 65 536th key is one.
    private static let found: [FlowKey] = {
        var random = SplitMix(seed: 1)
        var keys: [FlowKey] = []
        while keys.count < 200 {
            let key = FlowKey(
                lowAddressHigh: 0, lowAddressLow: random.next() >> 40, highAddressHigh: 0, highAddressLow: 0xc000_0201,
                ports: (random.next() & 0xffff) << 48 | 443 << 32, traits: 6 << 56)
            if key.hash(seed: 0) & 0xffff == 0 { keys.append(key) }
        }
        return keys
    }()

    @Test("a network chosen to collide does so without a seed, and with none it was not chosen for", arguments: 0..<2)
    func network(which: Int) {
        let keys = Self.ofOneNetwork[which]
        #expect(Set(keys.map { $0.hash(seed: 0) }).count == 1)
        for seed in Self.seeds {
            #expect(Set(keys.map { $0.hash(seed: seed) }).count > Self.count - 10, "seed \(seed)")
        }
    }

    @Test("keys found to share one place without a seed are spread by any")
    func place() {
        #expect(Self.found.allSatisfy { $0.hash(seed: 0) & 0xffff == 0 })
        for seed in Self.seeds {
            #expect(Set(Self.found.map { $0.hash(seed: seed) & 0xffff }).count > 190, "seed \(seed)")
        }
    }

    @Test("options that name no seed have one that nobody could have chosen addresses for")
    func byDefault() {
        let seed = FlowOptions().hashSeed
        for keys in Self.ofOneNetwork {
            #expect(Set(keys.map { $0.hash(seed: seed) }).count > Self.count - 10)
        }
        #expect(Set(Self.found.map { $0.hash(seed: seed) & 0xffff }).count > 190)
        #expect(FlowOptions() == FlowOptions(), "equal options are equal, their seed included")
    }

    @Test("the seed changes no flow and not their order", arguments: FlowHashOptions.all)
    func flows(_ wish: FlowHashOptions) {
        let packets = RandomTraffic(seed: 5).packets(count: 3000)
        var options = wish.options
        options.hashSeed = 0
        let expected = packets.flows(options)
        for seed in Self.seeds {
            options.hashSeed = seed
            #expect(packets.flows(options) == expected, "seed \(seed)")
        }
    }
}

/// Options under which flows end for different reasons, and more is kept of them.
struct FlowHashOptions: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let options: FlowOptions

    private init(_ description: String, _ change: (inout FlowOptions) -> Void) {
        var options = FlowOptions()
        change(&options)
        testDescription = description
        self.options = options
    }

    static let all = [
        FlowHashOptions("idle flows end") { $0.idleTimeout = .milliseconds(400) },
        FlowHashOptions("flows are driven out") { $0.capacity = 7 },
        FlowHashOptions("each direction by itself, all noted") {
            $0.isUnidirectional = true
            $0.firstPackets = 4
            $0.measuresActivity = true
        },
    ]
}
