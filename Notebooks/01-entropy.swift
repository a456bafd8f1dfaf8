// %% [markdown] id="question"
/*
# Entropy, a signal you can read

A *port scan* tries many ports of a machine, one after another, to learn which of them answer; each try is a *probe*.
Ordinary clients keep to a few ports. Cut traffic into *windows*, stretches of equal time or of equally many events: can
one number for each window, computed without any training, tell the two apart? And when the number moves, what has it
said?

The number is the Shannon entropy of the destination ports. This essay builds it from counts small enough to check in
your head, predicts what it must be for traffic made from a seed, and then measures it. The prediction will hold almost
embarrassingly well. So most of the essay is about what that success hides: the choice of a window, innocent variety,
and the distance between *the number moved* and *somebody is attacking*.

Nothing here is trained or fitted, and no threshold is tuned. Every measured number in a sentence is computed where it
stands: change a parameter and the sentence changes with it.
*/

// %% [parameters] id="parameters"
/// Where every random stream starts.
let seed = 42
/// A capture file, pcap or pcapng, for the part about your own traffic.
let capture: String? = nil
/// The length of its windows in seconds; nil for a hundredth of its duration.
let windowSeconds: Double? = nil

// %% [markdown] id="spread"
/*
## A number for spread

A *flow* is one direction of a conversation: the packets that a port of one machine sends to a port of another, counted
as one. Somebody picks one flow of a window at random. You are to name its destination port, and may ask questions that
are answered with yes or no. If every flow goes to port 443, you need not ask. If two ports are equally frequent, one
question settles it; with four, two do. And if half of the flows go to one port, a quarter to another and an eighth each
to two more, you ask for the common one first: half of the time you are done after a single question.

The number of questions you need on average, asking as cleverly as possible, is the **entropy**. Let $p_i$ be the share
of port $i$; then

$$H = \sum_i p_i \log_2 \frac{1}{p_i} = -\sum_i p_i \log_2 p_i ,$$

in bits, one bit a question (Shannon 1948). A share of $1/2^m$ takes $m$ questions. So where every share is a power of
one half, entropy needs no logarithm at all, only counting, and that gives us a checker before there is anything to
check. For the shares in between, “as cleverly as possible” means asking about many flows at once; the average then
comes as close to $H$ as one likes.
*/

// %% A checker that counts questions id="checker"
import NotebookDisplay
import Traffic
import TrafficCapture

/// The questions needed on average, where every share is a power of one half.
func questions(_ counts: [Int]) -> Double {
    let total = counts.reduce(0, +)
    let seen = counts.filter { $0 > 0 }
    let asked = seen.map { $0 * (total / $0).trailingZeroBitCount }.reduce(0, +)
    return total > 0 ? Double(asked) / Double(total) : 0
}

// %% The library against the checker id="by-hand"
Table([[16], [8, 8], [8, 8, 0], [4, 4, 4, 4], [8, 4, 2, 2], []]) {
    Column("Counts") { "\($0)" }
    Column("Questions", format: .fixed(3)) { questions($0) }
    Column("Entropy", unit: "bits", format: .fixed(3)) { Entropy.bits(of: $0) }
    Column("In nats", format: .fixed(3)) { Entropy.value(of: $0, in: .nats) }
}
.captioned("Counted questions and summed logarithms agree; a count of zero adds nothing.")

// %% [markdown] id="properties"
/*
Three properties of $H$ carry everything that follows.

- **It has a floor and a ceiling.** One value only: zero. With $k$ different values $H$ is at most $\log_2 k$, reached
  when all are equally frequent. With $n$ flows it is at most $\log_2 n$, since no more than $n$ values can occur.
- **It is blind to names.** Exchange the labels of two ports and nothing changes. Entropy sees *how evenly*, never
  *which*; it cannot know what a port is for, nor what anybody intends.
- **Its base is only a unit.** The last column of [](#tab:by-hand) counts in nats, with the natural logarithm: the same
  numbers times $\ln 2$.

## The same ports, used in two ways

Here are eight ports and two made-up tallies of them.
*/

