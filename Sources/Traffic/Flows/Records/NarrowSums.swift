/// Sums over the last packets of one direction: 254 packets at most, none longer than 65,535 bytes, in 18 bytes.
///
/// Several numbers share a word, each with as many bits as so many packets can need, so that one addition counts for
/// all of them and none runs over into its neighbour.
struct NarrowSums: BitwiseCopyable {
    /// From the top: retransmissions (8 bits), packets (8), bytes of IP (24), bytes on the link (24).
    private var counts: UInt64 = 0
    /// From the top: the squares of sizes (40 bits), bytes of payload (24).
    private var contents: UInt64 = 0
    /// Bytes of transport headers.
    private(set) var headerBytes: UInt16 = 0

    /// As many packets as are held: one less than a byte counts, because the control bits of a packet are counted, each
    /// in a byte, before it is found that the sums are full.
    static let mostPackets = 254
    /// Longer packets are not added.
    static let longestPacket = 65535
    /// Packets with longer transport headers are not added.
    static let longestHeader = 255
}

extension NarrowSums {
    /// The first word.
    var touch: UInt64 { counts }

    var packets: Int { Int(counts >> 48 & 0xff) }
    /// Packets that carried nothing new.
    var retransmissions: Int { Int(counts >> 56) }
    var linkBytes: Int { Int(counts & Self.lower24) }
    var networkBytes: Int { Int(counts >> 24 & Self.lower24) }
    var payloadBytes: Int { Int(contents & Self.lower24) }
    /// The sum of the squares of the sizes.
    var squares: UInt64 { contents >> 24 }

    /// Whether no more packet can be counted before the sums are moved.
    var isFull: Bool { packets == Self.mostPackets }

    @inline(__always)
    mutating func add(_ measure: PacketMeasure) {
        counts &+= 1 << 48 | UInt64(measure.networkBytes) << 24 | UInt64(measure.linkBytes)
        contents &+= (UInt64(measure.size) &* UInt64(measure.size)) << 24 | UInt64(measure.payloadBytes)
        headerBytes &+= UInt16(truncatingIfNeeded: measure.headerBytes)
    }

    /// Counts a packet whose figures are added elsewhere.
    mutating func addPacket() { counts &+= 1 << 48 }

    mutating func addRetransmission() { counts &+= 1 << 56 }

    private static var lower24: UInt64 { 0xff_ffff }
}
