/// What a live capture records, and when it ends by itself.
///
/// Without a word it is the safe default: the loopback interface only, the first 96 bytes of each packet, for at most a
/// minute, not promiscuous. Whatever goes beyond that has to be asked for by the name of the property.
///
///     var options = LiveCaptureOptions()
///     options.description        // "records the first 96 bytes of every packet on lo, for at most 60 s"
///     options.interface = "eth0"
///     options.filter = "tcp"
public struct LiveCaptureOptions: Hashable, Sendable {
    /// The interface's name. `any` stands for all of them at once, which have the link type "Linux cooked" then.
    public var interface = "lo"
    /// How many bytes are kept of each packet, from the link's header on; at most ``SnapLength/wholeFrames``.
    ///
    /// 96 bytes hold Ethernet, IPv6 and TCP with its options, but not much of what they carry.
    public var snapLength = 96
    /// Whether the interface is asked for packets addressed to other machines as well; `any` cannot be.
    public var isPromiscuous = false
    /// How long the capture lasts from its opening; nil means until it is stopped.
    public var durationLimit: Duration? = .seconds(60)
    /// After how many packets it ends; nil means no such limit.
    public var packetLimit: Int?
    /// Which packets are recorded, in libpcap's filter language; nil means all. The kernel applies it, from the first
    /// packet on.
    public var filter: String?
    /// The size in bytes of the buffer the kernel fills while packets are being processed, in steps of 256 KiB.
    public var bufferSize = 16 << 20
    /// How often a tick is handed over, traffic or none.
    public var tickInterval = Duration.milliseconds(200)

    /// The safe default.
    public init() {}
}