// %% Two tallies id="tallies"
let ports = [22, 53, 80, 443, 445, 3389, 8080, 8443]
let uneven = [5, 5, 20, 450, 10, 5, 3, 2]
let even = [60, 70, 85, 95, 75, 65, 80, 90]
let (low, high) = (Entropy.bits(of: uneven), Entropy.bits(of: even))

func title(_ name: String, _ bits: Double) -> String {
    "\(name) entropy port usage, H = \(NumberFormat.bits.text(for: bits))"
}

Plot("One port rules; no port stands out. The ports are the same.", columns: 2, sharing: .y) {
    Panel(title("Lower", low)) { Bars(ports, uneven) }
    Panel(title("Higher", high)) { Bars(ports, even) }
}
.xLabel("Destination port").yLabel("Count").xTicks(rotated: 45)

// %% [markdown] id="tallies-read"
/*
On the left of [](#fig:tallies), \(450.0 / 500, format: .percent(0)) of the flows go to port 443 and the entropy is
\(low, format: .bits). On the right it is \(high, format: .bits), a hair below the ceiling of
$\log_2 8 = \(Entropy.bits(of: even.map { _ in 1 }))$ bits.

Bits are easier to feel when the logarithm is undone. $2^H$ is the number of *equally* used ports that would be just as
spread out (Hill 1973, who counted species): the left tally behaves like
\(Entropy.effectiveSupport(of: uneven), format: .fixed(2)) ports, the right one like
\(Entropy.effectiveSupport(of: even), format: .fixed(2)). One more bit always means twice as many.

Low entropy, then, is concentration and high entropy is dispersion. Neither is good or bad.

## Traffic from a seed

To see the number at work we need traffic of which we know the truth, so we make it. The recipe comes with the library.
*/

// %% The recipe id="recipe"
let recipe = PortScanRecipe()
let scanned = recipe.flowsPerWindow - recipe.flowsPerWindow / 2

// %% [markdown] id="recipe-read"
/*
It makes \(recipe.windowCount) windows of \(recipe.flowsPerWindow) flows each. An ordinary flow goes to one of the ports
\(recipe.commonPorts), with the probabilities \(recipe.probabilities). From window \(recipe.attack?.lowerBound) to
window \(recipe.attack?.upperBound) somebody scans: \(scanned) flows of a window try ports between
\(recipe.scannedPorts.lowerBound) and \(recipe.scannedPorts.upperBound, format: .integer), none of them twice in a
window, and only the others are ordinary.

The random numbers are those of NumPy's `default_rng`, bit for bit, so this history can be compared flow by flow with
one made in Python.
*/

// %% The history that it makes id="history"
var generator = NumPyGenerator(seed: Seed(seed))
let history = try recipe.windows(using: &generator)

extension PortWindow.Phase {
    var name: String {
        switch self {
        case .baseline: "before"
        case .attack: "attack"
        case .post: "after"
        }
    }
}

Table([history[0], history[59], history[60], history[79], history[80]]) {
    Column("Window", \.number)
    Column("Phase", \.phase.name)
    Column("Flows", \.ports.count)
    Column("To port 80") { Counts($0.ports)[80] }
    Column("Different ports") { Counts($0.ports).support }
}
.captioned("Both borders of the attack: it brings \(scanned) ports to a window, each tried once.")

// %% [markdown] id="predict"
/*
### Predict first

A number that we can read is one that we can predict. For ordinary flows the definition gives $H_0$ at once. For a
mixture there is a rule worth knowing. Ask first whether the flow is of the scan, which is so for a share $\lambda$ of
them; then ask for its port among the scanned or among the ordinary ones:

$$H = h(\lambda) + (1-\lambda)\,H_0 + \lambda\,H_1 ,$$

where $h(\lambda)$ is the entropy of that first question alone: one bit when the odds are even. (The rule is exact while
the two kinds have no port in common, and \(recipe.commonPorts.count) ports among
\(recipe.scannedPorts.count, format: .integer) hardly matter.) The scan's own entropy $H_1$ is that of \(scanned)
different ports.
*/

