import Testing

@testable import Traffic

@Suite("Conversations that write themselves")
struct ConversationTests {
    private static let client = FlowEndpoint(IPAddress(10, 1, 1, 1), port: 40_000)
    private static let server = FlowEndpoint(IPAddress(192, 0, 2, 1), port: 9000)

    private static func exchange(
        loss: Double, seed: UInt64, isNear: Bool = false, _ steps: [TCPExchange.Step]
    ) -> [FrameSketch] {
        let path = NetworkPath(
            clientDelay: isNear ? 0.05 : 0.000_3, serverDelay: isNear ? 0.000_4 : 0.04, loss: loss)
        var exchange = TCPExchange(from: client, to: server, at: 1, over: path, seed: seed, steps)
        var frames: [FrameSketch] = []
        while let frame = exchange.next() { frames.append(frame) }
        return frames
    }

    /// The bytes that one side has said, put together as a receiver does.
    private static func stream(_ frames: [FrameSketch], from source: FlowEndpoint, count: Int) -> [UInt8?] {
        var stream = [UInt8?](repeating: nil, count: count)
        var (start, isConsistent) = (UInt32?.none, true)
        for frame in frames where frame.source == source {
            guard case .tcp(let header) = frame.content else { continue }
            if header.flags.contains(.syn) { start = header.sequenceNumber &+ 1 }
            guard let start else { continue }
            for (offset, byte) in frame.payload.bytes(frame.places).enumerated() {
                let place = Int(header.sequenceNumber &- start) + offset
                guard place < count else { continue }
                isConsistent = isConsistent && (stream[place] ?? byte) == byte
                stream[place] = byte
            }
        }
        #expect(isConsistent, "a byte that comes twice has to be the same")
        return stream
    }

    @Test("whatever gets lost, both sides hear all, in order of time, and acknowledge it", arguments: 0..<40)
    func delivery(seed: UInt64) {
        let question = Payload(count: 3000, seed: seed)
        let answer = Payload(Array("HEAD".utf8), count: 90_000 + Int(seed) * 777, seed: seed ^ 5)
        let frames = Self.exchange(
            loss: seed % 2 == 0 ? 0 : 0.02, seed: seed, isNear: seed % 3 == 0,
            [.send(.forward, question), .send(.backward, answer, after: 0.1), .close(.forward)])
        #expect(zip(frames, frames.dropFirst()).allSatisfy { $0.seconds <= $1.seconds })
        let heard = Self.stream(frames, from: Self.server, count: answer.count)
        #expect(heard == answer.bytes(0..<answer.count))
        #expect(Self.stream(frames, from: Self.client, count: 3000) == question.bytes(0..<3000))
        let flows = frames.map { $0.packet(at: Timestamp(seconds: $0.seconds)) }.flows()
        #expect(flows.count == 1 && flows.first?.state == .finished)
        #expect(flows.first?.backward.sequenceBytes == answer.count)
    }

    @Test("no side acknowledges what has not passed yet, and none goes back", arguments: [0, 0.02])
    func acknowledgements(loss: Double) {
        let frames = Self.exchange(loss: loss, seed: 8, [.send(.backward, Payload(count: 300_000))])
        // 300,000 bytes are 208 segments.
        #expect(frames.count > 208)
        var said: [FlowEndpoint: UInt32] = [:]
        var acknowledged: [FlowEndpoint: UInt32] = [:]
        for frame in frames {
            guard case .tcp(let header) = frame.content else { continue }
            let marks: UInt32 = header.flags.contains(.syn) ? 1 : 0
            let end = header.sequenceNumber &+ UInt32(frame.places.count) &+ marks
            said[frame.source] = max(said[frame.source] ?? end, end)
            guard header.flags.contains(.ack), let other = said[frame.destination] else { continue }
            let ahead = Int32(bitPattern: other &- header.acknowledgementNumber)
            let before = acknowledged[frame.source] ?? header.acknowledgementNumber
            let progress = Int32(bitPattern: header.acknowledgementNumber &- before)
            #expect(ahead >= 0 && progress >= 0)
            acknowledged[frame.source] = header.acknowledgementNumber
        }
    }

    @Test("a request that nobody answers is repeated after 1, 2 and 4 seconds")
    func unanswered() {
        var exchange = TCPExchange(
            from: Self.client, to: Self.server, at: 5, over: .inside, seed: 1, opening: .unanswered(tries: 4),
            [.close(.forward)])
        var times: [Double] = []
        while let frame = exchange.next() { times.append(frame.seconds) }
        #expect(times == [5, 6, 8, 12])
    }

    @Test("any part of a payload is that part of the whole", arguments: 0..<40)
    func parts(seed: UInt64) {
        var random = NoiseGenerator(seed: seed)
        let head = [UInt8](repeating: 7, count: Int(random.next() % 50))
        let tail: Payload.Tail = seed % 2 == 0 ? .noise : .records
        let payload = Payload(head, tail, count: Int(random.next() % 60_000), seed: seed)
        let whole = payload.bytes(0..<payload.count)
        #expect(whole.count == payload.count)
        for _ in 0..<20 {
            let ends = [Int(random.next() % UInt64(whole.count + 1)), Int(random.next() % UInt64(whole.count + 1))]
            let range = min(ends[0], ends[1])..<max(ends[0], ends[1])
            #expect(payload.bytes(range) == Array(whole[range]))
        }
    }

    @Test("records follow each other without gaps to the end", arguments: [0, 1, 16_383, 16_384, 16_385, 100_000])
    func records(count: Int) {
        let bytes = Payload([], .records, count: count, seed: 3).bytes(0..<TLSRecords.count(carrying: count))
        var (place, carried) = (0, 0)
        while place + 5 <= bytes.count, bytes[place] == 23, bytes[place + 1] == 3, bytes[place + 2] == 3 {
            let length = Int(bytes[place + 3]) << 8 | Int(bytes[place + 4])
            #expect(length > 17 && length <= 16_384 + 17)
            (place, carried) = (place + 5 + length, carried + length - 17)
        }
        #expect(place == bytes.count && carried == max(count, 1))
    }

    @Test("a heap gives things back in order of time and rank", arguments: 1...20)
    func heap(seed: UInt64) {
        var random = NoiseGenerator(seed: seed)
        let entries = (0..<200).map { (Double(random.next() % 20), $0) }
        var heap = TimedHeap<Int, Int>()
        for (time, rank) in entries { heap.add(rank, at: time, rank: rank) }
        var order: [Int] = []
        while let next = heap.popFirst() { order.append(next) }
        #expect(order == entries.sorted { $0 < $1 }.map(\.1))
        #expect(heap.nextSeconds == nil)
    }
}
