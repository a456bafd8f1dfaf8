/// The two ports of a TCP segment, a UDP datagram, or a packet of SCTP or DCCP.
public struct Ports: Hashable, Sendable {
    /// The sender's port.
    public var source: UInt16
    /// The receiver's port.
    public var destination: UInt16

    /// The ports of a packet from `source` to `destination`.
    @inline(__always)
    public init(source: UInt16, destination: UInt16) {
        self.source = source
        self.destination = destination
    }

    /// The ports with which the headers of all four protocols begin.
    @inline(__always)
    init(_ word: UInt32) {
        self.init(source: UInt16(truncatingIfNeeded: word >> 16), destination: UInt16(truncatingIfNeeded: word))
    }
}