// %% The prediction id="prediction"
let ordinary = try Entropy.value(ofWeights: recipe.probabilities)
let scan = Entropy.bits(of: repeatElement(1, count: scanned))
let share = Double(scanned) / Double(recipe.flowsPerWindow)
let question = try Entropy.value(ofWeights: [share, 1 - share])
let attacked = question + (1 - share) * ordinary + share * scan

let (n, k) = (Double(recipe.flowsPerWindow), Double(recipe.commonPorts.count))
let bias = (k - 1) / (2 * n * Entropy.value(of: [1, 1], in: .nats))
let expected = (ordinary: ordinary - bias, attacked: attacked - bias)

// %% [markdown] id="prediction-read"
/*
So $H_0 = \(ordinary, format: .fixed(4))$ bits, $H_1 = \log_2 \(scanned) = \(scan, format: .fixed(4))$ bits, and a
window of the attack, where $\lambda = \(share)$ and $h(\lambda) = \(question)$, should have

$$H = \(question) + \(1 - share) \cdot \(ordinary, format: .fixed(4)) + \(share) \cdot \(scan, format: .fixed(4))
  = \(attacked, format: .fixed(4)) \text{ bits.}$$

One correction, because a window is a sample. By chance some ports get more than their share in it and others less, and
such deviations make it on average less even than its source: entropy is a concave function of the shares, so what it
loses by a deviation one way is more than it gains by the same deviation the other way. For $n$ flows over $k$ values
the loss is about $(k-1)/(2n\ln 2)$ bits (Miller 1955). With \(recipe.commonPorts.count) ports and
\(recipe.flowsPerWindow) flows that is \(bias, format: .fixed(4)) bits, which leaves
\(expected.ordinary, format: .fixed(4)) and \(expected.attacked, format: .fixed(4)) to be expected. (In the attack fewer
flows are ordinary, which raises their bias, but they count for as much less, so it comes to the same. The $\ln 2$ in
the code is the entropy of a fair coin, in nats.) Beware of the rule's condition: where $k$ is not small beside $n$,
many values do not occur in the sample at all, and whole bits can be missing. (The scan escapes this by trying no port
twice in a window: its $H_1$ is $\log_2 \(scanned)$ exactly.)

### Then measure
*/

// %% Entropy over time id="series"
let entropies = history.map { Entropy.bits(ofValues: $0.ports) }

Plot("Entropy of destination ports over time; dashed, what was expected, the bias taken off.") {
    if let attack = recipe.attack { Span(attack, label: "Attack phase") }
    Rule(y: expected.ordinary)
    Rule(y: expected.attacked)
    Line(history.map(\.number), entropies, name: "Entropy", marked: true)
}
.xLabel("Time window")
.yLabel("Entropy of destination ports", unit: "bits")
.yRange(0...6)

// %% How entropies stand in tables id="column"
func column(_ title: String, _ bits: [Double]) -> Column<Never> {
    Column(title, bits, unit: "bits", format: .fixed(4))
}

// %% The three phases id="phases"
let phases = try PortWindow.Phase.allCases.map { phase in
    try Summary(of: zip(history, entropies).filter { $0.0.phase == phase }.map(\.1))
}

Table {
    Column("Phase", PortWindow.Phase.allCases.map(\.name))
    column("Expected", [expected.ordinary, expected.attacked, expected.ordinary])
    column("Mean", phases.map(\.mean))
    column("Deviation", phases.map(\.standardDeviation))
    column("Least", phases.map(\.min))
    column("Greatest", phases.map(\.max))
}
.captioned("Entropy, phase by phase: what was expected, and what came. (Deviation: the sample standard deviation.)")

