/// The entropies of a stream of packets, window after window, as they come.
///
///     var stream = try EntropyStream(of: [.destinationPort], in: .tumbling(.seconds(60)))
///     for packet in packets { stream.add(packet) { window in print(window.start, window.fields[0].bits ?? 0) } }
///     stream.finish { window in print(window.start, window.fields[0].bits ?? 0) }
///
/// The windows are those of ``Windows``, and so are the figures, but nothing is kept beyond a window: its values and
/// how often each was seen, no packet. A window that overlaps the last one is not counted anew
/// (``MultisetEntropy``). In exchange packets should come in order of time; one that comes after its
/// window has ended counts in the one at hand, and in ``latePackets``.
///
/// Where the clock of a capture jumps, there may be millions of empty windows between two packets. A gap of more than
/// ``longestGap`` windows is left out, as the windows' numbers show, and counted in ``skippedWindows``.
///
/// One packet may end very many windows, where they are many and overlap: whoever takes them may throw, and gets no
/// more.
///
/// A stream that is told to keep spectra hands out with each figure what estimators need (``FieldSpectra``), so that
/// the figure can be corrected and given an error.
/// - Complexity: constant time a packet and field, amortised, and a window and field; with spectra a window and field
///   take time in proportion to the different values.
public struct EntropyStream: Sendable {
    /// What is counted, in the order of the figures.
    public let variables: [TrafficVariable]
    /// Whether each figure comes with what was counted.
    public let keepsSpectra: Bool
    /// How many packets came after their window had ended.
    public private(set) var latePackets = 0
    /// How many empty windows were left out.
    public private(set) var skippedWindows = 0
    private let plan: PanePlan
    /// The window at hand.
    private var window: PaneWindow
    private var index = 0
    private var first: Timestamp?
    /// The place of the latest packet: nanoseconds after the first one, or packets before it.
    private var place: UInt64 = 0
    private var packets: UInt64 = 0

    /// The most empty windows that are handed out one after the other.
    public static let longestGap = 1000

    /// A stream of which nothing has come yet, cut into windows; without windowing it is one.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a length or step that is not above zero.
    public init(
        of fields: [TrafficField], in windowing: Windowing? = nil, keepingSpectra: Bool = false
    ) throws(StatisticsError) {
        try self.init(of: fields.map { TrafficVariable($0) }, in: windowing, keepingSpectra: keepingSpectra)
    }

    /// A stream of fields and of pairs of them, of which nothing has come yet; without windowing it is one window.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a length or step that is not above zero.
    public init(
        of variables: [TrafficVariable], in windowing: Windowing? = nil, keepingSpectra: Bool = false
    ) throws(StatisticsError) {
        try windowing?.validate()
        (self.variables, keepsSpectra) = (variables, keepingSpectra)
        plan = PanePlan(windowing?.measure)
        window = PaneWindow(fields: variables.count, keepsPanes: plan.overlaps)
    }

    /// Adds a packet; `ended` is given each window that ends before it.
    /// - Throws: what `ended` throws; then the packet is not added.
    public mutating func add<Failure>(
        _ packet: Packet, _ ended: (WindowEntropies) throws(Failure) -> Void
    ) throws(Failure) {
        try add(variables.map { $0.observation(in: packet) }, at: packet.time, ended)
    }

    /// Adds a flow by its beginning; `ended` is given each window that ends before it.
    /// - Throws: what `ended` throws; then the flow is not added.
    public mutating func add<Failure>(
        _ flow: Flow, _ ended: (WindowEntropies) throws(Failure) -> Void
    ) throws(Failure) {
        try add(variables.map { $0.observation(in: flow) }, at: flow.first, ended)
    }

    /// Ends the stream; `ended` is given the window that holds its last packet.
    /// - Throws: what `ended` throws.
    public mutating func finish<Failure>(_ ended: (WindowEntropies) throws(Failure) -> Void) throws(Failure) {
        guard first != nil else { return }
        if plan.start(of: index) <= place { try endWindow(ended) }
        first = nil
    }
}

extension EntropyStream {
    /// Adds what was observed at a time, a value for each field.
    mutating func add<Failure>(
        _ values: [FieldObservation?], at time: Timestamp, _ ended: (WindowEntropies) throws(Failure) -> Void
    ) throws(Failure) {
        let first = first ?? time
        self.first = first
        advance(to: plan.isByCount ? packets : time.offset(since: first))
        packets += 1
        while plan.end(of: index) <= place {
            if window.packets > 0 || !skipGap() { try endWindow(ended) }
        }
        guard plan.start(of: index) <= place else { return }
        window.add(values, at: time, pane: plan.pane(of: place))
    }

    private mutating func advance(to newPlace: UInt64) {
        if plan.pane(of: newPlace) < plan.pane(of: place) { latePackets += 1 }
        place = max(place, newPlace)
    }

    /// Leaves out the empty windows up to the latest packet's, if they are too many.
    /// - Returns: whether they are.
    private mutating func skipGap() -> Bool {
        let gap = plan.firstWindow(endingAfter: place) - index
        guard gap > Self.longestGap else { return false }
        index += gap
        skippedWindows += gap
        return true
    }

    private mutating func endWindow<Failure>(
        _ ended: (WindowEntropies) throws(Failure) -> Void
    ) throws(Failure) {
        let first = first ?? Timestamp(nanoseconds: 0)
        let start = plan.isByCount ? window.start ?? first : first.advanced(byOffset: plan.start(of: index))
        let figures = zip(variables, window.fields).map {
            FieldEntropy($0, $1.entropy, keepsSpectra: keepsSpectra)
        }
        try ended(WindowEntropies(index: index, start: start, packets: window.packets, fields: figures))
        index += 1
        window.removePanes(before: plan.pane(of: plan.start(of: index)))
    }
}

extension Timestamp {
    /// Nanoseconds since `first`; zero for what came before it. Held at 292 years, so that windows of any length can be
    /// numbered, and the last one ends.
    fileprivate func offset(since first: Timestamp) -> UInt64 {
        self < first ? 0 : min(offset(from: first), UInt64(Int64.max) - 1)
    }
}
