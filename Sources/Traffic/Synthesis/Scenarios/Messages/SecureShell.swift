/// What is said by the Secure Shell.
enum SecureShell {
    /// Until both know whom they talk to: versions, algorithms, keys, and some questions of a password or key.
    static func opening(seed: UInt64, attempts: Int = 1) -> [TCPExchange.Step] {
        let handshake = SecureShellHandshake(seed: seed)
        let greeting: [TCPExchange.Step] = [
            .send(.forward, Payload(SecureShellHandshake.clientVersion), after: 0.000_3),
            .send(.backward, Payload(SecureShellHandshake.serverVersion), after: 0.006),
            .send(.forward, Payload(handshake.algorithms(.forward)), after: 0.000_5),
            .send(.backward, Payload(handshake.algorithms(.backward)), after: 0.001),
            .send(.forward, Payload(handshake.exchange), after: 0.003),
            .send(.backward, Payload(handshake.reply), after: 0.005),
            .send(.forward, Payload(handshake.newKeys, count: 64, seed: seed ^ 7), after: 0.002),
            .send(.backward, Payload(count: 64, seed: seed ^ 8), after: 0.001),
            .send(.forward, Payload(count: 80, seed: seed ^ 9), after: 0.002),
            .send(.backward, Payload(count: 80, seed: seed ^ 10), after: 0.004),
        ]
        return greeting
            + (0..<attempts).flatMap { number in
                turn(request: 148, response: 52, seed: seed &+ UInt64(number) &* 2 &+ 11, after: 0.05, thought: 0.3)
            }
    }

    /// A message and its answer, encrypted.
    static func turn(
        request: Int, response: Int, seed: UInt64, after pause: Double, thought: Double = 0.001
    ) -> [TCPExchange.Step] {
        [
            .send(.forward, Payload(count: request, seed: seed), after: pause),
            .send(.backward, Payload(count: response, seed: seed ^ 0xff), after: thought),
        ]
    }
}
