/// A TCP connection, written frame by frame: numbers, acknowledgements and times follow from what was sent before.
///
///     var conversation = TCPConversation(from: client, to: server, at: Timestamp(seconds: 0))
///     conversation.open()
///     conversation.send(Array("GET / HTTP/1.1\r\n\r\n".utf8), .forward)
///     conversation.acknowledge(.backward)
///     conversation.close(.forward)
///     let packets = conversation.frames.map(\.packet)
///
/// The frames are those that a tap near the client sees. The network may lose segments beyond the tap, one at a time:
/// see ``lose(_:_:)``.
public struct TCPConversation: Sendable {
    /// The end that asks for the connection.
    public let client: FlowEndpoint
    /// The end that is asked.
    public let server: FlowEndpoint
    /// All frames so far, in order of time.
    public private(set) var frames: [TimedFrame] = []
    /// When the next frame is sent.
    public private(set) var time: Timestamp
    /// The time from a frame to the next.
    public var gap: Duration
    /// The largest payload of a segment, in bytes.
    public let segmentSize: Int
    /// Writes the client's frames, and reversed the server's: for hardware addresses and hop limit.
    public var builder: FrameBuilder
    private var streams: TCPStreams
    /// The payload of each direction that was lost, and its number.
    private var lost: [FlowDirection: (start: UInt32, payload: [UInt8])] = [:]

    /// A connection that is not yet opened.
    /// - Parameters:
    ///   - client: the end that asks; its address and the server's are of one version.
    ///   - server: the end that is asked.
    ///   - time: when the first frame is sent.
    ///   - gap: the time from a frame to the next.
    ///   - segmentSize: the largest payload of a segment, at least one byte.
    ///   - initialNumbers: the sequence numbers of both SYNs.
    public init(
        from client: FlowEndpoint, to server: FlowEndpoint, at time: Timestamp, gap: Duration = .milliseconds(10),
        segmentSize: Int = 1448, initialNumbers: (client: UInt32, server: UInt32) = (1000, 5000)
    ) {
        (self.client, self.server, self.time, self.gap) = (client, server, time, gap)
        self.segmentSize = max(segmentSize, 1)
        builder = FrameBuilder(from: client.address, to: server.address)
        streams = TCPStreams(client: initialNumbers.client, server: initialNumbers.server)
    }
}

extension TCPConversation {
    /// Lets time pass before the next frame.
    public mutating func wait(_ duration: Duration) { time = time + duration }

    /// Opens the connection: SYN, SYN+ACK, ACK.
    public mutating func open() {
        attempt()
        accept()
        acknowledge(.forward)
    }

    /// Lets the client ask for the connection: SYN.
    public mutating func attempt() { segment(.syn, .forward) }

    /// Lets the server agree: SYN+ACK.
    public mutating func accept() { segment([.syn, .ack], .backward) }

    /// Sends payload in as many segments as it takes, the last with PSH.
    public mutating func send(_ payload: [UInt8], _ direction: FlowDirection) {
        var rest = payload[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(segmentSize))
            rest = rest.dropFirst(segmentSize)
            segment(rest.isEmpty ? [.psh, .ack] : .ack, direction, part)
        }
    }

    /// Sends one segment of payload that passes the tap and never arrives.
    ///
    /// Acknowledgements of the other side stay at this place until ``resend(_:)``.
    public mutating func lose(_ payload: [UInt8], _ direction: FlowDirection) {
        let part = Array(payload.prefix(segmentSize))
        lost[direction] = (streams[direction].next, part)
        segment(.ack, direction, part)
    }

    /// Sends the lost segment again, and now it arrives; nothing happens where none was lost.
    public mutating func resend(_ direction: FlowDirection) {
        guard let (start, payload) = lost.removeValue(forKey: direction) else { return }
        var header = streams.header([.psh, .ack], direction)
        header.sequenceNumber = start
        write(header, direction, payload)
        streams.acknowledgeAll(direction)
    }

    /// Acknowledges what arrived, without payload.
    public mutating func acknowledge(_ direction: FlowDirection) { segment(.ack, direction) }

    /// Closes both ways: FIN of one side, FIN of the other, ACK.
    public mutating func close(_ direction: FlowDirection) {
        segment([.fin, .ack], direction)
        segment([.fin, .ack], direction.opposite)
        acknowledge(direction)
    }

    /// Lets the server refuse what was asked for: RST, with the number zero as it has none yet (RFC 9293 section
    /// 3.5.2).
    public mutating func refuse() {
        var header = streams.header([.rst, .ack], .backward)
        header.sequenceNumber = 0
        write(header, .backward)
    }

    /// Ends the connection at once: RST.
    public mutating func reset(_ direction: FlowDirection) { segment(.rst, direction) }
}

extension TCPConversation {
    /// Sends a segment with what comes next in the sender's stream.
    private mutating func segment(_ flags: TCPFlags, _ direction: FlowDirection, _ payload: [UInt8] = []) {
        write(streams.header(flags, direction, payload: payload.count), direction, payload)
        if lost[direction] == nil { streams.acknowledgeAll(direction) }
    }

    /// Writes the frame of a segment, and lets time pass.
    private mutating func write(_ header: TCPHeader, _ direction: FlowDirection, _ payload: [UInt8] = []) {
        var header = header
        if header.flags.contains(.syn) { header.options.maximumSegmentSize = UInt16(clamping: segmentSize) }
        let ports = Ports(source: client.port, destination: server.port)
        let bytes =
            direction == .forward
            ? builder.tcp(ports, header, payload: payload)
            : builder.reversed.tcp(
                Ports(source: ports.destination, destination: ports.source), header, payload: payload)
        frames.append(TimedFrame(time: time, bytes: bytes))
        time = time + gap
    }
}