// %% [markdown] id="separation"
/*
The attack multiplies the entropy by \(phases[1].mean / phases[0].mean, format: .fixed(2)). Between the most dispersed
window before it and the least dispersed window of the attack lie \(phases[1].min - phases[0].max, format: .fixed(2))
bits; with the windows after it counted as well,
\(phases[1].min - max(phases[0].max, phases[2].max), format: .fixed(2)): the separation is total. And the return to the
old level is immediate, since nothing in the recipe lingers.

### Why total separation is not detection

It is tempting to draw a line through the gap in [](#fig:series) and call it a detector. Look at what that line would
know. We wrote the ordinary traffic, so it has four ports and no lunch break. We wrote the scan, so it fills half of
every window. The gap is a property of the recipe. A scan ten times slower makes it shrink; a scan of one port on many
hosts, or of many ports spread over a month, need not show at all.

Nor do we know how often a line would be crossed by accident, because the recipe holds no accidents. That rate decides.
Suppose a rule missed no scan and raised a false alarm in only one window of a thousand. Windows of a minute make
\(30 * 24 * 60, format: .integer) in a month of 30 days. If one scan of twenty minutes happens in that month, the rule
raises 20 true alarms and about \(0.001 * 43_180, format: .fixed(0)) false ones: an alarm is right
\(20 / (20 + 0.001 * 43_180), format: .percent(0)) of the time (after Axelsson 2000). An honest claim of detection needs
traffic that nobody arranged, a false alarm rate measured on other data than the line was drawn on, and a cost for each
kind of mistake. We have none of these, and so we claim none.

## How long is a moment?

So far the windows were given. On a wire nobody cuts the traffic for us, and the cut is a choice with consequences. Put
the flows of the history in one row and slide windows of three widths along it, a hundred flows at a time.
*/

// %% Windows of three widths id="sliding"
let row = history.flatMap(\.ports)
let excerpt = row[11_000..<17_000]
let views = try [100, 200, 800].map { width in
    let bits = try Entropy.bits(ofValues: excerpt, inWindowsOf: width, every: 100)
    return Panel {
        if let attack = recipe.attack {
            Span((attack.lowerBound - 1) * recipe.flowsPerWindow...attack.upperBound * recipe.flowsPerWindow)
        }
        Line(bits.indices.map { excerpt.startIndex + 100 * $0 + width - 1 }, bits)
    }
    .yLabel("Entropy in windows of \(width) flows", unit: "bits")
}

Plot(
    caption: "One attack (shaded), three widths; a value stands where its window ends.",
    panels: views, sharing: .both
)
.xLabel("Flow").yRange(0...8).height(0.6)

// %% [markdown] id="sliding-read"
/*
Three lessons sit in [](#fig:sliding), and none of them is about attackers.

**The level belongs to the window.** The same attack stands near \(attacked, format: .fixed(0)) bits in windows of 200
flows and near \(attacked + 1, format: .fixed(0)) in windows of 800: four times as many scanned ports are two bits more
for the half that scans. An entropy without its window is not a measurement. To compare a quiet night with a busy noon
is to compare window sizes as much as traffic. Windows of equal *count* avoid that; windows of equal *time* show when.

**A short window may see the arrangement.** The top panel jumps between the level of ordinary traffic and the highest
entropy that a hundred flows can have. It is right: the recipe writes the ordinary half of a window first and the scan
second, and a window of a hundred flows falls into one or the other. The neat windows of 200 had hidden this.

**A long window is late and soft.** A window of 800 flows is filled by the attack only when 800 flows of it have passed,
one of 200 after 200; and for as long the attack seems to go on after it has ended. Sliding in small steps shortens the
wait for the next value; it does not shorten the memory.

## Beyond ports

Ports are one field among several, and flows have times. For the rest of the essay we let packets speak. Forty desks of
an office use a dozen servers for 900 seconds. From second 300 to 400 somebody scans one of the servers, ten ports a
second. From 600 to 700 nobody does anything wrong: people browse sites built from hundreds of servers, machines fetch
updates, and calls and file transfers pick ports as they please. It is the same measure, taken of more columns.
*/

