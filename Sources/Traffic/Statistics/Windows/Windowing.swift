/// How a sequence of events is cut into windows.
///
///     .tumbling(.seconds(60))                        // minute after minute
///     .sliding(.seconds(60), every: .seconds(10))    // a minute, begun every ten seconds
///     .tumbling(packets: 500)                        // 500 elements each
///     .sliding(packets: 500, every: 100)
///
/// Windows of equal counts make plug-in entropies comparable; windows of equal time show when something happened.
public struct Windowing: Hashable, Sendable {
    enum Measure: Hashable, Sendable {
        case time(length: Int64, step: Int64)
        case count(length: Int, step: Int)
    }

    let measure: Measure

    /// Windows of `length`, each beginning where the last ended.
    public static func tumbling(_ length: Duration) -> Windowing {
        sliding(length, every: length)
    }

    /// Windows of `length`, one beginning every `step`.
    public static func sliding(_ length: Duration, every step: Duration) -> Windowing {
        Windowing(measure: .time(length: length.wholeNanoseconds, step: step.wholeNanoseconds))
    }

    /// Windows of `packets` elements, each beginning where the last ended.
    public static func tumbling(packets: Int) -> Windowing {
        sliding(packets: packets, every: packets)
    }

    /// Windows of `packets` elements, one beginning every `step` elements.
    public static func sliding(packets: Int, every step: Int) -> Windowing {
        Windowing(measure: .count(length: packets, step: step))
    }

    /// Finds the argument that leaves no windows, or no end of them.
    func validate() throws(StatisticsError) {
        let (length, step, unit) =
            switch measure {
            case .time(let length, let step): (length, step, " ns")
            case .count(let length, let step): (Int64(length), Int64(step), "")
            }
        guard length > 0 else { throw .notPositive(argument: "window length", value: "\(length)\(unit)") }
        guard step > 0 else { throw .notPositive(argument: "window step", value: "\(step)\(unit)") }
    }
}
