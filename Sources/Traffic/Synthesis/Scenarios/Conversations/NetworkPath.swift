/// What lies between the two ends of a conversation and the tap, which sees every frame pass.
struct NetworkPath: Hashable, Sendable {
    /// Seconds from a frame for the client to the client's answer to it, as seen at the tap.
    var clientDelay: Double
    /// Seconds from a frame for the server to the server's answer to it.
    var serverDelay: Double
    /// Seconds between two full segments of a burst.
    var segmentGap = 0.000_05
    /// How likely a segment with payload is lost.
    var loss = 0.002
    /// What is left of the hop limit at the tap, of the client's frames.
    var clientHops: UInt8 = 64
    /// The same of the server's frames.
    var serverHops: UInt8 = 64

    /// The delay of the end that frames of this direction go to.
    func receiverDelay(_ direction: FlowDirection) -> Double {
        direction == .forward ? serverDelay : clientDelay
    }

    func hops(_ direction: FlowDirection) -> UInt8 { direction == .forward ? clientHops : serverHops }

    /// A path within the building.
    static let inside = NetworkPath(clientDelay: 0.000_2, serverDelay: 0.000_3, segmentGap: 0.000_015, loss: 0)
}