// %% A story in packets id="story"
var scanner = TrafficProfile.portScan
scanner.flowsPerSecond = 10
var lively = TrafficProfile.diverseBrowsing
(lively.flowsPerSecond, lively.packetsPerFlow) = (20, 3)

var dice = NumPyGenerator(seed: Seed(seed))
let story = Scenario([
    Scenario.Phase("office", lasting: .seconds(300), [.office]),
    Scenario.Phase("scan", lasting: .seconds(100), [.office, scanner]),
    Scenario.Phase("office", lasting: .seconds(200), [.office]),
    Scenario.Phase("lively", lasting: .seconds(100), [.office, lively]),
    Scenario.Phase("office", lasting: .seconds(200), [.office]),
])
let packets = try story.packets(using: &dice)

// %% The signature of a kind of traffic id="fields"
let fields = [
    "Destination port", "Source port", "Destination address", "Source address",
    "Packet length",
]

func spread(of packets: some Sequence<Packet>) -> [Double] {
    [
        Entropy.bits(ofValues: packets.compactMap(\.destinationPort)),
        Entropy.bits(ofValues: packets.compactMap(\.sourcePort)),
        Entropy.bits(ofValues: packets.compactMap(\.destination)),
        Entropy.bits(ofValues: packets.compactMap(\.source)),
        Entropy.bits(ofValues: packets.map(\.originalLength)),
    ]
}

var sampler = NumPyGenerator(seed: Seed(seed))
let kinds = try [TrafficProfile.office, scanner, lively].map { kind in
    spread(of: try kind.packets(for: .seconds(200), using: &sampler).prefix(500))
}

Table {
    Column("Field", fields)
    column("Office", kinds[0])
    column("Scan", kinds[1])
    column("Lively", kinds[2])
}
.captioned("Entropy of five fields over 500 packets, each kind of traffic by itself.")

// %% [markdown] id="fields-read"
/*
Read the first row of [](#tab:fields) and the scan looks like an extreme of lively traffic. Read the third and they are
opposites: a scan of one host has a single destination, so its address entropy is \(kinds[1][2], format: .bits), while
lively traffic goes everywhere, with \(kinds[2][2], format: .bits). The last row separates them again: every probe has
the same length, while lively packets have many. Entropies of several fields together make a *signature*, by which kinds
of anomalies can be told apart (Lakhina, Crovella and Diot 2005).

Now the story itself, cut into windows of equal count: 200 packets each, so that their entropies can be compared. Beside
the entropies stand two plain features that need no logarithm: the rate, and how irregular the gaps between packets are,
as their standard deviation over their mean. A metronome has 0, arrivals purely at random have 1, bursts have more.
*/

// %% Features of every window id="features"
let cut = try packets.windows(.tumbling(packets: 200)).filter { $0.count == 200 }

typealias Feature = KeyPath<PacketFeatures, Double?>
let measures: [(name: String, unit: String, feature: Feature)] = [
    ("Destination ports", "bits", \.destinationPortBits),
    ("Destination addresses", "bits", \.destinationAddressBits),
    ("Packet lengths", "bits", \.lengthBits),
    ("Rate", "packets/s", \.packetsPerSecond),
    ("Irregularity of gaps", "sd / mean", \.gapVariation),
]

/// A panel for every measure; a value stands where its window ends.
func panels(_ windows: [Window<Packet>], from origin: Timestamp, shading spans: [Span] = []) -> [Panel] {
    let seconds = windows.map { origin.duration(to: $0.end).inSeconds }
    let features = windows.map(\.features)
    return measures.map { measure in
        Panel {
            for span in spans { span }
            Line(seconds, features.map { $0[keyPath: measure.feature] }, marked: true)
        }
        .yLabel(measure.name, unit: measure.unit)
    }
}

