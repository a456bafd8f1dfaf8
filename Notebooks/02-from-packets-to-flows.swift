// %% [markdown] id="question"
/*
# From packets to flows

What a network leaves on a tap is a list of byte strings, each with a time. Nobody can read that list, and no detector
does. What people read are *flows*: who talked to whom, when, and how much. Between the two lies a handful of decisions.
Which bytes count? Which packets belong together, and who began? When is a conversation over? Every tool answers, most
of them in silence, and the answers change what a detector sees.

This essay takes one capture apart and makes those decisions in the open. Each comes with the number that it moves.

By default the capture is made here, byte for byte, from a seed: a small office, a long transfer on a bad line, and a
port scan. Any file will do instead, with `flowbook render 02 --set capture=trace.pcap`. Where the text says *the made
capture* it speaks of the first; where it does not, every number, table and plot is of the capture that this page was
rendered with.
*/

// %% [parameters] id="parameters"
/// Where every random stream of the made capture starts.
let seed = 42
/// A capture file, pcap, pcapng or snoop, to be taken apart in place of the made one.
let capture: String? = nil
/// How many packets of a file are read at most.
let atMost = 200_000
/// Where the made capture is written, so that other tools can read it; nil for nowhere.
let saveTo: String? = nil

// %% [markdown] id="making"
/*
## A capture made of bytes

A name is looked up, then a page is fetched: much of what offices send is that, over and over. `FrameBuilder` writes
single frames with all lengths and checksums, `TCPConversation` writes a whole connection, in which each number follows
from what was sent before. All addresses are from the blocks set aside for documentation (RFC 5737), so none can be
yours.
*/

// %% Who takes part id="people"
import NotebookDisplay
import Traffic
import TrafficCapture

let start = Timestamp(seconds: 1_700_000_000)
let resolver = FlowEndpoint(IPAddress(192, 0, 2, 53), port: 53)
let server = FlowEndpoint(IPAddress(198, 51, 100, 7), port: 80)
let scanner = IPAddress(203, 0, 113, 9)
func desk(_ number: Int) -> IPAddress {
    IPAddress(192, 0, 2, UInt8(100 + number % 20))
}
let interval = 64.0

// %% What they say id="messages" fold=true
/// A question for the address of a name, or with an address the answer to it: RFC 1035, section 4.
func lookup(_ name: String, _ identifier: Int, answer: IPAddress? = nil) -> [UInt8] {
    let count: UInt8 = answer == nil ? 0 : 1
    var message = [UInt8(identifier >> 8 & 255), UInt8(identifier & 255), answer == nil ? 1 : 0x81, count << 7]
    message += [0, 1, 0, count, 0, 0, 0, 0]
    for label in name.split(separator: ".") { message += [UInt8(label.utf8.count)] + Array(label.utf8) }
    message += [0, 0, 1, 0, 1]
    guard let answer else { return message }
    message += [0xc0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4]
    return message + [24, 16, 8, 0].map { UInt8(answer.low >> $0 & 255) }
}

let request = Array("GET /news HTTP/1.1\r\nHost: www.example\r\nAccept: text/html\r\n\r\n".utf8)

func page(_ size: Int) -> [UInt8] {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(size)\r\n\r\n"
    return Array(head.utf8) + [UInt8](repeating: 0x2e, count: size)
}

// %% One visit to a web page id="visit"
func connection(of client: IPAddress, at seconds: Double, using dice: inout NumPyGenerator) -> TCPConversation {
    TCPConversation(
        from: FlowEndpoint(client, port: UInt16(dice.integer(in: 32_768..<61_000))), to: server,
        at: start + .seconds(seconds), gap: .milliseconds(dice.integer(in: 2..<20)),
        initialNumbers: (UInt32(dice.integer(in: 0..<1 << 32)), UInt32(dice.integer(in: 0..<1 << 32))))
}

func visit(by client: IPAddress, at seconds: Double, using dice: inout NumPyGenerator) -> [TimedFrame] {
    let identifier = dice.integer(in: 0..<65_536)
    let ports = Ports(source: UInt16(dice.integer(in: 32_768..<61_000)), destination: resolver.port)
    let builder = FrameBuilder(from: client, to: resolver.address)
    let question = builder.udp(ports, payload: lookup("www.example", identifier))
    let answer = builder.reversed.udp(
        Ports(source: ports.destination, destination: ports.source),
        payload: lookup("www.example", identifier, answer: server.address))

    var fetch = connection(of: client, at: seconds + 0.05, using: &dice)
    fetch.open()
    fetch.send(request, .forward)
    fetch.acknowledge(.backward)
    fetch.send(page(dice.integer(in: 200..<9000)), .backward)
    fetch.acknowledge(.forward)
    fetch.wait(.seconds(dice.exponential(scale: 4)))
    fetch.close(.forward)
    let begin = start + .seconds(seconds)
    return [TimedFrame(time: begin, bytes: question), TimedFrame(time: begin + .milliseconds(9), bytes: answer)]
        + fetch.frames
}

// %% [markdown] id="others"
/*
Four other kinds of traffic give the essay something to decide. A *transfer* loses a segment on its way and has to send
it again. *Chats* keep a connection open for the whole time and are silent for long stretches. *Clocks* ask a time
server every \(interval) seconds, always between the same two ports. And a *scanner* asks for one port of the server
after another, from a single port of its own; most are closed and refuse, a few are behind a filter and say nothing.
*/

