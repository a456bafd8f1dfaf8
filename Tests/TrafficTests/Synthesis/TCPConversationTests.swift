import Testing
import Traffic

@Suite("TCP connections that are written")
struct TCPConversationTests {
    private static let client = FlowEndpoint(IPAddress(192, 0, 2, 1), port: 40000)
    private static let server = FlowEndpoint(IPAddress(198, 51, 100, 7), port: 80)

    private static func flow(_ write: (inout TCPConversation) -> Void) throws -> Flow {
        var conversation = TCPConversation(
            from: client, to: server, at: Timestamp(seconds: 100), initialNumbers: (client: .max, server: .max - 2))
        write(&conversation)
        let flows = conversation.frames.map(\.packet).flows()
        return try #require(flows.count == 1 ? flows.first : nil)
    }

    enum Step {
        case open, attempt, refuse
        case send(FlowDirection), acknowledge(FlowDirection), close(FlowDirection), reset(FlowDirection)

        func write(_ conversation: inout TCPConversation) {
            switch self {
            case .open: conversation.open()
            case .attempt: conversation.attempt()
            case .refuse: conversation.refuse()
            case .send(let direction): conversation.send([1, 2], direction)
            case .acknowledge(let direction): conversation.acknowledge(direction)
            case .close(let direction): conversation.close(direction)
            case .reset(let direction): conversation.reset(direction)
            }
        }
    }

    /// States and histories as Zeek's manual explains them for such connections.
    @Test(
        "a connection reads as what was written",
        arguments: [
            ("ShAFf", .finished, [.open, .close(.forward)]),
            ("ShAfFa", .finished, [.open, .close(.backward)]),
            (
                "ShADadFf", .finished,
                [.open, .send(.forward), .acknowledge(.backward), .send(.backward), .close(.forward)]
            ),
            ("S", .attempted, [.attempt]), ("Sr", .rejected, [.attempt, .refuse]), ("ShA", .established, [.open]),
            ("ShAR", .abortedByInitiator, [.open, .reset(.forward)]),
            ("ShAr", .abortedByResponder, [.open, .reset(.backward)]),
        ] as [(String, ConnectionState, [Step])])
    func states(history: String, state: ConnectionState, steps: [Step]) throws {
        let flow = try Self.flow { for step in steps { step.write(&$0) } }
        #expect(flow.history.description == history)
        #expect(flow.state == state)
        #expect(flow.initiator == Self.client)
    }

    @Test("what is sent in many segments is as long as it was")
    func segments() throws {
        let flow = try Self.flow {
            $0.open()
            $0.send([UInt8](repeating: 7, count: 5000), .backward)
        }
        #expect(flow.backward.payloadBytes == 5000)
        #expect(flow.backward.sequenceBytes == 5000)
        #expect(flow.backward.packets == 1 + 4)
    }

    @Test("a lost segment is seen twice, counts once in the stream, and holds acknowledgements back")
    func loss() throws {
        var acknowledged: [UInt32] = []
        let flow = try Self.flow {
            $0.open()
            $0.lose([UInt8](repeating: 1, count: 100), .backward)
            $0.send([UInt8](repeating: 2, count: 50), .backward)
            $0.acknowledge(.forward)
            $0.resend(.backward)
            $0.acknowledge(.forward)
            for frame in $0.frames.suffix(3) {
                if case .tcp(let header) = frame.packet.transport { acknowledged.append(header.acknowledgementNumber) }
            }
        }
        #expect(flow.backward.payloadBytes == 250)
        #expect(flow.backward.sequenceBytes == 150)
        #expect(flow.backward.retransmissions == 1)
        #expect(flow.history.contains(.retransmission, .backward))
        #expect(acknowledged[2] &- acknowledged[0] == 150)
    }

    @Test("time passes from frame to frame")
    func time() {
        var conversation = TCPConversation(from: Self.client, to: Self.server, at: Timestamp(seconds: 5))
        conversation.open()
        conversation.wait(.seconds(1))
        conversation.acknowledge(.backward)
        let seconds = conversation.frames.map { $0.time - Timestamp(seconds: 5) }
        #expect(seconds == [.zero, .milliseconds(10), .milliseconds(20), .milliseconds(1030)])
    }
}