let begins = story.begins()
let spells = [1, 3].map { begins[$0].seconds...begins[$0 + 1].seconds }

Plot(
    caption: "A scan, then a lively spell, shaded; a value stands where its window ends. "
        + "Both lift the ports, only the second the addresses.",
    panels: panels(cut, from: begins[0], shading: spells.map { Span($0) }), sharing: .x
)
.xLabel("Seconds").height(0.5)

// %% Three groups of windows id="groups"
func during(_ spell: ClosedRange<Double>, _ windows: [Window<Packet>]) -> [PacketFeatures] {
    windows.filter { spell.contains($0.start.seconds) && spell.contains($0.end.seconds) }.map(\.features)
}

let office = 0...spells[0].lowerBound
let groups = [
    ("Office", during(office, cut)),
    ("Office + scan", during(spells[0], cut)),
    ("Office + lively", during(spells[1], cut)),
]

func mean(_ feature: Feature, of group: [PacketFeatures]) -> Double? {
    let values = group.compactMap { $0[keyPath: feature] }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

Table {
    Column("Feature", measures.map { "\($0.name) (\($0.unit))" })
    for (name, group) in groups {
        Column(name, measures.map { mean($0.feature, of: group) }, format: .fixed(2))
    }
}
.captioned("Means over the windows of 200 packets that lie wholly in one spell; office: before the scan.")

// %% The same spells by the clock id="clock"
let tens = Array(try packets.windows(.tumbling(.seconds(10))))
let byClock = [office, spells[1]].map { during($0, tens) }
let packetsByClock = byClock.map { group in
    group.map(\.packetCount).reduce(0, +) / max(group.count, 1)
}
let lengthsByClock = byClock.map { mean(\.lengthBits, of: $0) }

// %% [markdown] id="harmless"
/*
## Harmless and nearly as high

The first panel of [](#fig:features) is the essay's main warning. Someone who watches only the ports sees two alarms of
the same kind, and the second is about nothing. Modern traffic is *meant* to be diverse: browsers open connections to
dozens of content networks, updates arrive from wherever is nearest, calls and games negotiate ports as they need them.
High entropy can be the normal state of a healthy, busy afternoon.

The addresses break the tie, as [](#tab:groups) shows in figures for the windows of [](#fig:features). (Both have fewer
bits of ports there than in [](#tab:fields), where each stands alone, over 500 packets.) During the scan their entropy
does not rise, since every probe goes to one server, which was busy anyway; in the lively spell it rises steeply. The
entropy of lengths falls in both, further in the scan, since probes are all alike. The rate rises in both. And the
irregularity of gaps falls in both, towards the 1 of pure chance: many senders who know nothing of each other, or one
that starts probes at random, smooth the bursts of the office. It says that something was added, not what.

The cut matters here, too. In windows of ten seconds the lively spell has \(packetsByClock[1], format: .integer) packets
a window where the office before the scan has \(packetsByClock[0], format: .integer), and the mean entropy of lengths is
\(lengthsByClock[1], format: .bits) against \(lengthsByClock[0], format: .bits): the size of the windows hides that
lengths have become more alike.

What is what becomes plain when two features are drawn against each other.
*/

// %% Two features at once id="plane"
func plane(_ x: Feature, _ y: Feature) -> Panel {
    Panel {
        for (name, group) in groups {
            Points(group.map { $0[keyPath: x] }, group.map { $0[keyPath: y] }, name: name)
        }
    }
    .xLabel("Entropy of ports", unit: "bits")
}

Plot(
    "A mark for every window wholly in one spell; office: before the scan. What one feature confuses, two separate.",
    columns: 2
) {
    plane(\.destinationPortBits, \.destinationAddressBits)
        .yLabel("Entropy of addresses", unit: "bits")
    plane(\.destinationPortBits, \.packetsPerSecond)
        .yLabel("Rate", unit: "packets/s")
        .yRange(0...)
}

// %% [markdown] id="together"
/*
On both sides of [](#fig:plane) the three kinds of windows form three islands. That is what other fields, rates and
times are good for: not a better threshold, but a second, independent question. It is also how somebody would hide. Scan
many hosts at once, and the entropy of addresses rises with that of the ports; scan slowly, and the rate says nothing.

## Your own traffic

All of this runs unchanged on packets that were really sent. Name a capture file, and this part shows its ports, its
signature and its windows, by the functions that drew the story. A TCP connection begins with a packet that carries the
flag SYN (*synchronise*) and not ACK (*acknowledge*); the tables call such packets *openings*.
*/

// %% A capture file id="capture"
let recorded = try capture.map { try CaptureFile($0).read() }
let real = recorded?.packets ?? []
let duration = real.last.map { real[0].time.duration(to: $0.time).inSeconds } ?? 0

if let capture, let recorded {
    show(
        Summary {
            Item("File", capture)
            Item("Packets", real.count, format: .integer)
            Item("With ports", real.count { $0.ports != nil }, format: .integer)
            Item("TCP openings", real.count(where: \.opensConnection), format: .integer)
            Item("Duration", duration, format: .seconds)
            Item("Read to its end", recorded.warning?.description ?? "yes")
        })
} else {
    let command = "flowbook render 01 --set capture=trace.pcap"
    show(Markdown("This notebook was run without a capture. `\(command)` runs it with one."))
}

// %% Its ports and its signature id="capture-fields" fold=true
if !real.isEmpty {
    let ranked = Counts(real.compactMap(\.destinationPort))
    show(
        Table(ranked.mostCommon(10)) {
            Column("Destination port") { $0.value }
            Column("Packets", format: .integer) { $0.count }
            Column("Share", format: .percent(1)) { Double($0.count) / Double(ranked.total) }
        }
        .captioned("The most frequent destination ports."))
    let openings = real.filter(\.opensConnection)
    func ceiling(_ count: Int) -> Double { Entropy.bits(of: repeatElement(1, count: count)) }
    show(
        Table {
            Column("Field", fields + ["At most, log₂ n"])
            column("All packets, n = \(real.count)", spread(of: real) + [ceiling(real.count)])
            column("TCP openings, n = \(openings.count)", spread(of: openings) + [ceiling(openings.count)])
        }
        .captioned("Entropy over all packets, over those that open a connection, and the most that so many can have."))
}

// %% Its windows id="capture-windows" fold=true
if !real.isEmpty {
    // A microsecond more, so that the last packet falls into the hundredth window.
    let length = windowSeconds ?? max((duration + 1e-6) / 100, 0.001)
    let windows = try real.windows(.tumbling(.seconds(length)))
    let plot = Plot(panels: panels(Array(windows), from: real[0].time), sharing: .x)
    let each = NumberFormat.seconds.text(for: length)
    show(
        plot.xLabel("Seconds").height(0.5)
            .captioned("\(windows.count) windows of \(each), each value at its end; a gap: too few packets."))
}

// %% [markdown] id="capture-read"
/*
With a capture at hand, compare its two columns of entropies first, each with its ceiling in mind. Where a tap sees both
directions, many packets are answers, and an answer goes to the port that asked. By the rule for mixtures, a share
$\lambda$ of answers makes

$$H = h(\lambda) + (1-\lambda)\, H_{\text{questions}} + \lambda\, H_{\text{answers}}$$

bits, while no port occurs among both. As data mostly flows back, answers usually outnumber questions. Suppose that
there are only as many, so that $\lambda = \frac{1}{2}$ and $h(\lambda) = 1$. What that does depends on the ports that
ask.

- A scan worth ten bits that sends every probe from *one* source port gets answers worth nothing. It measures
  $1 + \frac{1}{2} \cdot 10 + \frac{1}{2} \cdot 0 = 6$: the answers have hidden four bits.
- With a *new* source port for each probe, as in our story, the answers are as dispersed as the scan. It measures
  $1 + \frac{1}{2} \cdot 10 + \frac{1}{2} \cdot 10 = 11$: they have added one.
- Ordinary clients ask for few ports, each time from a new one of their own. If all ask for the same port, on 32
  connections alike, that measures $1 + \frac{1}{2} \cdot 0 + \frac{1}{2} \cdot 5 = 3.5$, and all of it comes from the
  answers.

So answers can hide a scan, and they can make something like one out of nothing. Counting only the packets that open a
connection asks who is being called, and by whom. It is the cheapest improvement in this essay, but one for TCP alone:
it drops all of UDP, so name lookups, QUIC and scans of UDP ports, and scans that send no SYN.

Then look at the gaps in the curves. A window without packets has no entropy; it is not a window with entropy zero. Only
its rate is known, and that is zero. A single packet has entropy zero, whatever it is, and no gap between packets; two
have one gap, too few for an irregularity. And since these windows are of equal time, part of any movement is that of
their size, wherever the rate moves.

## When entropy informs

- **As a change, against its own past.** A level means little; a shift at an hour when this network never shifts is
  worth a look. Baselines belong to a network, an hour, a window.
- **As a compass.** Which field moved, and which way, says what kind of change it is: ports up and addresses not up is a
  scan-like shape, sources up and destinations down a flood-like one.
- **As a sieve.** It is one pass over counts, cheap enough to run everywhere and to decide where to look more closely.
- **As an explanation.** It can be recomputed by hand, and its movement can be traced to the counts that caused it.

## And when it does not

- **It does not see intent.** A backup to a new service, a release day and a worm may have one entropy.
- **It does not see names.** If all traffic moved from port 443 to port 4444 overnight, it would not move at all.
- **It does not see the small.** A few probes among thousands of flows change the second decimal.
- **It can be shaped.** Whoever knows the window can spread a scan over many, or add noise until quiet looks loud.
- **It depends on what was counted.** Packets or flows, one direction or both, sampled or not, a second or an hour: each
  choice makes another number, and a small window underestimates, by whole bits where values are many.

So it is a weak signal: evidence to be put beside other evidence, and never a rule that decides by itself.

## Limits

The traffic of recipe and story was made for teaching. Its figures are plausible, not measured; nobody's network behaves
like the recipe, and no statement here is a claim that anything works in operation. The scan exists only as numbers: no
packet was sent to make it. The purpose is defensive, to know what a number can carry before someone leans on it.

If you point this notebook at a capture, make sure that it is yours to read. Addresses and ports tell about people even
when no payload is kept. An entropy is a summary and reveals less than its counts; that is one of its merits.

## To try

1. Predict the entropy of a window in which one flow in ten belongs to the scan. How many bits is that above the
   ordinary level, and how many standard deviations of [](#tab:phases)?
2. Two ports are used by 60% and 40% of the flows. Without computing: is $H$ nearer to 0 or to 1? Then compute it.
3. Change the seed: `flowbook render 01 --set seed=7`. Which sentences of this essay change, and which do not? Why
   those?
4. In the story, let the scan sweep a whole subnet, one port on 200 servers. Which panels of [](#fig:features) notice?
5. Find traffic of your own whose port entropy is higher than that of a scan, and explain it to somebody.

## Sources

- C. E. Shannon, *A Mathematical Theory of Communication*, Bell System Technical Journal 27, 1948.
- G. A. Miller, *Note on the bias of information estimates*, in *Information Theory in Psychology*, 1955.
- M. O. Hill, *Diversity and evenness: a unifying notation and its consequences*, Ecology 54, 1973.
- S. Axelsson, *The base-rate fallacy and the difficulty of intrusion detection*, ACM TISSEC 3, 2000.
- A. Lakhina, M. Crovella and C. Diot, *Mining anomalies using traffic feature distributions*, SIGCOMM 2005.
*/