// %% Transfers, chats, clocks and a scan id="kinds" fold=true
func transfer(by client: IPAddress, at seconds: Double, using dice: inout NumPyGenerator) -> [TimedFrame] {
    var file = connection(of: client, at: seconds, using: &dice)
    file.open()
    file.send(request, .forward)
    file.acknowledge(.backward)
    file.send(page(4000), .backward)
    file.acknowledge(.forward)
    file.lose([UInt8](repeating: 0x2a, count: 1448), .backward)
    for _ in 0..<3 {
        file.send([UInt8](repeating: 0x2a, count: 1448), .backward)
        file.acknowledge(.forward)
    }
    file.wait(.milliseconds(180))
    file.resend(.backward)
    file.acknowledge(.forward)
    file.send([UInt8](repeating: 0x2a, count: 2500), .backward)
    file.acknowledge(.forward)
    file.close(.backward)
    return file.frames
}

func chat(by client: IPAddress, until end: Double, using dice: inout NumPyGenerator) -> [TimedFrame] {
    var talk = connection(of: client, at: dice.uniform(in: 20..<40), using: &dice)
    talk.open()
    while (talk.time - start).inSeconds < end {
        let speaker: FlowDirection = dice.random() < 0.5 ? .forward : .backward
        talk.send([UInt8](repeating: 0x61, count: dice.integer(in: 1..<80)), speaker)
        talk.acknowledge(speaker.opposite)
        // Pauses of people: most are short, some very long.
        talk.wait(.seconds(min(25 * dice.exponential() * dice.exponential(), 400)))
    }
    return talk.frames
}

func clock(of client: IPAddress, from first: Double, until end: Double) -> [TimedFrame] {
    let builder = FrameBuilder(from: client, to: IPAddress(192, 0, 2, 1))
    let ports = Ports(source: 123, destination: 123)
    return stride(from: first, to: end, by: interval).flatMap { seconds in
        [builder, builder.reversed].enumerated().map { place, builder in
            let payload = [UInt8(place == 0 ? 0x23 : 0x24)] + [UInt8](repeating: 0, count: 47)
            let time = start + .seconds(seconds) + .milliseconds(4 * place)
            return TimedFrame(time: time, bytes: builder.udp(ports, payload: payload))
        }
    }
}

func scan(at seconds: Double, ports: [Int], using dice: inout NumPyGenerator) -> [TimedFrame] {
    ports.enumerated().flatMap { place, port in
        var probe = TCPConversation(
            from: FlowEndpoint(scanner, port: 61_234), to: FlowEndpoint(server.address, port: UInt16(port)),
            at: start + .seconds(seconds + Double(place) * 0.02), gap: .milliseconds(3))
        probe.attempt()
        if port == 80 || port == 443 {
            probe.accept()
            probe.reset(.forward)
        } else if dice.random() < 0.97 {
            probe.refuse()
        }
        return probe.frames
    }
}

// %% Twenty minutes of it id="story"
let length = 1200.0
var dice = NumPyGenerator(seed: Seed(seed))
var frames = transfer(by: desk(3), at: 31, using: &dice)
for number in 0..<160 {
    frames += visit(by: desk(number), at: dice.uniform(in: 0..<length), using: &dice)
}
for number in 0..<6 { frames += chat(by: desk(number), until: length, using: &dice) }
for number in 0..<4 { frames += clock(of: desk(number), from: Double(7 * number), until: length) }
let tried = dice.permutation(of: 1...500)
frames += scan(at: 600, ports: tried, using: &dice)
frames.sort { $0.time < $1.time }

// %% The capture of this page id="capture"
func read(_ path: String) throws -> (packets: [Packet], warning: String?) {
    var packets: [Packet] = []
    let summary = try CaptureFile(path).forEachFrame { bytes, header in
        packets.append(Packet(decoding: bytes, header))
        return packets.count < atMost ? .next : .stop
    }
    return (packets, summary.warning?.description)
}

let made = frames.map(\.packet)
let (packets, warning) = try capture.map(read) ?? (made, nil)
let (earliest, latest) = (packets.map(\.time).min(), packets.map(\.time).max())
let duration = earliest.flatMap { begin in latest.map { ($0 - begin).inSeconds } } ?? 0

Summary {
    Item("Capture", capture ?? "made from seed \(seed)")
    Item("Packets", packets.count, format: .integer)
    Item("Bytes on the link", packets.map(\.originalLength).reduce(0, +), format: .bytes)
    Item("Duration", duration, format: .seconds)
    Item("With TCP", packets.count { $0.carriedProtocol == .tcp }, format: .integer)
    Item("Not understood whole", packets.count { $0.fault != nil }, format: .integer)
    Item("Read", warning ?? (packets.count < atMost ? "to its end" : "its first \(atMost) packets"))
}

// %% For other tools id="save" fold=true
if let saveTo {
    var writer = try CaptureWriter(saveTo, linkType: .ethernet)
    for frame in frames { try writer.append(frame.bytes.span.bytes, time: frame.time) }
    try writer.close()
}

