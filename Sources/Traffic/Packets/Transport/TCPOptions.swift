/// The options of a TCP header that flow analysis asks for: nil for what the header does not say.
public struct TCPOptions: Hashable, Sendable {
    private var timestampValue: UInt32 = 0
    private var timestampEcho: UInt32 = 0
    private var segmentSize: UInt16 = 0
    private var scale: UInt8 = 0
    private var present = Present()

    /// No options.
    @inline(__always)
    public init() {}

    /// Timestamps alone.
    @inline(__always)
    init(timestamp: UInt32, echo: UInt32) {
        (timestampValue, timestampEcho, present) = (timestamp, echo, .timestamps)
    }

    private struct Present: OptionSet, Hashable {
        let rawValue: UInt8

        static let segmentSize = Present(rawValue: 1)
        static let scale = Present(rawValue: 2)
        static let sackPermitted = Present(rawValue: 4)
        static let timestamps = Present(rawValue: 8)

        func with(_ member: Self, _ isMember: Bool) -> Self { isMember ? union(member) : subtracting(member) }
    }
}

extension TCPOptions {
    /// The largest segment the sender accepts, in bytes, RFC 9293 section 3.7.1.
    public var maximumSegmentSize: UInt16? {
        get { present.contains(.segmentSize) ? segmentSize : nil }
        set { (segmentSize, present) = (newValue ?? 0, present.with(.segmentSize, newValue != nil)) }
    }

    /// By how many bits the sender's later windows are to be shifted left, RFC 7323; as sent, though above 14 counts as
    /// 14.
    public var windowScale: UInt8? {
        get { present.contains(.scale) ? scale : nil }
        set { (scale, present) = (newValue ?? 0, present.with(.scale, newValue != nil)) }
    }

    /// Whether the sender takes selective acknowledgements, RFC 2018.
    public var permitsSelectiveAcknowledgement: Bool {
        get { present.contains(.sackPermitted) }
        set { present = present.with(.sackPermitted, newValue) }
    }

    /// The sender's clock, and the latest of the receiver's it has seen, in ticks of unknown length, RFC 7323.
    public var timestamps: (value: UInt32, echo: UInt32)? {
        get { present.contains(.timestamps) ? (timestampValue, timestampEcho) : nil }
        set {
            (timestampValue, timestampEcho) = newValue ?? (0, 0)
            present = present.with(.timestamps, newValue != nil)
        }
    }
}
