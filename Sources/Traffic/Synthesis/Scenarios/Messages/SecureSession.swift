/// A connection under TLS: greeting, some questions with their answers, and how it ends.
struct SecureSession: Sendable {
    /// One question and its answer, in bytes before encryption.
    struct Turn: Hashable, Sendable {
        var request: Int
        var response: Int
        /// How long the client waits before it asks, in seconds.
        var pause = 0.0
        /// How long the server thinks, in seconds.
        var thought = 0.005
    }

    /// How it ends.
    enum Ending: Hashable, Sendable {
        case closed(FlowDirection, after: Double)
        case reset(after: Double)
        /// Neither side takes its leave while anybody looks.
        case open
    }

    var name: String
    var turns: [Turn]
    var ending = Ending.closed(.forward, after: 0.5)

    /// What is said, with noise from `seed` for what is secret.
    func steps(seed: UInt64) -> [TCPExchange.Step] {
        let handshake = TLSHandshake(name: name, seed: seed)
        let certificates = 2200 + Int(seed % 2400)
        var steps: [TCPExchange.Step] = [
            .send(.forward, Payload(handshake.clientHello), after: 0.000_2),
            .send(
                .backward, Payload(handshake.serverHello, .records, count: certificates, seed: seed ^ 1), after: 0.002),
            .send(.forward, Payload(TLSHandshake.cipherChange, .records, count: 36, seed: seed ^ 2), after: 0.001),
        ]
        for (number, turn) in turns.enumerated() {
            let noise = seed &+ UInt64(number) &* 2 &+ 3
            steps.append(.send(.forward, Payload([], .records, count: turn.request, seed: noise), after: turn.pause))
            guard turn.response > 0 else { continue }
            steps.append(
                .send(.backward, Payload([], .records, count: turn.response, seed: noise &+ 1), after: turn.thought))
        }
        return steps + last
    }

    private var last: [TCPExchange.Step] {
        switch ending {
        case .closed(let direction, let pause): [.close(direction, after: pause)]
        case .reset(let pause): [.reset(.forward, after: pause)]
        case .open: []
        }
    }
}