// %% [markdown] id="save-read"
/*
With `--set saveTo=made.pcap` the made capture is written to a file as well, and every analyser reads it: what follows
is about packets, not about this library.

## The bytes of one packet

A packet is a string of bytes in which each layer says how the next is to be read. Here is the first of this capture
that carries payload over TCP (or, without one, the first that there is).
*/

// %% Which packet it is id="chosen"
let carrying = packets.firstIndex { $0.tcpFlags != nil && $0.payloadRange?.isEmpty == false }
let chosen = carrying ?? packets.indices.first

// %% Where its bytes are id="frame" fold=true
func bytes(ofFrame number: Int) throws -> [UInt8] {
    guard let capture else { return frames[number].bytes }
    var (place, found) = (0, [UInt8]())
    try CaptureFile(capture).forEachFrame { bytes, _ in
        defer { place += 1 }
        guard place == number else { return .next }
        found = bytes.withUnsafeBytes { Array($0) }
        return .stop
    }
    return found
}

// %% Its bytes, field by field id="bytes"
let content = try chosen.map(bytes(ofFrame:)) ?? []
let fields = chosen.map { packets[$0].fields(in: content.span.bytes) } ?? []

ByteMap(
    content,
    fields: fields.map { ByteField($0.name, $0.range, part: $0.part.description, value: $0.value) }
)
.captioned(
    chosen.map { "Packet \($0 + 1): each field with its place, its bytes and what they say." }
        ?? "There is no packet in this capture.")

// %% [markdown] id="bytes-read"
/*
Read [](#fig:bytes) from the outside in. The link's header is an envelope for this one wire; at the next router it is
thrown away, and a new one is written. The IP header is for the whole way: two addresses, how many more routers may pass
the packet on, and the number of the *protocol* that comes next. The transport header belongs to the two programs: two
*ports*, which name them within their machines, and for TCP the two numbers of which the next section is made.

Five of these fields, two addresses, two ports and the protocol, are the usual key of a flow. Nothing in the bytes says
“flow”: that is a word of those who look on.

Notice how little the headers say of themselves. The length of a TCP payload is nowhere: in IPv4 it is the *total
length* less two header lengths, and these are counted in words of four bytes. What stands in the frame beyond that is
padding. Reading it as payload is a classical mistake, and so is trusting a length that reaches beyond the frame.

## The life of a connection

TCP makes a stream of bytes out of packets that may be lost, doubled or out of order. For that every byte has a
*sequence number*, and each side tells by its *acknowledgement number* which byte it waits for. A SYN and a FIN take one
number each, as if they were bytes, so that they can be acknowledged, too (RFC 9293).

Of the connections in this capture we look at the one in which most happened, among those that are short enough for a
table.
*/

// %% All flows, and one of them id="flows"
let flows = packets.flows()
let connections = flows.filter { $0.carriedProtocol == .tcp }
let life = connections.filter { $0.both.packets <= 40 }.max { $0.eventfulness < $1.eventfulness }

extension Flow {
    /// How much happened: events first, then bytes.
    var eventfulness: (Int, Int) { (history.count, forward.sequenceBytes + backward.sequenceBytes) }
}

// %% Its segments id="segments" fold=true
/// A packet of a connection, with numbers that count from the beginning of each side's stream.
struct Segment {
    let milliseconds: Double
    let isForward: Bool
    let flags: TCPFlags
    let sequence, payload: Int
    let acknowledgement: Int?
    var letters = ""
}

/// Which way a packet goes in a flow; nil for one of another flow.
func direction(of packet: Packet, in flow: Flow) -> FlowDirection? {
    guard let ports = packet.ports, let source = packet.source, let destination = packet.destination,
        packet.carriedProtocol == flow.carriedProtocol, flow.first <= packet.time, packet.time <= flow.last
    else { return nil }
    let (sender, receiver) = (
        FlowEndpoint(source, port: ports.source), FlowEndpoint(destination, port: ports.destination)
    )
    if (sender, receiver) == (flow.initiator, flow.responder) { return .forward }
    return (receiver, sender) == (flow.initiator, flow.responder) ? .backward : nil
}

func segments(of flow: Flow) -> [Segment] {
    let own = packets.filter { $0.tcpFlags != nil && direction(of: $0, in: flow) != nil }.prefix(60)
    var untimed = FlowOptions()
    (untimed.idleTimeout, untimed.activeTimeout, untimed.linger) = (nil, nil, nil)
    var starts: [FlowDirection: UInt32] = [:]
    var history = ""
    return own.indices.compactMap { index in
        let packet = own[index]
        guard let way = direction(of: packet, in: flow), case .tcp(let header) = packet.transport else { return nil }
        let first = starts[way] ?? header.sequenceNumber
        starts[way] = first
        let other = header.flags.contains(.ack) ? starts[way.opposite] : nil
        let after = own[...index].flows(untimed).first?.history.description ?? ""
        defer { history = after }
        return Segment(
            milliseconds: (packet.time - flow.first).inSeconds * 1000, isForward: way == .forward, flags: header.flags,
            sequence: Int(Int32(bitPattern: header.sequenceNumber &- first)), payload: packet.payloadLength ?? 0,
            acknowledgement: other.map { Int(Int32(bitPattern: header.acknowledgementNumber &- $0)) },
            letters: String(after.dropFirst(after.hasPrefix(history) ? history.count : 0)))
    }
}

