/// The bytes of one Ethernet frame and the moment it passed.
///
///     let packets = frames.sorted { $0.time < $1.time }.map(\.packet)
public struct TimedFrame: Timed, Hashable, Sendable {
    /// When it passed.
    public var time: Timestamp
    /// Its bytes, from the link's header on.
    public var bytes: [UInt8]

    /// A frame that passed at a moment.
    public init(time: Timestamp, bytes: [UInt8]) {
        self.time = time
        self.bytes = bytes
    }

    /// What its headers say.
    public var packet: Packet { Packet(decoding: bytes.span.bytes, link: .ethernet, time: time) }
}
