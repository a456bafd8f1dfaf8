/// What is held of one direction of a live flow: 80 bytes.
///
/// Sums are narrow and hold 254 packets at most; before they could overflow they are moved to the flow's
/// ``FlowTotals``, which few flows ever need. The sizes of packets of 64 KiB and more go there at once.
struct DirectionRecord: BitwiseCopyable {
    /// The packets since the sums were last moved.
    var packets: UInt16 = 0
    var smallest: UInt16 = .max
    var largest: UInt16 = 0
    /// Packets that carried nothing new, since the sums were last moved.
    var retransmissions: UInt16 = 0
    var linkBytes: UInt32 = 0
    var networkBytes: UInt32 = 0
    var payloadBytes: UInt32 = 0
    /// Bytes of transport headers.
    var headerBytes: UInt32 = 0
    var squares: UInt64 = 0
    /// Nanoseconds since the epoch; the first is that of a direction's first packet, the last never goes back.
    var first: Int64 = 0
    var last: Int64 = .min
    var gaps = GapRecord()

    /// As many packets as the narrow sums can hold: one less than a byte counts, because the control bits of a packet
    /// are counted, each in a byte, before it is found that the sums are full.
    static let mostPackets: UInt16 = 254
    /// Longer packets are not added to the narrow sums.
    static let longestPacket = 65535
}

extension DirectionRecord {
    /// Whether no packet has gone this way.
    var isEmpty: Bool { last == .min }

    /// Counts a packet, its sums only if they can take it.
    /// - Returns: whether they could.
    @inline(__always)
    mutating func take(_ measure: PacketMeasure, at time: Int64) -> Bool {
        advance(to: time)
        guard packets < Self.mostPackets, measure.isNarrow else { return false }
        add(measure)
        return true
    }

    @inline(__always)
    mutating func add(_ measure: PacketMeasure) {
        packets &+= 1
        smallest = min(smallest, UInt16(truncatingIfNeeded: measure.size))
        largest = max(largest, UInt16(truncatingIfNeeded: measure.size))
        linkBytes &+= measure.linkBytes
        networkBytes &+= measure.networkBytes
        payloadBytes &+= measure.payloadBytes
        headerBytes &+= measure.headerBytes
        squares &+= UInt64(measure.size) &* UInt64(measure.size)
    }

    /// Moves on to the next packet of this direction; a packet earlier than the one before it has no gap.
    @inline(__always)
    private mutating func advance(to time: Int64) {
        guard !isEmpty else {
            first = time
            last = time
            return
        }
        gaps.add(UInt64(max(time &- last, 0)))
        last = max(last, time)
    }

    /// Empties the narrow sums, which have been added to the totals.
    mutating func clearSums() {
        packets = 0
        retransmissions = 0
        linkBytes = 0
        networkBytes = 0
        payloadBytes = 0
        headerBytes = 0
        squares = 0
    }
}

/// What one packet adds to its direction.
struct PacketMeasure {
    /// The size whose moments are taken.
    var size: UInt32
    var linkBytes: UInt32
    var networkBytes: UInt32
    var payloadBytes: UInt32
    var headerBytes: UInt32
}