let lived = life.map(segments) ?? []

// %% The connection, packet by packet id="ladder"
Table(lived) {
    Column("Time", unit: "ms", format: .fixed(1)) { $0.milliseconds }
    Column("Way") { $0.isForward ? "→" : "←" }
    Column("Flags") { $0.flags.description }
    Column("Sequence") { $0.sequence }
    Column("Waits for") { $0.acknowledgement }
    Column("Payload", unit: "bytes") { $0.payload }
    Column("New in the history") { $0.letters }
}
.captioned(life.map { "\($0.initiator) → \($0.responder): numbers count from each side's first." } ?? "No connection.")

// %% A picture of it id="drawing" fold=true
/// What one side sent, and what the other side waited for: the time-sequence graph of TCP analysis.
func timeline(_ segments: [Segment], forward isHeavy: Bool) -> Plot {
    let sent = segments.filter { $0.isForward == isHeavy && $0.payload > 0 }
    let waits = segments.filter { $0.isForward != isHeavy && $0.acknowledgement != nil }
    var end = Int.min
    let isAgain = sent.map { segment in
        defer { end = max(end, segment.sequence + segment.payload) }
        return segment.sequence + segment.payload <= end
    }
    let (fresh, again) = (zip(sent, isAgain).filter { !$1 }.map(\.0), zip(sent, isAgain).filter { $1 }.map(\.0))
    return Plot("Every segment stands at its last byte. Where acknowledgements lie flat, a byte is missing.") {
        Step(waits.map(\.milliseconds), waits.map { $0.acknowledgement ?? 0 }, name: "acknowledged up to")
        Points(fresh.map(\.milliseconds), fresh.map { $0.sequence + $0.payload }, name: "sent")
        if !again.isEmpty {
            Points(again.map(\.milliseconds), again.map { $0.sequence + $0.payload }, name: "sent again")
        }
        for segment in segments where !segment.flags.isDisjoint(with: [.syn, .fin, .rst]) {
            if segment.isForward == isHeavy {
                Note(segment.flags.subtracting(.ack).description, x: segment.milliseconds, y: segment.sequence)
            }
        }
    }
    .xLabel("Time", unit: "ms").yLabel("Bytes of the stream")
}

// %% The same as a picture id="timeline"
let sentMost = life.map { $0.forward.sequenceBytes > $0.backward.sequenceBytes } ?? true
timeline(lived, forward: sentMost)

// %% [markdown] id="timeline-read"
/*
In the made capture this is the transfer. Follow the acknowledgements in [](#fig:timeline): they climb behind the data,
then lie flat while data goes on arriving, because the receiver waits for one segment that was lost beyond the tap. When
it comes again, they jump over all that had been kept in the meantime. The tap saw that segment twice. Whoever adds up
payloads has counted it twice as well; we come back to that.

### Letters for what happened

Zeek, which has watched connections longer than most (Paxson 1999), writes such a life as a word. Each letter is an
event; capitals are the initiator's, small letters the responder's. The last column of [](#tab:ladder) shows the letters
at the packets that brought them. Repeated data and acknowledgements bring none, so the word stays short: for this
connection it is **\(life?.history.description)**.
*/

// %% What letters mean id="meanings" fold=true
let meanings: [(ConnectionHistory.Event, letter: String, String)] = [
    (.syn, "S s", "SYN: asks for a connection"), (.synAck, "H h", "SYN+ACK: agrees to it"),
    (.acknowledgement, "A a", "a first ACK without payload"), (.data, "D d", "first payload"),
    (.retransmission, "T t", "payload sent again"), (.gap, "G g", "acknowledges what was not captured"),
    (.zeroWindow, "W w", "cannot take more: a window of zero"), (.fin, "F f", "FIN: has no more to send"),
    (.reset, "R r", "RST: gives up, or refuses"), (.reversal, "^", "roles exchanged against the order of packets"),
]

// %% The letters and how often they occur id="letters"
func share(of event: ConnectionHistory.Event, _ direction: FlowDirection) -> Int {
    connections.count { $0.history.contains(event, direction) }
}

Table(meanings.filter { event in share(of: event.0, .forward) + share(of: event.0, .backward) > 0 }) {
    Column("Letter", \.letter)
    Column("Event") { $0.2 }
    Column("By initiators", format: .integer) { share(of: $0.0, .forward) }
    Column("By responders", format: .integer) { $0.0 == .reversal ? nil : share(of: $0.0, .backward) }
}
.captioned("In how many of the \(connections.count) TCP flows each event occurs.")

// %% What states mean id="state-meanings" fold=true
let states: [(ConnectionState, String)] = [
    (.finished, "opened, and closed by both"), (.established, "opened, not closed"),
    (.attempted, "asked for, no answer"), (.rejected, "asked for, refused"),
    (.abortedByInitiator, "opened, then aborted by the initiator"),
    (.abortedByResponder, "opened, then aborted by the responder"),
    (.abortedAttempt, "asked for, then aborted; no agreement seen"),
    (.abortedHalf, "aborted by the responder; no SYN seen"),
    (.closingByInitiator, "opened, closed by the initiator only"),
    (.closingByResponder, "opened, closed by the responder only"),
    (.halfByInitiator, "SYN and FIN of the initiator, no answer"), (.halfByResponder, "SYN+ACK and FIN, no SYN seen"),
    (.other, "its beginning was not seen"),
]

