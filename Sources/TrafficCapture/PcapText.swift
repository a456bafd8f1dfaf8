/// A message of libpcap or of the system, which own it and may overwrite it: copied at once.
func pcapText(_ message: UnsafePointer<CChar>?) -> String {
    message.map { String(cString: $0) } ?? "no reason given"
}

/// Lends libpcap a buffer for its message, and gives the message with the body's answer.
func withPcapMessage<Answer>(
    _ body: (UnsafeMutablePointer<CChar>) -> Answer
) -> (answer: Answer, message: String) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Pcap.errorBufferSize) { buffer in
        buffer.initialize(repeating: 0)
        guard let start = buffer.baseAddress else { preconditionFailure("a buffer of no bytes was lent to libpcap") }
        let answer = body(start)
        return (answer, String(cString: start))
    }
}
