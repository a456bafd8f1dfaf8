/// What a window of packets looks like from outside: how many, how fast, and how evenly spread over each field.
///
///     let features = try packets.windows(.tumbling(.seconds(10))).map(\.features)
///     features.map(\.destinationPortBits)     // the entropy series; nil for a window without ports
///
/// Entropies are plug-in estimates per packet, in bits (``Entropy``). A figure that a window gives no ground for is
/// nil: it is unknown, not zero.
public struct PacketFeatures: Hashable, Sendable {
    /// When the window begins.
    public let start: Timestamp
    /// How many packets it holds.
    public let packetCount: Int
    /// Packets by the second of the window's whole length; nil for a window without length.
    public let packetsPerSecond: Double?
    /// The entropy of the destination ports, over packets that have one.
    public let destinationPortBits: Double?
    /// The entropy of the destination addresses, over packets that have one.
    public let destinationAddressBits: Double?
    /// The entropy of the packet lengths on the link.
    public let lengthBits: Double?
    /// The mean time from one packet to the next, in seconds; nil for fewer than two packets.
    public let meanGap: Double?
    /// The standard deviation of these gaps over their mean: zero for a metronome, one for arrivals at random, more
    /// for bursts; nil for fewer than two gaps, which cannot differ, and where all packets came at one moment.
    public let gapVariation: Double?
}

extension PacketFeatures {
    /// Measures a window.
    /// - Complexity: O(*n* log *n*) in the number of packets.
    public init(of window: Window<Packet>) {
        let gaps = Self.gaps(in: window)
        let length = window.start.duration(to: window.end).inSeconds
        start = window.start
        packetCount = window.count
        packetsPerSecond = length > 0 ? Double(window.count) / length : nil
        destinationPortBits = Self.bits(Counts(window.lazy.compactMap(\.destinationPort)))
        destinationAddressBits = Self.bits(Counts(window.lazy.compactMap(\.destination)))
        lengthBits = Self.bits(Counts(window.lazy.map(\.originalLength)))
        meanGap = gaps.count > 0 ? gaps.mean : nil
        gapVariation = gaps.count > 1 && gaps.mean > 0 ? gaps.populationVariance.squareRoot() / gaps.mean : nil
    }

    private static func bits(_ counts: Counts<some Hashable & Sendable>) -> Double? {
        counts.isEmpty ? nil : Entropy.bits(of: counts)
    }

    private static func gaps(in window: Window<Packet>) -> Moments {
        var gaps = Moments()
        for (packet, next) in zip(window, window.dropFirst()) {
            gaps.add(packet.time.duration(to: next.time).inSeconds)
        }
        return gaps
    }
}

extension Window<Packet> {
    /// What the window looks like from outside.
    public var features: PacketFeatures { PacketFeatures(of: self) }
}