// %% The states of this capture id="states"
let byState = Dictionary(grouping: connections, by: \.state)

func commonest(_ flows: [Flow]) -> String? {
    Counts(flows.map(\.history.description)).mostCommon(1).first?.value
}

Table(states.filter { byState[$0.0] != nil }) {
    Column("State") { $0.0.rawValue }
    Column("Meaning") { $0.1 }
    Column("Flows", format: .integer) { byState[$0.0]?.count }
    Column("Most frequent history") { byState[$0.0].flatMap(commonest) }
}
.captioned("How the connections went, as Zeek's conn_state has it.")

// %% [markdown] id="states-read"
/*
The *state* is the shorter summary still: what is left of the word when only the ends of both sides are asked for. `S0`
and `REJ` are what a scan leaves behind; in ordinary traffic they are rare, and a host that collects hundreds of them is
worth a question. In this capture \(connections.count { [.attempted, .rejected].contains($0.state) }, format: .integer)
of \(connections.count, format: .integer) TCP flows are of these two kinds.

Mind that a state tells what was *seen*. A capture that begins in the middle of a connection has no SYN for it; it is
`OTH`, whatever it was in truth. So is what follows after a meter has cut a connection in two, and that brings us to the
next decision.

## When is a conversation over?

A TCP connection that is closed is over. Nothing else ever says so. UDP has no end, a machine that is switched off sends
no FIN, and a capture ends when somebody ends it. So a meter decides: a flow is over when no packet has come for some
time, the **idle time-out**. Zeek waits five minutes for TCP and one for UDP, NFStream two minutes, others fifteen
seconds. Here is the same capture under five of these choices.
*/

// %% What is counted of each id="metered" fold=true
struct Metered {
    let total, tcp, udp, single, ended: Int

    init(_ flows: [Flow]) {
        total = flows.count
        tcp = flows.count { $0.carriedProtocol == .tcp }
        udp = flows.count { $0.carriedProtocol == .udp }
        single = flows.count { $0.both.packets == 1 }
        ended = flows.count { $0.end == .idle }
    }
}

// %% Five idle time-outs id="timeouts"
let idle = [5, 15, 60, 120, 600]

let metered = idle.map { seconds in
    var options = FlowOptions()
    options.idleTimeout = .seconds(seconds)
    return Metered(packets.flows(options))
}

Table {
    Column("Idle time-out", idle, unit: "s")
    Column("Flows", metered.map(\.total), format: .integer)
    Column("TCP", metered.map(\.tcp), format: .integer)
    Column("UDP", metered.map(\.udp), format: .integer)
    Column("Of one packet", metered.map(\.single), format: .integer)
    Column("Ended by silence", metered.map(\.ended), format: .integer)
}
.captioned("One capture, five time-outs. Nothing but a definition has changed.")

// %% The number of flows id="timeouts-plot"
Plot("The longer a meter waits, the fewer flows there are, of the same packets.") {
    Line(idle, metered.map(\.total), name: "all", marked: true)
    Line(idle, metered.map(\.tcp), name: "TCP", marked: true)
    Line(idle, metered.map(\.udp), name: "UDP", marked: true)
}
.xLabel("Idle time-out", unit: "s").yLabel("Flows").xScale(.logarithmic).yRange(0...)

// %% The other time-out id="active"
func flows(activeFor seconds: Int) -> Int {
    var options = FlowOptions()
    (options.idleTimeout, options.activeTimeout) = (nil, .seconds(seconds))
    return packets.flows(options).count
}
let byActivity = (minute: flows(activeFor: 60), halfHour: flows(activeFor: 1800))

// %% [markdown] id="timeouts-read"
/*
From the shortest to the longest time-out the number of flows goes from \(metered[0].total, format: .integer) to
\(metered[4].total, format: .integer). In the made capture the steps have names. The clocks ask every \(interval)
seconds: any time-out below makes each question a flow of its own, any above makes all questions of a machine one. Chats
fall to pieces as often as people pause. Visits do not change, since they end in time, by themselves.

There is a second clock. A flow that never falls silent would never be reported, so meters cut it after the **active
time-out**, however lively it is: cut at a minute, without any idle time-out, this capture has
\(byActivity.minute, format: .integer) flows, and at half an hour \(byActivity.halfHour, format: .integer).

So “flows per second”, “mean flow duration” and “share of one-packet flows” are measurements of traffic *and* of a
setting. A model trained under one time-out and used under another has been given other data, with the same column
names. Where flows end is not a detail: a data set in wide use had to be repaired for it, among other things, and
results on it changed (Engelen, Rimmer and Joosen 2021). Write the time-outs beside every number.

## Who asked?

[An earlier essay](01-entropy.swift#capture-read) predicted that port entropy goes wrong where answers are captured too.
A scan asks for many ports, so its destination ports are dispersed. Each answer comes *from* such a port, so the source
ports are dispersed just as much, and both entropies meet in the middle. Here are both, window by window, first of all
packets, then of those that ask for a connection: SYN without ACK.
*/

