internal import Glibc

/// The entropy of very many different values, in memory that does not grow with them, and with a bound of its error.
///
///     var sources = try EntropySketch<IPAddress>(error: 0.1, risk: 0.01)
///     for packet in packets { packet.source.map { sources.add($0) } }
///     sources.bits            // with 99 % probability within 0.1 bits of the plug-in entropy
///     sources.memory          // bytes
///
/// Each of *k* registers holds Σ *cᵢXᵢⱼ*, where *Xᵢⱼ* is a draw of a skewed stable distribution that belongs to the
/// value and the register (``SkewedStable``), made from a seeded hash of the value. A register over the total is
/// distributed like *X* less the entropy in nats; the estimate is −ln of the mean of their exponentials. It errs by
/// √(3/*k*) nats, whatever the entropy, and is too high by 3/2*k* on average; the bound is proved (``SketchBound``) for
/// a hash that is as good as random, which nobody makes keys against who does not know the seed. Values rarer than one
/// in 10⁹ are told from no others.
///
/// Registers are whole numbers, so that a sketch does not depend on the order of observations, and merging two is the
/// same as having counted everything in one, to the last bit.
/// Source: P. Clifford and I. A. Cosma, A simple sketching algorithm for entropy estimation over streaming data,
/// AISTATS 2013.
/// - Complexity: O(*k*) for a value that was not among the latest 4,096 different ones, O(1) for the others.
public struct EntropySketch<Value: SketchKey>: Sendable {
    /// The number of observations.
    public private(set) var total = 0
    /// What the hash starts from. Only sketches of the same seed can be merged.
    public let seed: UInt64
    private var registers: [Int128]
    /// Counts that are not in the registers yet, by the hash of the value.
    private var latest: [UInt64: Int] = [:]

    private static var mostLatest: Int { 4096 }

    /// A sketch of so many registers of which nothing was seen.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` for less than one register or more than 2²⁰.
    public init(registers: Int, seed: UInt64 = 0) throws(StatisticsError) {
        guard 1...SketchBound.mostRegisters ~= registers else {
            throw .outOfRange(
                argument: "registers", value: "\(registers)", allowed: "1 to \(SketchBound.mostRegisters)")
        }
        self.registers = Array(repeating: 0, count: registers)
        self.seed = seed
    }

    /// A sketch whose entropy lies within `error` bits of the plug-in entropy, but with a probability of `risk`.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` for an error that is not above zero or would
    ///   need more than 2²⁰ registers, and for a risk that is not between zero and one.
    public init(error bits: Double, risk: Double, seed: UInt64 = 0) throws(StatisticsError) {
        let risk = try SketchBound.checked(risk: risk)
        guard bits.isFinite, let registers = SketchBound.registers(nats: bits * log(2), risk: risk) else {
            let least = SketchBound.nats(registers: SketchBound.mostRegisters, risk: risk) / log(2)
            throw .outOfRange(argument: "error", value: "\(bits)", allowed: "\(least) or more")
        }
        try self.init(registers: registers, seed: seed)
    }

    /// Adds an observation, or several of the same value; a negative number adds none.
    @_specialize(where Value == IPAddress)
    @_specialize(where Value == UInt16)
    public mutating func add(_ value: Value, times: Int = 1) {
        let times = Swift.min(Swift.max(times, 0), Int.max - total)
        guard times > 0 else { return }
        var hash = SketchHash(seed: seed)
        value.mix(into: &hash)
        total += times
        latest[hash.state, default: 0] += times
        if latest.count >= Self.mostLatest { settle() }
    }
}

extension EntropySketch {
    /// How many registers there are.
    public var size: Int { registers.count }

    /// How many bytes the registers and the full table of the latest values take, however many values there were.
    ///
    /// The heap holds up to a tenth more for what a table needs besides; while ``bits`` is computed or the sketch
    /// is merged into another, there is a copy of everything.
    public var memory: Int {
        let entry = MemoryLayout<(UInt64, Int)>.stride
        return registers.count * MemoryLayout<Int128>.stride + 2 * Self.mostLatest * entry
    }

    /// The entropy in bits; zero where nothing was seen, and never more than that of as many different values.
    /// - Complexity: O(*k*) for each of the latest values.
    public var bits: Double {
        guard total > 0 else { return 0 }
        let unit = 1 / (Double(total) * Double(1 << SkewedStable.fractionBits))
        let sum = settled.registers.reduce(0) { $0 + exp(Double($1) * unit) }
        return min(max(-log2(sum / Double(size)), 0), log2(Double(total)))
    }

    /// How far ``bits`` may lie from the plug-in entropy, but with a probability of `risk`.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` for a risk that is not between zero and one.
    public func error(risk: Double) throws(StatisticsError) -> Double {
        SketchBound.nats(registers: size, risk: try SketchBound.checked(risk: risk)) / log(2)
    }

    /// Adds what another sketch has seen.
    /// - Throws: ``StatisticsError/notAlike(argument:first:second:)`` where it has other registers or another seed.
    public mutating func merge(_ other: EntropySketch) throws(StatisticsError) {
        guard seed == other.seed else { throw .notAlike(argument: "seed", first: "\(seed)", second: "\(other.seed)") }
        guard size == other.size else {
            throw .notAlike(argument: "registers", first: "\(size)", second: "\(other.size)")
        }
        let (sum, overflow) = total.addingReportingOverflow(other.total)
        guard !overflow else {
            throw .outOfRange(argument: "total", value: "\(total) + \(other.total)", allowed: "at most \(Int.max)")
        }
        total = sum
        let added = other.settled.registers
        for index in registers.indices { registers[index] += added[index] }
    }

    private var settled: EntropySketch {
        var sketch = self
        sketch.settle()
        return sketch
    }

    /// Whole numbers make the same sums in whatever order the hashes come.
    private mutating func settle() {
        let stable = SkewedStable.standard
        for (hash, count) in latest {
            var state = hash
            for index in registers.indices {
                state &+= SketchHash.golden
                let product = Int64(count).multipliedFullWidth(by: stable.units(of: SketchHash.finalized(state)))
                registers[index] += Int128(product.high) << 64 | Int128(product.low)
            }
        }
        latest.removeAll(keepingCapacity: true)
    }
}
