extension TCPExchange {
    /// A segment whose header still lacks the window and the options.
    struct Draft {
        let seconds: Double
        let direction: FlowDirection
        let header: TCPHeader
        var payload = Payload()
        var places = 0..<0
    }

    /// How long a receiver waits for something to say before it acknowledges without, in seconds.
    static let longestWait = 0.04

    subscript(direction: FlowDirection) -> Side {
        get { direction == .forward ? forward : backward }
        set { if direction == .forward { forward = newValue } else { backward = newValue } }
    }

    /// Lets time pass until one side sends: it has to hear of the latest frame first, if that was the other's.
    mutating func pass(to direction: FlowDirection, after pause: Double = 0) {
        seconds += (latest == direction ? 0 : path.receiverDelay(direction.opposite)) + max(pause, 0)
        latest = direction
    }

    /// Lets one side begin to speak; what the other said is acknowledged by that, unless it takes too long.
    mutating func take(turn direction: FlowDirection, after pause: Double) {
        guard let owed else { return pass(to: direction, after: pause) }
        self.owed = nil
        streams.acknowledgeAll(owed)
        guard owed == direction || pause > Self.longestWait else { return pass(to: direction, after: pause) }
        pass(to: owed.opposite, after: Self.longestWait)
        segment(.ack, owed.opposite)
        pass(to: direction, after: owed == direction ? pause : pause - Self.longestWait)
    }

    /// Sends a segment without payload now.
    mutating func segment(_ flags: TCPFlags, _ direction: FlowDirection) {
        drafts.append(Draft(seconds: seconds, direction: direction, header: streams.header(flags, direction)))
    }

    /// Asks for the connection: RFC 9293 section 3.5, and RFC 6298 for asking again.
    mutating func open() {
        guard case .unanswered(let tries) = opening else {
            segment(.syn, .forward)
            streams.acknowledgeAll(.forward)
            return answer()
        }
        let start = (seconds, streams)
        for attempt in 0..<min(max(tries, 1), 7) {
            (seconds, streams) = (start.0 + Double((1 << attempt) - 1), start.1)
            segment(.syn, .forward)
        }
    }

    private mutating func answer() {
        pass(to: .backward)
        guard opening == .accepted else {
            streams[.backward].next = 0
            return segment([.rst, .ack], .backward)
        }
        segment([.syn, .ack], .backward)
        streams.acknowledgeAll(.backward)
        guard !isProbe else { return }
        pass(to: .forward)
        segment(.ack, .forward)
    }

    /// Both sides take their leave, `direction` first.
    mutating func close(_ direction: FlowDirection) {
        segment([.fin, .ack], direction)
        streams.acknowledgeAll(direction)
        pass(to: direction.opposite)
        segment([.fin, .ack], direction.opposite)
        streams.acknowledgeAll(direction.opposite)
        pass(to: direction)
        segment(.ack, direction)
    }
}

extension TCPExchange {
    /// The frames of all drafts, in order of time.
    mutating func finishedRound() -> [FrameSketch] {
        let order = drafts.indices.sorted { (drafts[$0].seconds, $0) < (drafts[$1].seconds, $1) }
        let sketches = order.map { sketch(drafts[$0]) }
        drafts.removeAll(keepingCapacity: true)
        return sketches
    }

    private mutating func sketch(_ draft: Draft) -> FrameSketch {
        let isForward = draft.direction == .forward
        return FrameSketch(
            seconds: draft.seconds, source: isForward ? client : server, destination: isForward ? server : client,
            hopLimit: path.hops(draft.direction), content: .tcp(header(draft)), payload: draft.payload,
            places: draft.places)
    }

    private mutating func header(_ draft: Draft) -> TCPHeader {
        var header = draft.header
        let opens = header.flags.contains(.syn)
        header.window = isProbe && draft.direction == .forward ? 1024 : opens ? 64_240 : 502
        if opens {
            header.options.maximumSegmentSize = client.address.version == .four ? 1460 : 1440
            header.length += 4
        }
        guard !isProbe, !header.flags.contains(.rst) else { return header }
        header.options.timestamps = clocks(draft)
        header.length += 12
        if opens {
            header.options.windowScale = 7
            header.length += 4
        }
        return header
    }

    private mutating func clocks(_ draft: Draft) -> (value: UInt32, echo: UInt32) {
        let value = self[draft.direction].clock &+ UInt32(truncatingIfNeeded: Int(draft.seconds * 1000))
        self[draft.direction].latestClock = value
        return (value, draft.header.flags.contains(.ack) ? self[draft.direction.opposite].latestClock : 0)
    }
}