// %% Port entropy in windows id="port-entropy"
// A microsecond more, so that the last packet falls into the last window.
let width = max((duration + 1e-6) / 24, 0.001)
let windows = try packets.windows(.tumbling(.seconds(width)))
let ends = windows.map { ($0.end - (earliest ?? start)).inSeconds }

/// The entropy of both ports in every window, over some of its packets; nothing where there are none.
func entropyPanel(_ title: String, of isCounted: (Packet) -> Bool) -> Panel {
    let counted = windows.map { $0.filter(isCounted) }
    func bits(_ port: (Packet) -> UInt16?) -> [Double?] {
        counted.map { $0.isEmpty ? nil : Entropy.bits(ofValues: $0.compactMap(port)) }
    }
    return Panel(title) {
        Line(ends, bits(\.sourcePort), name: "source ports", marked: true)
        Line(ends, bits(\.destinationPort), name: "destination ports", marked: true)
    }
}

Plot(
    caption: "The same traffic twice: where a scan is answered, only the lower panel tells the asked from the asking.",
    panels: [
        entropyPanel("All packets with ports") { $0.ports != nil },
        entropyPanel("Packets that ask for a connection", of: \.opensConnection),
    ], sharing: .both
)
.xLabel("Time", unit: "s").yLabel("Entropy", unit: "bits").yRange(0...).height(0.6)

// %% Two entropies at once id="port-spread" fold=true
struct PortSpread {
    let name: String
    let count: Int
    let source, destination: Double

    init(_ name: String, _ ports: [Ports]) {
        self.name = name
        count = ports.count
        source = Entropy.bits(ofValues: ports.map(\.source))
        destination = Entropy.bits(ofValues: ports.map(\.destination))
    }
}

// %% Four ways to count ports id="who"
func spreads(_ packets: [Packet]) -> [PortSpread] {
    var beginnings = InitiatorFilter()
    let initiated = packets.flows()
        .filter { $0.carriedProtocol == .tcp || $0.carriedProtocol == .udp }
        .map { Ports(source: $0.initiator.port, destination: $0.responder.port) }
    return [
        PortSpread("All packets", packets.compactMap(\.ports)),
        PortSpread("SYN without ACK", packets.filter(\.opensConnection).compactMap(\.ports)),
        PortSpread("What begins anything", packets.filter { beginnings.admits($0) }.compactMap(\.ports)),
        PortSpread("Flows, by initiator", initiated),
    ]
}

let whole = spreads(packets)

Table(whole) {
    Column("Counted", \.name)
    Column("How many", \.count, format: .integer)
    Column("Source ports", \.source, unit: "bits", format: .fixed(2))
    Column("Destination ports", \.destination, unit: "bits", format: .fixed(2))
    Column("Difference", unit: "bits", format: .fixed(2)) { $0.destination - $0.source }
}
.captioned("Port entropy of the whole capture, by what is counted.")

// %% The scan alone id="scan-alone"
let probing = made.filter { $0.source == scanner || $0.destination == scanner }
let alone = spreads(probing)

// %% [markdown] id="who-read"
/*
The scan of the made capture by itself makes the point without any noise. Over all its
\(alone[0].count, format: .integer) packets the source ports have \(alone[0].source, format: .bits) and the destination
ports \(alone[0].destination, format: .bits). Over its \(alone[1].count, format: .integer) questions they have
\(alone[1].source, format: .bits) and \(alone[1].destination, format: .bits): one port asks, and
\(alone[1].count, format: .integer) are asked for. Nothing was filtered but answers.

UDP has no SYN to go by. There `InitiatorFilter` takes the first packet after a silence between two ends; and a meter,
which counts flows by their initiators, holds the sender of the first packet to be the one, unless ports tell against
it. It is a guess, and where the beginning was not captured it can be wrong. That is what the letter `^` stands for.

The rule for port features is short: *count questions, not packets*.

## How many bytes?

“Bytes” is the commonest column of flow records and the one with the most meanings. Five of them, from the wire inwards:
the whole frame; the IP packet; what IP carries, so the transport header with its payload; the payload; and the bytes
that the application wrote, by TCP's own count, the sequence numbers.
*/

// %% Sums by level id="sums" fold=true
let levels = ["Link", "IP", "Transport", "Payload", "Stream"]
let nothing = [0, 0, 0, 0, 0]

extension DirectionStatistics {
    /// Bytes of the frame, of IP, of transport header and payload, of the payload, and of the stream.
    var byLevel: [Int] {
        [linkBytes, networkBytes, headerBytes + payloadBytes, payloadBytes, sequenceBytes]
    }
}

func sum(_ one: [Int], _ other: [Int]) -> [Int] { zip(one, other).map(+) }

func sums(_ flows: [Flow]) -> [Int] {
    flows.reduce(nothing) { sum($0, sum($1.forward.byLevel, $1.backward.byLevel)) }
}

func shares(_ sums: [Int]) -> [Double] { sums.map { Double($0) / Double(max(sums[0], 1)) } }

// %% Five ways to count id="byte-levels"
let there = life?.forward.byLevel ?? nothing
let back = life?.backward.byLevel ?? nothing
let allFlows = sums(flows)

