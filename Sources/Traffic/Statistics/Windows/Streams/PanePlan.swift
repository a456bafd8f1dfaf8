/// How windows that overlap are put together of panes that do not.
///
/// A pane is the longest stretch of which both the window's length and its step are multiples, so that a window begins
/// and ends where panes do.
struct PanePlan: Sendable {
    /// Whether places are numbers of packets, and not nanoseconds.
    let isByCount: Bool
    private let length: UInt64
    private let step: UInt64
    private let pane: UInt64

    /// The plan of a windowing that was found valid; nil makes one window of everything.
    init(_ measure: Windowing.Measure?) {
        switch measure {
        case .time(let length, let step): (isByCount, self.length, self.step) = (false, UInt64(length), UInt64(step))
        case .count(let length, let step): (isByCount, self.length, self.step) = (true, UInt64(length), UInt64(step))
        case nil: (isByCount, length, step) = (false, .max, .max)
        }
        pane = Self.greatestCommonDivisor(length, step)
    }

    /// Whether something belongs to more than one window.
    var overlaps: Bool { step < length }

    /// Where a window begins; held at the largest number, as its end is.
    func start(of index: Int) -> UInt64 { UInt64(index).times(step) }

    /// Where a window ends.
    func end(of index: Int) -> UInt64 { start(of: index).plus(length) }

    /// The first window that ends after a place.
    func firstWindow(endingAfter place: UInt64) -> Int {
        place < length ? 0 : Int(clamping: (place - length) / step + 1)
    }

    /// The number of the pane in which a place lies.
    func pane(of place: UInt64) -> UInt64 { place / pane }

    private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
        second == 0 ? first : greatestCommonDivisor(second, first % second)
    }
}
