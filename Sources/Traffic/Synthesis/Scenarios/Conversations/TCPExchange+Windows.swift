extension TCPExchange {
    private static let largestWindow = 64
    /// The shortest wait for an acknowledgement before a segment is sent again, in seconds, as Linux has it.
    private static let shortestTimeout = 0.2

    /// The payload of a full segment: what 1500 bytes leave beside the headers and a timestamp.
    private var segmentSize: Int { client.address.version == .four ? 1448 : 1428 }

    /// Sends as many segments as may be under way, and lets the other side acknowledge them.
    mutating func sendWindow() {
        guard let (direction, payload, said) = speech else { return }
        let burst = burst(payload, from: said, direction)
        drafts += burst
        let end = burst.last?.places.upperBound ?? payload.count
        speech = end < payload.count ? (direction, payload, end) : nil
        latest = direction
        seconds = burst.last?.seconds ?? seconds
        if let lost = lostSegment(of: burst.count) {
            recover(lost, in: burst)
        } else {
            acknowledge(burst)
        }
        if speech != nil { pass(to: direction) }
    }

    private mutating func burst(_ payload: Payload, from said: Int, _ direction: FlowDirection) -> [Draft] {
        var burst: [Draft] = []
        var (start, time) = (said, seconds)
        while start < payload.count, burst.count < self[direction].window {
            let end = min(start + segmentSize, payload.count)
            let flags: TCPFlags = end == payload.count ? [.psh, .ack] : .ack
            let header = streams.header(flags, direction, payload: end - start)
            burst.append(
                Draft(seconds: time, direction: direction, header: header, payload: payload, places: start..<end))
            start = end
            time += path.segmentGap * noise.uniform(in: 0.5...1.5)
        }
        return burst
    }

    private mutating func lostSegment(of count: Int) -> Int? {
        guard path.loss > 0, noise.uniform() >= allArrive(count) else { return nil }
        return Int(noise.uniform() * Double(count))
    }

    /// How likely all of `count` segments arrive.
    private func allArrive(_ count: Int) -> Double {
        (0..<count).reduce(1) { likely, _ in likely * (1 - path.loss) }
    }

    /// Acknowledges every second segment; the last of all is left for the answer.
    private mutating func acknowledge(_ burst: [Draft]) {
        let direction = latest
        let isLast = speech == nil
        var latestAnswer = seconds
        for (number, draft) in burst.enumerated() {
            let closesWindow = number == burst.count - 1
            guard closesWindow ? !isLast : number % 2 == 1 else { continue }
            latestAnswer = arrival(of: draft)
            answer(draft.header.sequenceNumber &+ UInt32(draft.places.count), at: latestAnswer, direction)
        }
        self[direction].window = min(self[direction].window * 2, Self.largestWindow)
        if isLast { owed = direction } else { (seconds, latest) = (latestAnswer, direction.opposite) }
    }

    /// Lets a segment get lost: each that arrives after it is answered with the number of the one that is missing,
    /// until it is sent again (RFC 5681 section 3.2).
    private mutating func recover(_ lost: Int, in burst: [Draft]) {
        let direction = latest
        let missing = burst[lost]
        if !isSeen(lost, of: burst.count, direction) { drafts.remove(at: drafts.count - burst.count + lost) }
        var answers: [Double] = []
        for draft in burst[(lost + 1)...] {
            answers.append(arrival(of: draft))
            answer(missing.header.sequenceNumber, at: arrival(of: draft), direction)
        }
        let repeated = repetition(after: answers, direction)
        drafts.append(
            Draft(
                seconds: repeated, direction: direction, header: missing.header, payload: missing.payload,
                places: missing.places))
        (seconds, latest) = (repeated, direction)
        pass(to: direction.opposite)
        answer(streams[direction].next, at: seconds, direction)
        self[direction].window = max(self[direction].window / 2, 4)
    }

    /// Whether the tap sees the segment though it never arrives.
    ///
    /// Only the last one of all does, where its sender is the end that is close. Dissectors take the second copy of a
    /// segment in the middle of a message for other data.
    private func isSeen(_ lost: Int, of count: Int, _ direction: FlowDirection) -> Bool {
        speech == nil && lost == count - 1
            && path.receiverDelay(direction) >= path.receiverDelay(direction.opposite)
    }

    /// When the lost segment is sent again: three answers tell of the loss, otherwise the clock does.
    private func repetition(after answers: [Double], _ direction: FlowDirection) -> Double {
        let delay = path.receiverDelay(direction.opposite)
        guard answers.count >= 3, let last = answers.last else {
            return (answers.last ?? seconds) + max(Self.shortestTimeout, 2 * (delay + path.receiverDelay(direction)))
        }
        return max(answers[2] + delay, last)
    }

    private func arrival(of draft: Draft) -> Double {
        draft.seconds + path.receiverDelay(draft.direction) + path.segmentGap * 0.2
    }

    /// Lets the receiver of `direction` acknowledge all before a number.
    private mutating func answer(_ number: UInt32, at time: Double, _ direction: FlowDirection) {
        streams[direction].acknowledged = number
        let header = streams.header(.ack, direction.opposite)
        drafts.append(Draft(seconds: time, direction: direction.opposite, header: header))
    }
}
