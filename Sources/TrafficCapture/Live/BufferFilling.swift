/// How the kernel lays packets down in the buffer it shares with a capture.
///
/// libpcap decides by whether packets are wanted immediately. Then each packet takes a slot of the snap length's size
/// (TPACKET_V2) and is there at once, but a buffer has few slots for whole packets: 64 KiB for each acknowledgement.
/// Else packets lie one behind the other in blocks (TPACKET_V3), which are handed over when full or after a while.
enum BufferFilling {
    case slots
    case blocks

    init(_ options: LiveCaptureOptions) {
        self = options.snapLength <= Self.largestSlot ? .slots : .blocks
    }

    /// How long a block that is not full may wait.
    static let blockMilliseconds: Int32 = 20
    /// The largest snap length for which slots are chosen.
    static let largestSlot = 512

    /// How much later than its capture a packet may be handed over though none is waiting.
    var delay: Duration {
        self == .slots ? .zero : .milliseconds(Int64(2 * Self.blockMilliseconds))
    }
}