Table {
    Column("Counted", levels)
    Column("→", there, unit: "bytes", format: .integer)
    Column("←", back, unit: "bytes", format: .integer)
    Column("All flows", allFlows, unit: "bytes", format: .integer)
    Column("Of the link's", shares(allFlows), format: .percent(1))
}
.captioned("The connection that was shown packet by packet, each way, and all flows of the capture.")

// %% Kinds of traffic id="kinds-of-traffic" fold=true
func kind(_ flow: Flow) -> String { "\(flow.carriedProtocol) \(flow.responder.port)" }

/// The kinds of traffic with the most bytes on the link, named by the responder's port, and all others together.
func kinds(_ flows: [Flow], atMost count: Int) -> [(name: String, shares: [Double])] {
    let ranked = Dictionary(grouping: flows, by: kind).map { (name: $0.key, sums: sums($0.value)) }
        .sorted { ($1.sums[0], $0.name) < ($0.sums[0], $1.name) }
    let rest = ranked.dropFirst(count).map(\.sums).reduce(nothing, sum)
    let named = ranked.prefix(count).map { ($0.name, shares($0.sums)) }
    return rest == nothing ? named : named + [("others", shares(rest))]
}

// %% The same for kinds of traffic id="byte-kinds"
let busiest = kinds(flows, atMost: 3)

Plot("What is left of the bytes on the link, for the busiest kinds of traffic.") {
    for (place, level) in levels.enumerated().dropFirst() {
        Bars(busiest.map(\.name), busiest.map { 100 * $0.shares[place] }, name: level)
    }
}
.yLabel("Of the link's bytes", unit: "%").yRange(0...100)

// %% Where the bytes went id="byte-differences"
let both = sum(there, back)
let repeated = life.map { $0.forward.retransmissions + $0.backward.retransmissions }
let scanShares = shares(sums(probing.flows()))

// %% [markdown] id="bytes-why"
/*
Each step of [](#tab:byte-levels) takes something away, and for the one connection it can be named.

- **Link to IP**, \(both[0] - both[1], format: .integer) bytes: the link's headers of its \(life?.both.packets) packets,
  and the padding of short frames. On Ethernet the header is 14 bytes, and frames below 60 are filled up, so a bare
  acknowledgement of 40 bytes travels with six bytes of nothing. A tap on the sending machine sees it before that.
- **IP to transport**, \(both[1] - both[2], format: .integer) bytes: IP headers, at least 20 a packet, 40 in version 6.
- **Transport to payload**, \(both[2] - both[3], format: .integer) bytes: TCP headers with their options.
- **Payload to stream**, \(both[3] - both[4], format: .integer) bytes: what was sent again; segments that brought
  nothing new: \(repeated). The difference can be negative, since bytes that were acknowledged but not captured belong
  to the stream, too. And it can be absurd, where the numbers are: a SYN that is answered twice, each time with another
  number, makes a stream as long as the distance between the two.

For a bill the first is right, for a file the last, and for a detector it depends. What is never right is to compare two
of them. A limit in “bytes” means one thing for a tool that counts frames and another for one that counts payload; and
the mix of traffic decides how far they are apart. Of the bytes in this capture's frames
\(shares(allFlows)[3], format: .percent(0)) are payload, of those in the frames of the made scan
\(scanShares[3], format: .percent(0)).

## One direction or two

Many meters, routers above all, count each direction as a flow of its own. It is cheaper, and on a path where answers
come back another way it is all that can be done. Others pair both directions into one record (RFC 5103 calls it a
*biflow*). Here is what that does to the same packets.
*/

// %% Both views id="views"
var oneWay = FlowOptions()
oneWay.isUnidirectional = true
let halves = packets.flows(oneWay)

func row(_ flows: [Flow]) -> [Double] {
    let count = Double(max(flows.count, 1))
    return [
        Double(flows.count), Double(flows.count { $0.both.packets == 1 }) / count,
        Double(flows.map(\.both.packets).reduce(0, +)) / count,
        Double(flows.map(\.both.linkBytes).reduce(0, +)) / count,
    ]
}

Table {
    Column("View", ["Two directions in one flow", "Each direction a flow"])
    Column("Flows", [flows, halves].map { row($0)[0] }, format: .integer)
    Column("Of one packet", [flows, halves].map { row($0)[1] }, format: .percent(1))
    Column("Packets a flow", [flows, halves].map { row($0)[2] }, format: .fixed(1))
    Column("Bytes a flow", [flows, halves].map { row($0)[3] }, format: .fixed(0))
}
.captioned("The same packets, both directions in one flow and each in its own.")

// %% Who looks like a scanner id="suspects"
/// To how many different ports of others each host has begun flows of at most three packets.
func reach(_ flows: [Flow]) -> [(host: IPAddress, ports: Int)] {
    let small = flows.filter { $0.both.packets <= 3 && $0.carriedProtocol == .tcp }
    let byHost = Dictionary(grouping: small, by: \.initiator.address)
    return byHost.map { host, flows in
        (host, Set(flows.map { Ports(source: $0.initiator.port, destination: $0.responder.port) }).count)
    }
    .sorted { ($1.ports, $0.host) < ($0.ports, $1.host) }
}

