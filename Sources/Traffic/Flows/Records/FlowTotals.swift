/// The wide sums of a long flow, to which its narrow ones are moved before they could overflow.
struct FlowTotals: BitwiseCopyable {
    var forward = DirectionTotals()
    var backward = DirectionTotals()

    mutating func reverse() { swap(&forward, &backward) }
}

/// The wide sums of one direction.
struct DirectionTotals: BitwiseCopyable {
    var packets = 0
    var retransmissions = 0
    var linkBytes = 0
    var networkBytes = 0
    var payloadBytes = 0
    var headerBytes = 0
    /// Split in two because an alignment of 16 bytes would be paid for by every flow's records.
    var squaresLow: UInt64 = 0
    var squaresHigh: UInt64 = 0
    var smallest = Int.max
    var largest = 0
    var flags = SIMD8<UInt64>()

    var squares: UInt128 {
        get { UInt128(squaresHigh) << 64 | UInt128(squaresLow) }
        set {
            squaresLow = UInt64(truncatingIfNeeded: newValue)
            squaresHigh = UInt64(truncatingIfNeeded: newValue >> 64)
        }
    }
}

extension DirectionTotals {
    func bytes(at level: ByteLevel) -> Int {
        switch level {
        case .link: linkBytes
        case .network: networkBytes
        case .payload: payloadBytes
        }
    }

    /// Takes over what the narrow sums hold.
    mutating func absorb(_ record: DirectionRecord) {
        packets += record.sums.packets
        retransmissions += record.sums.retransmissions
        linkBytes += record.sums.linkBytes
        networkBytes += record.sums.networkBytes
        payloadBytes += record.sums.payloadBytes
        headerBytes += Int(record.sums.headerBytes)
        squares += UInt128(record.sums.squares)
        guard record.smallest <= record.largest else { return }
        smallest = min(smallest, Int(record.smallest))
        largest = max(largest, Int(record.largest))
    }

    /// Adds the figures of a packet too long for the narrow sums, in which it is only counted.
    mutating func add(_ measure: PacketMeasure) {
        linkBytes += Int(measure.linkBytes)
        networkBytes += Int(measure.networkBytes)
        payloadBytes += Int(measure.payloadBytes)
        headerBytes += Int(measure.headerBytes)
        squares += UInt128(measure.size) * UInt128(measure.size)
        smallest = min(smallest, Int(measure.size))
        largest = max(largest, Int(measure.size))
    }
}
