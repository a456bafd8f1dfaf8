/// How a connection went, in the words of Zeek's `conn_state`.
///
/// The state is read off at the end of a flow, or at any moment for a flow so far. It tells what was *seen*: a capture
/// that starts late or sees one direction only shows in it.
public enum ConnectionState: String, Hashable, Sendable, CaseIterable {
    /// An attempt was seen, and no reply.
    case attempted = "S0"
    /// Established, and not ended.
    case established = "S1"
    /// Established and ended as it should be, with a FIN from both sides.
    case finished = "SF"
    /// The attempt was rejected: a SYN answered by RST.
    case rejected = "REJ"
    /// Established, and only the initiator asked to close.
    case closingByInitiator = "S2"
    /// Established, and only the responder asked to close.
    case closingByResponder = "S3"
    /// Established, and aborted by the initiator's RST.
    case abortedByInitiator = "RSTO"
    /// Aborted by the responder's RST.
    case abortedByResponder = "RSTR"
    /// The initiator sent SYN, then RST, and the responder's SYN+ACK was never seen.
    case abortedAttempt = "RSTOS0"
    /// The responder sent RST, often after SYN+ACK, and the initiator's SYN was never seen.
    case abortedHalf = "RSTRH"
    /// The initiator sent SYN, then FIN, and the responder's SYN+ACK was never seen: the connection was half open.
    case halfByInitiator = "SH"
    /// The responder sent SYN+ACK, then FIN, and the initiator's SYN was never seen.
    case halfByResponder = "SHR"
    /// None of these: traffic whose beginning was not seen, and any protocol without a notion of connections.
    case other = "OTH"
}

extension ConnectionState: CustomStringConvertible {
    /// Zeek's abbreviation.
    public var description: String { rawValue }
}

extension ConnectionState {
    /// The state of a conversation of datagrams, as of UDP: `SF` with packets both ways, `S0` with the initiator's
    /// only, `SHR` with the responder's only, `OTH` with none.
    public init(datagramsForward: Bool, backward: Bool) {
        switch (datagramsForward, backward) {
        case (true, true): self = .finished
        case (true, false): self = .attempted
        case (false, true): self = .halfByResponder
        case (false, false): self = .other
        }
    }
}