let suspects = [reach(flows), reach(halves)].map { Array($0.prefix(3)) }

Table {
    Column("Rank", 1...3)
    for (view, list) in zip(["Paired", "One way"], suspects) {
        Column("\(view): host", list.map(\.host))
        Column("Small flows", list.map(\.ports), format: .integer)
    }
}
.captioned("Hosts by the number of port pairs in their TCP flows of at most three packets.")

// %% [markdown] id="views-read"
/*
In [](#tab:suspects) a simple detector ranks hosts by how many small TCP flows they have begun. With both directions in
one flow, the scanner of the made capture stands alone. With each direction a flow, its victim stands beside it: every
refusal is a flow that the *server* “began”. An analyst who blocks the second row has finished the attacker's work.

What is lost with the pairing is the *answer*, and answers are most of what separates a question from an attack. “Asked,
and was refused” needs both directions in one row; so do the state and the history above, the ratio of bytes out to
bytes in, and the time until the first reply. A one-way record still has the flags, so a filter may keep flows with SYN
and without ACK; but for UDP nothing like that exists, and whoever trains a model on one-way flows has
\(Double(halves.count) / Double(max(flows.count, 1)), format: .fixed(1)) times the rows, each with a part of the story.
When two studies disagree about a detector, look here first.

## The same from the terminal

Everything above is in the library, and most of it in the command, too. With the made capture in a file:

| to see … | write |
|---|---|
| its flows, under another time-out | `flowbook flows made.pcap --idle-timeout 15s` |
| states and histories, as Zeek's log | `flowbook flows made.pcap --profile zeek` |
| the scan, in the ports that are asked for | `flowbook entropy made.pcap --by dst-port --of initiators --window 50s` |
| traffic of your own, on loopback first | `flowbook capture -w lo.pcap` |

## To try

Think before you unfold; then change the cell and see.

1. A machine asks its time server every \(interval) seconds for a day, and the idle time-out is 60 seconds. How many
   flows? And with 65 seconds? The first solution counts them.
2. What does a bare acknowledgement cost? Predict the share of payload in a connection that moves one byte. The second
   solution builds it.
3. Render this page with `--set seed=7`. Which numbers move, and which cannot?
4. Find a scan that the *SYN without ACK* of [](#fig:port-entropy) does not see. (There are several; `nmap` names one
   after a holiday.)
5. Let every probe of the scan come from a new source port. Predict the entropies of its packets and of its questions.
*/

// %% Solution 1: a day of clocks id="solution-clock" fold=true
let day = clock(of: desk(0), from: 0, until: 86_400).map(\.packet)

Table([60, 63, 65, 120]) {
    Column("Idle time-out", unit: "s") { $0 }
    Column("Flows", format: .integer) { seconds in
        var options = FlowOptions()
        (options.idleTimeout, options.activeTimeout) = (.seconds(seconds), nil)
        return day.flows(options).count
    }
}
.captioned("One machine, one question every \(NumberFormat.automatic.text(for: interval)) seconds, one day.")

// %% Solution 2: one byte id="solution-byte" fold=true
var single = TCPConversation(from: FlowEndpoint(desk(0), port: 40_000), to: server, at: start)
single.open()
single.send([0x21], .forward)
single.acknowledge(.backward)
single.close(.forward)
let cost = sums(single.frames.map(\.packet).flows())

Table {
    Column("Counted", levels)
    Column("Bytes", cost, format: .integer)
}
.captioned("A connection of \(single.frames.count) packets that moves a single byte.")

// %% [markdown] id="limits"
/*
## Limits

The made capture is for teaching. Its clients are patient, its server never tires, its line loses one segment, and its
scan is the plainest there is; no packet was sent to make it. Its figures are exact for these bytes and say nothing
about a network of yours.

Only what passed the tap can be metered. Packets that the tap dropped, ways that part, and tunnels that are encrypted
leave marks (`G`, one-sided flows, one flow for everything), but no repair. Of a file at most
\(atMost, format: .integer) packets are read here. And if you take a capture of yours, make sure that it is yours to
read: the bytes of [](#fig:bytes) are somebody's.

## Sources

- J. Postel, *Internet Protocol*, RFC 791, 1981; S. Deering and R. Hinden, *Internet Protocol, Version 6*, RFC 8200,
  2017.
- W. Eddy (editor), *Transmission Control Protocol (TCP)*, RFC 9293, 2022.
- B. Trammell and E. Boschi, *Bidirectional Flow Export Using IPFIX*, RFC 5103, 2008.
- K. Claffy, H.-W. Braun and G. Polyzos, *A parameterizable methodology for Internet traffic flow profiling*, IEEE
  Journal on Selected Areas in Communications 13, 1995.
- V. Paxson, *Bro: a system for detecting network intruders in real-time*, Computer Networks 31, 1999. (Bro is Zeek
  now.)
- R. Hofstede and others, *Flow monitoring explained: from packet capture to data analysis with NetFlow and IPFIX*, IEEE
  Communications Surveys & Tutorials 16, 2014.
- G. Engelen, V. Rimmer and W. Joosen, *Troubleshooting an intrusion detection dataset: the CICIDS2017 case study*, IEEE
  Security and Privacy Workshops, 2021.
*/
