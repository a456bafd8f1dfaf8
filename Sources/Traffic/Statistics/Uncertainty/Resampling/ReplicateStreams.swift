/// Many replicates from one seed, the same on any number of threads: they are made in blocks, and each block draws from
/// a stream of its own.
struct ReplicateStreams {
    private static let blockSize = 128
    /// More replicates than anyone waits for; their results are kept.
    static let most = 100_000_000

    let count: Int
    private let streams: [PCG64]
    private let threads: Int

    /// Prepares `count` replicates, which errors call by `name`, that cost `effort` draws each; where all together cost
    /// little, no threads are started.
    /// - Throws: ``StatisticsError`` where there are no replicates or too many, or no threads.
    init(_ name: String, count: Int, seed: Seed, threads: Int, effort: Int) throws(StatisticsError) {
        guard count > 0 else { throw .notPositive(argument: name, value: "\(count)") }
        guard count <= Self.most else { throw .tooMany(argument: name, value: count, most: Self.most) }
        guard threads > 0 else { throw .notPositive(argument: "threads", value: "\(threads)") }
        var seeds = SeedSequence(seed)
        self.count = count
        streams = seeds.spawn((count - 1) / Self.blockSize + 1).map(PCG64.init)
        let isWorthThreads = Double(count) * Double(effort) > 100_000
        self.threads = isWorthThreads ? min(threads, Parallel.processors) : 1
    }

    /// The results of all replicates; `block` makes some of them at once from a stream.
    func map(
        _ block: @escaping @Sendable (_ count: Int, PCG64) throws(StatisticsError) -> [Double]
    ) throws(StatisticsError) -> [Double] {
        let (count, streams) = (count, streams)
        let blocks = try Parallel.map(streams.count, threads: threads) { index throws(StatisticsError) in
            try block(min(Self.blockSize, count - index * Self.blockSize), streams[index])
        }
        return Array(blocks.joined())
    }
}
