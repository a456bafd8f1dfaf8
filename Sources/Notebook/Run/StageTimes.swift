/// Where the time of a render goes, in seconds by stage.
///
/// Compiling overlaps with running: what counts as compiling is the time in which nothing but a compiler was at work.
package struct StageTimes: Hashable, Sendable {
    /// A part of the way from a notebook to its page.
    package enum Stage: String, Hashable, Sendable, CaseIterable {
        /// Finding the toolchain and the library, and opening the store.
        case open
        /// Reading the file and finding what its cells need of each other.
        case parse
        /// Waiting for the compiler.
        case compile
        /// Running cells and looking up stored results.
        case run
        /// Drawing plots.
        case plots
        /// Making pages.
        case page
        /// Writing pages to the disk.
        case write
    }

    private var durations: [Stage: Duration] = [:]

    /// No time has passed yet.
    package init() {}

    /// The seconds spent in a stage.
    package subscript(stage: Stage) -> Double { (durations[stage] ?? .zero) / .seconds(1) }

    /// Does `work` and adds the time it takes to `stage`.
    package mutating func measure<Result, Failure: Error>(
        _ stage: Stage, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = ContinuousClock.now
        defer { add(ContinuousClock.now - start, to: stage) }
        return try work()
    }

    /// Adds the times of other work.
    package mutating func add(_ other: StageTimes) {
        for (stage, duration) in other.durations { add(duration, to: stage) }
    }

    /// Takes time that passed in `stage` for time of `other`.
    mutating func move(_ duration: Duration, from stage: Stage, to other: Stage) {
        add(.zero - duration, to: stage)
        add(duration, to: other)
    }

    private mutating func add(_ duration: Duration, to stage: Stage) {
        durations[stage, default: .zero] += duration
    }
}
