// %% [markdown] id="question"
/*
# Many entropies

[](01-entropy.swift) followed one number, the entropy of destination ports, and ended with a suspicion: what one number
confuses, several may separate. Here are thirteen, for every five minutes of an office's day: eight entropies and five
volumes. On a simulated day thirteen things happen to this office, too: nine attacks, a fault and three harmless events
that look like attacks. Which of them do the numbers see, which not, and why?

Three questions come before that one. Are thirteen dimensions thirteen witnesses, or a few who repeat each other? How
far from ordinary is too far, if there may be *one false alarm a day* and not more? And when the alarm rings, can its
dimensions say what it is about?

The choices of this essay (the dimensions, five minutes, the baseline by hours, the size of the office) were made before
the seeds reported here were drawn, while looking at those of `seed=7`, and none was changed for the sake of others. The
detection rates at the end come from days that served no other purpose. Every measured number in a sentence is computed
where it stands.
*/

// %% [parameters] id="parameters"
/// Where every random stream starts.
let seed = 42

// %% [markdown] id="count"
/*
## What is counted

We count *flows*, each once, in the window in which it begins, and in the direction of its *initiator*: the source is
who began the conversation, the destination who was called. Where replies are counted as well, each side's ports and
addresses appear as source and as destination, and a scan hides in them.

Four entropies are those of Lakhina, Crovella and Diot (2005): of addresses and ports at either end. Two more are the
suggestion of Nychis and his colleagues (2008), who found the first four to say much the same: take each host's
*degree*, the number of partners it called (out) or was called by (in), and ask how evenly the hosts spread over the
degrees. The entropy of flow sizes, in octaves of their bytes, and that of the protocols make eight. The five volumes
are logarithms to base two, so that one step is a doubling and a heavy tail stays on the page. All entropies are plug-in
estimates, in bits.
*/

// %% What a window needs of a flow id="beginnings" fold=true
import Glibc
import NotebookDisplay
import Traffic
import TrafficCapture

/// A flow, as the window in which it begins counts it.
struct Beginning {
    let time: Timestamp
    let source, destination: IPAddress
    let ports: (source: UInt16, destination: UInt16)
    let carried: Int
    let packets, bytes, outbound: Int

    init(_ flow: Flow) {
        time = flow.first
        (source, destination) = (flow.initiator.address, flow.responder.address)
        ports = (flow.initiator.port, flow.responder.port)
        carried = Int(flow.carriedProtocol.rawValue)
        (packets, bytes) = (flow.both.packets, flow.both.linkBytes)
        let leaves = source.isInside ? flow.forward : flow.backward
        outbound = source.isInside != destination.isInside ? leaves.linkBytes : 0
    }
}

extension IPAddress {
    /// Whether it is of a private network, or of the simulated office.
    var isInside: Bool {
        guard version == .four else { return high == 0x2001_0db8_0001_0000 || high >> 57 == 0x7e }
        return low >> 24 == 10 || low >> 20 == 0xac1 || low >> 16 == 0xc0a8
    }
}

// %% Thirteen dimensions id="dimensions"
let entropies: [TrafficDimension] = [
    .sourceAddressEntropy, .destinationAddressEntropy, .sourcePortEntropy, .destinationPortEntropy,
    "protocol entropy", "flow-size entropy", "out-degree entropy", "in-degree entropy",
]
let volumes: [TrafficDimension] = [.flows, .packets, .bytes, .outboundBytes, .packetLength]
let dimensions = entropies + volumes

/// How evenly the hosts spread over numbers of partners.
func degreeBits(_ pairs: [(IPAddress, IPAddress)]) -> Double {
    var partners: [IPAddress: Set<IPAddress>] = [:]
    for (host, partner) in pairs { partners[host, default: []].insert(partner) }
    return Entropy.bits(ofValues: partners.values.map(\.count))
}

/// What the flows that begin in a window look like.
func look(at flows: [Beginning]) -> [TrafficDimension: Double] {
    let (packets, bytes) = flows.reduce((0, 0)) { ($0.0 + $1.packets, $0.1 + $1.bytes) }
    let outbound = flows.reduce(0) { $0 + $1.outbound }
    var values: [TrafficDimension: Double] = [
        .flows: octaves(flows.count), .packets: octaves(packets), .bytes: octaves(bytes),
        .outboundBytes: octaves(outbound),
    ]
    guard !flows.isEmpty else { return values }
    values[.packetLength] = octaves(bytes / max(packets, 1))
    values[.sourceAddressEntropy] = Entropy.bits(ofValues: flows.map { $0.source })
    values[.destinationAddressEntropy] = Entropy.bits(ofValues: flows.map { $0.destination })
    values[.sourcePortEntropy] = Entropy.bits(ofValues: flows.map { $0.ports.source })
    values[.destinationPortEntropy] = Entropy.bits(ofValues: flows.map { $0.ports.destination })
    values["protocol entropy"] = Entropy.bits(ofValues: flows.map { $0.carried })
    values["flow-size entropy"] = Entropy.bits(ofValues: flows.map { Int.bitWidth - $0.bytes.leadingZeroBitCount })
    values["out-degree entropy"] = degreeBits(flows.map { ($0.source, $0.destination) })
    values["in-degree entropy"] = degreeBits(flows.map { ($0.destination, $0.source) })
    return values
}

/// Volumes count in octaves: one more is twice as much.
func octaves(_ count: Int) -> Double { log2(Double(count) + 1) }

// %% [markdown] id="office"
/*
## Fourteen Mondays

Traffic of which we know the truth has to be made. The library plays an office of twelve people from Monday, eight
o'clock, to Tuesday, eight o'clock: pages, mail, name lookups, remote shells, updates; lunch, evening and a night in
which only machines talk. A day from another seed is a day of another such office. So the days are exchangeable, which
is what statistics likes best, and kinder than life, where one Monday infects the next.

What one source of traffic does depends on nothing but the seed and itself. Leave an anomaly's flows out, and what
remains is, flow by flow, the day on which it did not happen. That is why a `Day` keeps them apart: no real network ever
grants such a comparison.
*/

// %% A day, and what happened in it id="days"
let windowLength = Duration.minutes(5)
let windowsPerDay = 288

/// A simulated day: everyday work, and apart from it each episode.
struct Day {
    /// Everyday work, window by window.
    let ordinary: [[Beginning]]
    /// The other episodes, and what they bring to which window.
    let episodes: [(episode: Episode, flows: [Int: [Beginning]])]

    init(seed: UInt32, _ anomalies: [Anomaly] = []) throws {
        var scenario = OfficeScenario(hosts: 12, duration: .hours(24), seed: Seed(seed))
        scenario.anomalies = anomalies
        let simulation = try scenario.simulation()
        var ordinary = [[Beginning]](repeating: [], count: windowsPerDay)
        var extra = simulation.episodes.map { _ in [Int: [Beginning]]() }
        for labelled in simulation.flows() {
            let flow = Beginning(labelled.flow)
            let window = min(Int((flow.time - scenario.start) / windowLength), windowsPerDay - 1)
            if labelled.label == .baseline {
                ordinary[window].append(flow)
            } else {
                extra[labelled.label.episode][window, default: []].append(flow)
            }
        }
        self.ordinary = ordinary
        episodes = zip(simulation.episodes, extra).dropFirst().map { ($0, $1) }
    }

    /// A window as a tap would see it.
    func flows(in window: Int) -> [Beginning] {
        ordinary[window] + episodes.flatMap { $0.flows[window] ?? [] }
    }
}

// %% Fourteen days and their tasks id="seeds"
let seeds = SeedSequence(Seed(seed)).words(14)
let (learning, judging, storySeed, testing) = (seeds[0..<4], seeds[4..<8], seeds[8], seeds[9..<14])

Table {
    Column("Task", ["learn what is ordinary", "set the threshold", "tell the story", "test"])
    Column("Days", [learning.count, judging.count, 1, testing.count])
    Column(
        "Seeds",
        [learning, judging, [storySeed], testing].map { seeds in
            seeds.map { "\($0)" }.joined(separator: ", ")
        })
}
.captioned("Every day has one task. All seeds are drawn from the notebook's, \(seed).")

// %% The quiet days id="quiet" timeout=300
func snapshot(of flows: [Beginning], _ window: Int) -> Snapshot {
    Snapshot(look(at: flows), at: OfficeScenario.mondayMorning + windowLength * window)
}

func quietDay(_ seed: UInt32) throws -> [Snapshot] {
    try Day(seed: seed).ordinary.enumerated().map { snapshot(of: $1, $0) }
}

let learningDays = try learning.map { try Day(seed: $0).ordinary }
let pastDays = learningDays.map { day in day.enumerated().map { snapshot(of: $1, $0) } }
let heldOutDays = try judging.map(quietDay)
let past = pastDays.flatMap(\.self)
let heldOut = heldOutDays.flatMap(\.self)

// %% A median id="median" fold=true
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

func median(of dimension: TrafficDimension, _ windows: [Snapshot]) -> Double {
    median(windows.compactMap { $0.values[dimension] })
}

// %% What is ordinary, by day and by night id="ordinary" fold=true
/// The windows from one hour of the clock to another.
func hours(_ range: Range<Int>) -> [Snapshot] {
    past.filter { range.contains(Int($0.time.nanoseconds / 3_600_000_000_000) % 24) }
}

func middle(_ dimension: TrafficDimension, _ windows: [Snapshot]) -> Estimate? {
    let values = windows.compactMap { $0.values[dimension] }.sorted()
    guard !values.isEmpty else { return nil }
    let quartiles = [1, 2, 3].map { values[(values.count - 1) * $0 / 4] }
    return Estimate(quartiles[1], low: quartiles[0], high: quartiles[2])
}

let (morning, night) = (hours(9..<12), hours(1..<5))

Table(dimensions) {
    Column("Dimension") { $0.rawValue }
    Column("Unit") { entropies.contains($0) ? "bits" : "octaves" }
    Column("9 to 12 o'clock", format: .fixed(2)) { middle($0, morning) }
    Column("1 to 5 o'clock", format: .fixed(2)) { middle($0, night) }
}
.captioned(
    "Median and middle half of \(morning.count) windows before noon and \(night.count) at night, on the days for "
        + "learning. A flow count of 8 octaves is 255 flows; packet length is the mean.")

// %% [markdown] id="ordinary-read"
/*
Night and day are two networks ([](#tab:ordinary)). At night a window has
\(exp2(median(of: .flows, night)) - 1, format: .fixed(0)) flows in the middle, and as no entropy exceeds $\log_2 n$, the
entropy of source ports, which are nearly all different, is hardly more than a count of flows in disguise:
\(median(of: .sourcePortEntropy, night), format: .bits) there and
\(median(of: .sourcePortEntropy, morning), format: .bits) before noon. (The plug-in's bias works the same way;
[](03-when-entropy-misleads.swift) measures it.) A baseline for all hours would call every night an anomaly. Ours has
24.

## One window, many numbers

Shannon's entropy is one of a family. Rényi's of order $q$,

$$H_q = \frac{1}{1-q} \log_2 \sum_i p_i^q ,$$

weighs common and rare values differently: at $q = 0$ it only counts the values ($\log_2$ of how many), at $q = 1$ it is
Shannon's, at $q = 2$ it tells how often two flows agree, and for $q \to \infty$ it looks at the commonest value alone.

To see it at work we need a day on which something happens. The story's has one of everything:
*/

// %% The day of the story id="story" timeout=120
func clockTime(ofWindow window: Int) -> String {
    let minutes = 8 * 60 + window * 5
    return "\(minutes / 60 % 24):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
}

let program: [(kind: Anomaly.Kind, hour: Int)] = [
    (.verticalScan, 0), (.cdnBrowsing, 1), (.horizontalScan, 2), (.flashCrowd, 3), (.backup, 4), (.bruteForce, 5),
    (.synFlood, 6), (.exfiltration, 7), (.distributedFlood, 8), (.worm, 9), (.misconfiguredService, 10),
    (.slowScan, 11), (.beaconing, 18),
]

/// Of the usual strength, but floods last half a minute, and a backup has the 60 MB that are stolen elsewhere.
func anomaly(_ kind: Anomaly.Kind, at hour: Int) -> Anomaly {
    let isFlood = kind == .synFlood || kind == .distributedFlood
    return Anomaly(
        kind, at: .hours(hour) + .seconds(150), lasting: isFlood ? .seconds(30) : nil,
        intensity: kind == .backup ? 0.4 : 1)
}

let story = try Day(seed: storySeed, program.map { anomaly($0.kind, at: $0.hour) })

Table(Array(story.episodes.enumerated())) {
    Column("No.") { $0.offset + 1 }
    Column("Begins") { row in
        clockTime(ofWindow: Int((row.element.episode.start - OfficeScenario.mondayMorning) / windowLength))
    }
    Column("Kind") { $0.element.episode.label.kind?.rawValue ?? "" }
    Column("It is") { $0.element.episode.label.kind?.verdict.rawValue ?? "" }
    Column("At its usual strength") { $0.element.episode.label.kind?.summary ?? "" }
}
.captioned(
    "What happens on the day of the story. Each begins two and a half minutes after the time given. Floods last half a "
        + "minute here, and the backup has 60 MB.")

// %% One window of each id="windows"
/// The window in which an episode has most flows.
func fullest(_ kind: Anomaly.Kind) -> Int {
    let flows = story.episodes.first { $0.episode.label.kind == kind }?.flows ?? [:]
    return flows.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? 0
}

let attacks: [Anomaly.Kind] = [.verticalScan, .horizontalScan, .distributedFlood]
let examples =
    [(name: "ordinary", flows: story.ordinary[fullest(.horizontalScan)])]
    + attacks.map { (name: $0.rawValue, flows: story.flows(in: fullest($0))) }

// %% The spectrum id="spectrum"
let orders = (0...8).map { Double($0) / 2 }

func spectrum(_ title: String, _ value: (Beginning) -> FieldObservation) throws -> Panel {
    let curves = try examples.map { example in
        let counts = CountSpectrum(Counts(example.flows.map(value)))
        return (name: example.name, bits: try orders.map { try RenyiEntropy(order: $0).value(of: counts) })
    }
    return Panel(title) {
        for curve in curves { Line(orders, curve.bits, name: curve.name) }
    }
    .xLabel("Order q").yLabel("Rényi entropy", unit: "bits")
}

Plot(
    caption:
        "The spectrum of four windows. Where a curve starts is how many values there are; how it falls, how unevenly "
        + "they are used.",
    panels: [
        try spectrum("Destination ports") { .number(Int($0.ports.destination)) },
        try spectrum("Source addresses") { .address($0.source) },
    ], columns: 2, sharing: .both)

// %% Two of its points, with their uncertainty id="points" fold=true
func estimate(_ example: Int) throws -> EntropyEstimate {
    let ports = examples[example].flows.map { Int($0.ports.destination) }
    return try EntropyEstimate(of: Counts(ports), by: Grassberger2003(), uncertainty: .standard())
}
let (portsBefore, portsScanned) = (try estimate(0), try estimate(1))
let ceiling = log2(Double(portsScanned.sampleSize))
let beyond =
    portsScanned.value > ceiling ? "lies above it: as it reads the sample, there are ports left to try" : "stays below it"

// %% [markdown] id="spectrum-read"
/*
A curve of [](#fig:spectrum) that stays high has many values, evenly used; one that bends down steeply has a few that
rule, and a tail. The vertical scan lifts the ports at every order, since it brings thousands of values that are used
once. The flood under false addresses does the same to the sources. And both press the *other* field down to its right:
one scanner, or one port that is flooded, outweighs all others, while the values on the left are still there.

The curves are plug-in values, of what the window itself holds. Grassberger's estimator of 2003, which allows for what
was not seen, takes Shannon's entropy of the ports from \(portsBefore) to \(portsScanned). The window's own ceiling is
$\log_2 n = \(ceiling, format: .fixed(2))$ bits; the estimate
\(beyond).

### The spectrum of traffic

Orders below 1 look at the tail, orders above 1 at the rulers. So Tellenbach and his colleagues (2009) watch a whole
range of orders. They take the entropy of Tsallis,

$$S_q = \frac{1}{q-1} \left(1 - \sum_i p_i^q\right) ,$$

which is defined for negative orders, too: there the *rarest* values weigh most. Its values at different orders differ
by powers of ten. So each order is put on a scale of its own, on which 0 is the least and 1 the greatest of ordinary
windows. Here are the windows of [](#fig:spectrum) once more: the ordinary one, and the three with an attack.
*/

// %% Tsallis entropies before and during id="traffic-spectrum"
let tsallis = TrafficEntropySpectrum.standard
/// Four fields of the flows.
let fields: [(name: String, value: (Beginning) -> FieldObservation)] = [
    ("Source addresses", { .address($0.source) }), ("Destination addresses", { .address($0.destination) }),
    ("Source ports", { .number(Int($0.ports.source)) }), ("Destination ports", { .number(Int($0.ports.destination)) }),
]
/// Ordinary windows from eight in the morning to six in the evening.
let workingWindows = learningDays.flatMap { $0.prefix(120) }.filter { !$0.isEmpty }

/// For each field and each example, where its entropies lie between the least and the greatest of ordinary windows.
let places = try fields.map { field in
    let usual = try tsallis.range(over: workingWindows.map { CountSpectrum(Counts($0.map(field.value))) })
    return try examples.map { example in
        try usual.normalized(tsallis.values(of: CountSpectrum(Counts(example.flows.map(field.value)))))
    }
}

Plot(
    caption: "Traffic entropy spectra, plug-in; the band has the least and the greatest of \(workingWindows.count) ordinary "
        + "windows. What lies beyond −1 or 2 is drawn there.",
    panels: zip(fields, places).map { field, curves in
        Panel(field.name) {
            Span(y: 0...1)
            for (example, curve) in zip(examples, curves) {
                Line(tsallis.orders, curve.map { min(max($0, -1), 2) }, name: example.name)
            }
        }
    }, columns: 2, sharing: .both
)
.xLabel("Order q").yLabel("Place among ordinary windows").yRange(-1.1...2.1).height(0.9)

// %% Its ends and its middle, in figures id="traffic-spectrum-ends" fold=true
func place(_ field: Int, _ example: Int, _ order: Double) -> Double {
    zip(tsallis.orders, places[field][example]).first { $0.0 == order }?.1 ?? .nan
}

let usualPlaces = places.flatMap { $0[0] }
let usualInside = usualPlaces.count { (0...1).contains($0) }

Table(fields.indices.flatMap { field in examples.indices.map { (field: field, example: $0) } }) {
    Column("Field") { fields[$0.field].name }
    Column("Window") { examples[$0.example].name }
    Column("Flows") { examples[$0.example].flows.count }
    for order in [-2.0, 0, 1, 2] {
        Column("q = \(NumberFormat.fixed(0).text(for: order))", format: .significant(2)) {
            place($0.field, $0.example, order)
        }
    }
}
.captioned(
    "The same at four orders, nothing cut off: 0 is the least and 1 the greatest of ordinary windows. Each figure is of "
        + "one window; the range of ordinary ones stands for its uncertainty.")

// %% [markdown] id="traffic-spectrum-read"
/*
The ordinary window keeps to the band at \(usualInside) of \(usualPlaces.count) places in [](#fig:traffic-spectrum); it
is of a day that the band does not know. The vertical scan takes the destination ports above it on both sides,
\(place(3, 1, -2), format: .significant(2)) at $q = -2$ and \(place(3, 1, 2), format: .significant(2)) at $q = 2$: a new tail, and no ruler any more. At the same
time its one source address, which begins most flows of the window, takes the right side of the sources to
\(place(0, 1, 2), format: .significant(2)). The horizontal scan does to destination addresses what the vertical one does to ports
(\(place(1, 2, 2), format: .significant(2)) at $q = 2$) and leaves one port to rule (\(place(3, 2, 2), format: .significant(2))). The flood lifts the source
addresses (\(place(0, 3, 2), format: .significant(2))) and presses destination addresses and ports (\(place(1, 3, 2), format: .significant(2)) and
\(place(3, 3, 2), format: .significant(2))).

So a spectrum has two ends to read. The right one tells whether somebody rules, the left one whether rare values came.
But beware of the left one: the rarest value of $n$ flows has a share of $1/n$, so *whatever brings many flows* lifts
it, even where the values are as before. With the vertical scan, source addresses stand at \(place(0, 1, -2), format: .significant(2)) for
$q = -2$, while their number, at $q = 0$, is at \(place(0, 1, 0), format: .significant(2)). A watch that has room for one order takes
$q = 1$, between the two.

### Pairs

Two entropies say how spread ports and addresses are, not whether they go *together*. The mutual information

$$I(P; A) = H(P) - H(P \mid A)$$

is by how many bits knowing the address narrows down the port. On small samples the plug-in finds some even where there
is none, so we compare it with what remains of it when the ports are dealt out anew at random among the same flows.
*/

// %% Ports and addresses together id="pairs" fold=true
let drawn = min(300, examples.map(\.flows.count).min() ?? 0)
let deals = 99
var dealer = NumPyGenerator(seed: Seed(seed))

func together(_ flows: [Beginning]) throws -> (entropies: JointEntropies, dealt: [Double]) {
    let sample = flows.shuffled(using: &dealer).prefix(drawn)
    let (ports, addresses) = (sample.map(\.ports.destination), sample.map(\.destination))
    let dealt = try (0..<deals).map { _ in
        try JointCounts(zip(ports.shuffled(using: &dealer), addresses)).entropies().mutualInformation()
    }
    return (try JointCounts(zip(ports, addresses)).entropies(), dealt)
}

let pairs = try examples.map { try together($0.flows) }

Table {
    Column("Window", examples.map(\.name))
    Column("H(port)", pairs.map { $0.entropies.first() }, unit: "bits", format: .fixed(2))
    Column("H(port | address)", pairs.map { $0.entropies.firstGivenSecond() }, unit: "bits", format: .fixed(2))
    Column("I", pairs.map { $0.entropies.mutualInformation() }, unit: "bits", format: .fixed(2))
    Column("I, dealt anew", pairs.map { $0.dealt.reduce(0, +) / Double(deals) }, unit: "bits", format: .fixed(2))
    Column(
        "p",
        pairs.map { pair in
            let least = pair.entropies.mutualInformation() - 1e-9
            return Double(pair.dealt.count { $0 >= least } + 1) / Double(deals + 1)
        }, format: .fixed(2))
}
.captioned(
    "Destination ports and addresses, plug-in estimates from \(drawn) flows drawn from each window; dealt anew: the mean "
        + "of \(deals) random deals; p: how often one of them, or the window itself, has as much.")

// %% [markdown] id="pairs-read"
/*
In the ordinary window knowing the server settles the port but for
\(pairs[0].entropies.firstGivenSecond(), format: .bits). In the vertical scan
\(pairs[1].entropies.firstGivenSecond(), format: .bits) remain, because one server is asked for everything; *that* is
the shape of a scan, more than the height of either entropy. (Where one field has a single value there is nothing to
know: no information, and a $p$ of 1. Where it nearly has, a few flows decide.) Mind the column of deals: even in the ordinary window they leave
\(pairs[0].dealt.reduce(0, +) / Double(deals), format: .bits) of the
\(pairs[0].entropies.mutualInformation(), format: .bits), which so few flows have by chance.

## Do they say the same?

Nychis and his colleagues found the entropies of addresses and of ports so closely correlated that one of them would
have done. Here is that matrix for our dimensions, on the days for learning.
*/

// %% Correlations between the dimensions id="correlations" fold=true
func short(_ dimension: TrafficDimension) -> String {
    let name = dimension.rawValue
    return name.hasSuffix(" entropy") ? "H \(name.dropLast(8))" : name
}

func series(_ dimension: TrafficDimension, _ windows: [Snapshot]) -> [Double?] {
    windows.map { $0.values[dimension] }
}

/// How far each dimension is from its own hour, in robust standard deviations; `past` itself is what was learnt from.
let hourly = try DeviationModel(fitting: past) { readings throws(StatisticsError) in
    try HourlyBaseline(fitting: readings, utcOffset: .zero, options: .init(smallestScale: 0.1))
}
let withoutHours = past.map { window in
    Snapshot(hourly.score(of: window).zScores.mapValues { min(max($0, -8), 8) }, at: window.time)
}

func closeness(_ title: String, _ windows: [Snapshot]) throws -> Panel {
    let matrix = try Correlation.matrix(of: dimensions.map { series($0, windows) }, .spearman)
    let names = dimensions.map(short)
    // The other half of the matrix is the same.
    let half = matrix.enumerated().map { row, values in
        values.enumerated().map { $0.offset <= row ? abs($0.element ?? .nan) : .nan }
    }
    return Panel(title) { HeatMap(half, columns: names, rows: names).format(.fixed(1)) }
    .xTicks(rotated: 90)
}

Plot(
    caption: "How closely the dimensions go together, either way (the size of Spearman's coefficient, \(past.count) "
        + "windows). Columns in the order of the rows. One block: what grows with the traffic.",
    panels: [
        try closeness("As measured", past), try closeness("Against each one's own hour", withoutHours),
    ], columns: 2
)
.height(1.4)

// %% Some of them in figures id="coefficients" fold=true
let couples: [(TrafficDimension, TrafficDimension)] = [
    (.sourceAddressEntropy, .destinationAddressEntropy), (.sourcePortEntropy, .destinationPortEntropy),
    (.destinationAddressEntropy, .destinationPortEntropy), (.sourcePortEntropy, .flows),
    ("out-degree entropy", "in-degree entropy"), ("flow-size entropy", .packetLength), (.packets, .bytes),
]

func coefficient(_ couple: (TrafficDimension, TrafficDimension), _ windows: [Snapshot]) throws -> Correlation? {
    try Correlation.spearman(series(couple.0, windows), series(couple.1, windows))
}

/// A number with the least and the greatest of others.
func ranged(_ value: Double, over values: [Double]) -> Estimate {
    Estimate(value, low: values.min() ?? .nan, high: values.max() ?? .nan)
}

let measured = try couples.map { try coefficient($0, past) }
let byDayCoefficients = try couples.map { couple in
    try (pastDays + heldOutDays).compactMap { try coefficient(couple, $0)?.coefficient }
}
let measuredByDay = zip(measured, byDayCoefficients).map { found, days in
    found.map { ranged($0.coefficient, over: days) }
}
func ranged(_ found: Correlation) throws -> Estimate {
    let interval = try found.interval()
    return Estimate(found.coefficient, low: interval?.lower ?? .nan, high: interval?.upper ?? .nan)
}
let cleared = try couples.map { try coefficient($0, withoutHours).map(ranged) }

Table {
    Column("Pair", couples.map { "\(short($0.0)), \(short($0.1))" })
    Column("As measured", measuredByDay, format: .fixed(2))
    Column("Without the hour", cleared, format: .fixed(2))
}
.captioned(
    "Spearman's coefficient over \(past.count) windows, with the least and the greatest of "
        + "\(byDayCoefficients[0].count) single days; and after the hours are taken out, with Fieller's interval, which trusts "
        + "windows to be independent.")

// %% Off the diagonal id="off-diagonal" fold=true
func offDiagonal(_ windows: [Snapshot]) throws -> Double {
    let matrix = try Correlation.matrix(of: dimensions.map { series($0, windows) }, .spearman)
    return median(matrix.enumerated().flatMap { row, values in values[..<row].compactMap { $0.map(abs) } })
}

let closenessBefore = try offDiagonal(past)
let closenessAfter = try offDiagonal(withoutHours)

// %% [markdown] id="coefficients-read"
/*
In this office, [](#fig:correlations) has a block in full colour, of all that grows with the amount of traffic: flows, packets,
bytes, the spread of destinations, the out-degrees and the source ports. A new connection takes a new source port, so
that their entropy simply *is* the logarithm of the flows: a coefficient of \(measured[3]?.coefficient, format: .fixed(2)) by which one of the
two could go. Part of the block is the clock. Offices wake and sleep, and what wakes together is correlated; the median
size off the diagonal is \(closenessBefore, format: .fixed(2)) as measured and \(closenessAfter, format: .fixed(2))
against each dimension's own hour.

But the pair that Nychis found inseparable on networks of universities and backbones, the addresses at both ends, has
\(measured[0]?.coefficient, format: .fixed(2)) here, day by day \(measuredByDay[0]?.low, format: .fixed(2)) to
\(measuredByDay[0]?.high, format: .fixed(2)). One reason may be that there every address is now source and
now destination, while here twelve people call servers. How many independent
witnesses one has is a property of the network, to be measured and not to be quoted. Trust the range over days more than
the interval: five minutes remember the five before.

So the dimensions are not \(dimensions.count) witnesses, and they are not one.

## How far is too far

A witness who always repeats another should not count twice. With $z$ the deviations from each hour's median, in robust
standard deviations (from the median absolute deviation, and never taken below a tenth of a bit), and $R$ their
correlations on the days for learning, the **deviation score** is Mahalanobis' squared distance

$$d^2 = z^{\mathsf T} R^{-1} z = \sum_k z_k \,(R^{-1} z)_k ,$$

and the terms of that sum are what each dimension contributes. $R^{-1}$ does more than discount repetition: where two
always move as one, that *one of them moved alone* weighs heavily, however little it moved.

If the $z$ were normal, $d^2$ would have a known distribution, chi-square. They are not, so the threshold is taken from
days that taught the model nothing: it is the score that \(judging.count) quiet days exceed so rarely that one window in
\(windowsPerDay) may.
*/

// %% The threshold of theory id="theory" fold=true
/// The chi-square quantile for one window a day, by the cube root of Wilson and Hilferty.
func chiSquareThreshold(_ freedom: Int) -> Double {
    let (k, z) = (Double(freedom), 2.701)
    let root = 1 - 2 / (9 * k) + z * (2 / (9 * k)).squareRoot()
    return k * root * root * root
}

// %% A watch id="watch"
/// What is ordinary, and how far from it is too far.
struct Watch {
    let model: DeviationModel
    let threshold: AlarmThreshold
    let thresholds: [Double]

    init(_ dimensions: [TrafficDimension]) throws {
        let past = past.map { window in
            Snapshot(window.values.filter { dimensions.contains($0.key) }, at: window.time)
        }
        let model = try DeviationModel(fitting: past) { readings throws(StatisticsError) in
            try HourlyBaseline(fitting: readings, utcOffset: .zero, options: .init(smallestScale: 0.1))
        }
        let scores = heldOut.map { Reading(model.score(of: $0).squaredDistance, at: $0.time) }
        let fitted = try AlarmThreshold(fitting: scores, falseAlarmsPerDay: 1, every: windowLength)
        guard let fitted else { throw StatisticsError.noValues(statistic: "alarm threshold") }
        (self.model, threshold) = (model, fitted)
        // The threshold if one of the quiet days had not been seen.
        thresholds = try heldOutDays.indices.compactMap { day in
            let others = scores.enumerated().filter { $0.offset / windowsPerDay != day }.map(\.element)
            return try AlarmThreshold(fitting: others, falseAlarmsPerDay: 1, every: windowLength)?.value
        }
    }

    /// How many times the threshold a window scores; beyond one is an alarm.
    func ratio(_ window: Snapshot) -> Double { model.score(of: window).squaredDistance / threshold.value }
}

let watches = [try Watch(dimensions), try Watch(entropies), try Watch(volumes)]
let watch = watches[0]

Table {
    Column("Watch", ["all thirteen", "the eight entropies", "the five volumes"])
    Column("Threshold for d²", watches.map { ranged($0.threshold.value, over: $0.thresholds) }, format: .fixed(0))
    Column("Windows above it", watches.map { "\($0.threshold.exceedances) of \($0.threshold.count)" })
    Column("Promised a day, at most", watches.map(\.threshold.expectedPerDay), format: .fixed(2))
    Column("If normal", watches.map { chiSquareThreshold($0.model.dimensions.count) }, format: .fixed(0))
}
.captioned(
    "Three watches, each with the threshold that allows one false alarm a day, and in brackets its range when one of the "
        + "days is left out. Last: the threshold that chi-square would set for the same rate.")

// %% What theory would have done id="theory-alarms" fold=true
let textbook = chiSquareThreshold(dimensions.count)
let highest = zip(heldOut, heldOut.map { watch.model.score(of: $0).squaredDistance }).sorted { $0.1 > $1.1 }.prefix(10)
let nightly = highest.count { !(8..<20).contains(Int($0.0.time.nanoseconds / 3_600_000_000_000) % 24) }
let theoreticalAlarms = heldOut.count { watch.model.score(of: $0).squaredDistance > textbook }

// %% [markdown] id="watch-read"
/*
The threshold of all thirteen is \(watch.threshold.value / chiSquareThreshold(dimensions.count), format: .fixed(0))
times what the textbook says ([](#tab:watch)); with one day or another left out it lies at
\(watch.thresholds.min(), format: .fixed(0)) to \(watch.thresholds.max(), format: .fixed(0)). With the textbook's, the quiet days that set ours would have raised
\(Double(theoreticalAlarms) / Double(judging.count), format: .fixed(0)) alarms a day instead of one: traffic has heavy
tails, and p-values computed as if it had none cry wolf. Of the ten highest scores of these quiet days \(nightly) lie in
the half of the day from eight in the evening to eight in the morning, when windows are small. A threshold for each hour
may serve the day better (exercise 4).

## The day of the story

Now the watch sees the day of [](#tab:story), from eight in the morning to eight of the next.
*/

// %% Its deviation over time id="timeline"
let storyWindows = story.ordinary.indices.map { snapshot(of: story.flows(in: $0), $0) }
let scores = storyWindows.map { watch.model.score(of: $0) }
let clockHours = story.ordinary.indices.map { 8 + (Double($0) + 0.5) / 12 }

/// The hour of the clock, counted on past midnight.
func clockHour(_ time: Timestamp) -> Double { 8 + OfficeScenario.mondayMorning.duration(to: time).inSeconds / 3600 }
let spans = story.episodes.map { clockHour($0.episode.start)...clockHour($0.episode.end) }

Plot(
    "Deviation of every window (d², rounded, five minutes each); shaded and numbered, what happens; dashed, the threshold of one "
        + "false alarm a day. An hour above 24 is one of the next day."
) {
    for (place, span) in spans.enumerated() { Span(span, label: "\(place + 1)") }
    Rule(y: watch.threshold.value, label: "threshold")
    Line(clockHours, scores.map { max($0.squaredDistance, 1).rounded() }, name: "d²")
}
.xLabel("Hour").yLabel("d²").yScale(.logarithmic)

// %% The same day, dimension by dimension id="heat" fold=true
let columns = stride(from: 0, to: windowsPerDay, by: 12).map { Array($0..<$0 + 12) }

/// How far each dimension went to one side of the usual, hour by hour.
func farthest(_ title: String, towards sign: Double) -> Panel {
    Panel(title) {
        HeatMap(
            dimensions.map { dimension in
                columns.map { windows in
                    windows.map { min(max(sign * (scores[$0].zScores[dimension] ?? 0), 0), 8).rounded() }.max() ?? 0
                }
            },
            columns: columns.map { clockTime(ofWindow: $0[0]) }, rows: dimensions.map(short), label: "|z|"
        )
        .format(.fixed(0))
    }
}

Plot(
    caption: "How far each dimension lies above its usual value and how far below, in robust standard deviations, rounded: "
        + "the farthest window of each hour. What exceeds 8 counts as 8. Up to 18:00 each column is one episode.",
    panels: [farthest("Above the usual", towards: 1), farthest("Below the usual", towards: -1)], columns: 1,
    sharing: .x
)
.xLabel("Hour").height(1.4)

// %% What is above and what below id="ranking" fold=true
func list(_ names: [String]) -> String {
    switch names.count {
    case 0: "none"
    case 1: names[0]
    default: names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
}

extension Day {
    /// The windows of an episode.
    func windows(of number: Int) -> [Int] { episodes[number].flows.keys.sorted() }
}

let peaks = story.episodes.indices.map { number in
    story.windows(of: number).map { scores[$0] }.max { $0.squaredDistance < $1.squaredDistance } ?? scores[0]
}
let kinds = story.episodes.map { $0.episode.label.kind ?? .backup }
let ranking = zip(kinds, peaks).map { (name: $0.rawValue, ratio: $1.squaredDistance / watch.threshold.value) }
    .sorted { $0.ratio > $1.ratio }
let below = ranking.filter { $0.ratio <= 1 }.map(\.name)

// %% [markdown] id="heat-read"
/*
The score knows nothing of the episodes, and yet \(ranking.count - below.count) of \(ranking.count) rise above the line
of [](#fig:timeline). The greatest deviation is that of \(ranking[0].name), \(ranking[0].ratio, format: .fixed(1)) times
the threshold. \(below.isEmpty ? "None stays below." : "Not above it: \(list(below)).") [](#fig:heat) says in which
dimensions they differ, and to which side. Read it by columns: what an episode lifts and what it lowers is its
*signature*.

## Signatures

Lakhina, Crovella and Diot described anomalies by what they do to features of traffic. The library keeps eleven of these
descriptions as plain data (which dimensions rise, fall or stay) and compares a window's $z$ with each by the cosine
between them. Below is the window of each episode that deviates most.
*/

// %% The window that says most id="peaks" fold=true
Plot(
    "z at the peak of each episode: positive what rises, negative what falls. Values beyond 8 count "
        + "as 8."
) {
    HeatMap(
        peaks.map { peak in dimensions.map { min(max(peak.zScores[$0] ?? .nan, -8), 8).rounded() } },
        columns: dimensions.map(short), rows: kinds.map(\.rawValue), label: "z"
    )
    .annotated().format(.fixed(0))
}
.xTicks(rotated: 90).height(1.6)

// %% What they are like id="signatures" fold=true
/// The descriptions that would be right, where there is one.
let right: [Anomaly.Kind: Set<String>] = [
    .verticalScan: ["port scan"], .slowScan: ["port scan"], .horizontalScan: ["network scan"],
    .synFlood: ["denial of service"], .distributedFlood: ["distributed denial of service"], .worm: ["worm"],
    .exfiltration: ["exfiltration"], .bruteForce: ["brute force"], .flashCrowd: ["flash crowd"],
    .backup: ["alpha flow"],
]

let matches = try peaks.map { try $0.signatures() }

Table(kinds.indices) {
    Column("Episode") { kinds[$0].rawValue }
    Column("It is") { kinds[$0].verdict.rawValue }
    Column("In thresholds", format: .fixed(2)) { peaks[$0].squaredDistance / watch.threshold.value }
    Column("Most like") { matches[$0].ranked.first?.signature.name }
    Column("Cosine", format: .fixed(2)) { matches[$0].ranked.first?.similarity }
    Column("Then") { matches[$0].runnerUp?.signature.name }
    Column("Its cosine", format: .fixed(2)) { matches[$0].runnerUp?.similarity }
    Column("Right") { number in
        right[kinds[number]].map { $0.contains(matches[number].ranked.first?.signature.name ?? "") ? "yes" : "no" }
            ?? "none fits"
    }
}
.captioned(
    "The two descriptions nearest to each episode's peak, with their cosines. Where the score is below one there was no "
        + "alarm to explain.")

// %% Which are named rightly id="names" fold=true
let describable = kinds.indices.filter { right[kinds[$0]] != nil }
let isNamed = { (number: Int) in
    right[kinds[number]]?.contains(matches[number].ranked.first?.signature.name ?? "") == true
}
let named = describable.filter(isNamed).map { kinds[$0].rawValue }
let unnamed = describable.filter { !isNamed($0) }.map { kinds[$0].rawValue }
/// Those whose first description is near, and well ahead of the second.
let clear = describable.filter { number in
    let similarities = matches[number].ranked.prefix(2).map(\.similarity)
    return similarities.count == 2 && similarities[0] >= 0.7 && similarities[0] - similarities[1] >= 0.1
}
let clearlyRight = clear.count(where: isNamed)

// %% [markdown] id="signatures-read"
/*
Of the \(right.count) kinds that have a description, it comes first for \(named.count): \(list(named)).
\(unnamed.isEmpty ? "" : "It does not for \(list(unnamed)).") Three things can go wrong. A *similar* description may
win: what tells a scan of a network from a worm is only whether sources fall or rise. A dimension *cannot fall*, because few
hosts leave little room. Or the peak lies where the office was about something else. A cosine of 0.7 or more with a lead
of 0.1 is a hint, not a proof: \(clear.count) of these kinds have that, and \(clearlyRight) of them are named rightly.
One day is too few for a rate.

## Which are found

One day is an anecdote. On each of the \(testing.count) days for testing all thirteen kinds begin two and a half minutes
past ten in the morning, when the office is busiest. Since the episodes are kept apart, each is judged as if it were
alone: its flows are added to those of everyday work, and nothing else. Then the same flows are added once more, fifteen
hours later, to the night. An anomaly is *found* if one of its windows raises an alarm that the same window does not
raise without it.
*/

// %% A trial id="trials" fold=true
/// One anomaly, put into one day.
struct Trial {
    let kind: Anomaly.Kind
    let isNight: Bool
    /// Whether each watch finds it.
    let found: [Bool]
    /// The greatest score by the first watch, in thresholds.
    let peak: Double
    /// How many flows it adds to the window of that score, and how many are there.
    let added, present: Int
    /// What each dimension contributes to that score.
    let shares: [TrafficDimension: Double]
    /// The description that comes first there.
    let name: String?
}

/// A day for testing.
struct Test {
    /// For each watch, the score of every window without anomalies, in thresholds.
    let quiet: [[Double]]
    let trials: [Trial]

    init(seed: UInt32) throws {
        let day = try Day(seed: seed, Anomaly.Kind.allCases.map { anomaly($0, at: 2) })
        let windows = day.ordinary.enumerated().map { snapshot(of: $1, $0) }
        let quiet = watches.map { watch in windows.map(watch.ratio) }
        self.quiet = quiet
        trials = try day.episodes.indices.flatMap { number in
            try [0, 180].compactMap { try Trial(day, number, later: $0, quiet: quiet) }
        }
    }
}

extension Trial {
    /// Adds an episode to everyday work, so many windows later than it was.
    init?(_ day: Day, _ number: Int, later shift: Int, quiet: [[Double]]) throws {
        let (episode, flows) = day.episodes[number]
        let seen = day.windows(of: number).filter { $0 + shift < windowsPerDay }.map { window in
            let added = flows[window] ?? []
            let place = window + shift
            return (place: place, added: added.count, snapshot: snapshot(of: day.ordinary[place] + added, place))
        }
        let scores = seen.map { watch.model.score(of: $0.snapshot) }
        guard let kind = episode.label.kind,
            let top = scores.indices.max(by: { scores[$0].squaredDistance < scores[$1].squaredDistance })
        else { return nil }
        let distance = scores[top].squaredDistance
        let found = watches.indices.map { which in
            seen.contains { watches[which].ratio($0.snapshot) > 1 && quiet[which][$0.place] <= 1 }
        }
        self.init(
            kind: kind, isNight: shift > 0, found: found, peak: distance / watch.threshold.value,
            added: seen[top].added, present: day.ordinary[seen[top].place].count,
            shares: Dictionary(scores[top].contributions.map { ($0.dimension, $0.amount / distance) }) { $1 },
            name: try scores[top].signatures().ranked.first?.signature.name)
    }
}

// %% The days for testing id="tests" timeout=300
let tests = try testing.map { try Test(seed: $0) }
let trials = tests.flatMap(\.trials)

// %% False alarms on them id="false-alarms" fold=true
func wilsonText(_ hits: Int, of count: Int) throws -> String {
    let share = try ConfidenceInterval.share(of: hits, in: count)
    return "95%: \(NumberFormat.percent(0).text(for: share.lower)) to "
        + NumberFormat.percent(0).text(for: share.upper)
}

let quietWindows = testing.count * windowsPerDay
let falseAlarms = watches.indices.map { which in
    tests.map { $0.quiet[which].count { $0 > 1 } }
}
let ratesPerDay = try falseAlarms.map { alarms in
    let total = alarms.reduce(0, +)
    let (share, perDay) = (try ConfidenceInterval.share(of: total, in: quietWindows), Double(windowsPerDay))
    return Estimate(Double(total) / Double(testing.count), low: share.lower * perDay, high: share.upper * perDay)
}

Table {
    Column("Watch", ["all thirteen", "the eight entropies", "the five volumes"])
    Column("False alarms, day by day", falseAlarms.map { $0.map { "\($0)" }.joined(separator: ", ") })
    Column("A day", ratesPerDay, format: .fixed(2))
}
.captioned(
    "Alarms on the days for testing while nothing happens, \(quietWindows) windows; Wilson's interval.")

// %% In words id="verdicts" fold=true
func count(_ kind: Anomaly.Kind, night: Bool, watch: Int) -> Int {
    trials.count { $0.kind == kind && $0.isNight == night && $0.found[watch] }
}

func of(_ kind: Anomaly.Kind, night: Bool = false) -> [Trial] {
    trials.filter { $0.kind == kind && $0.isNight == night }
}

let days = testing.count
let foundCaption =
    "On how many of \(days) days an anomaly was found, and in how many of \(days) nights: by all dimensions, by entropies "
    + "alone, by volumes alone. Last, its peak by day in thresholds: the median, the least and the greatest. By Wilson's "
    + "interval (95%) \(days) of \(days) means a rate of at least "
    + "\(NumberFormat.percent(0).text(for: try ConfidenceInterval.share(of: days, in: days).lower)), 0 of \(days) one of at most "
    + "\(NumberFormat.percent(0).text(for: try ConfidenceInterval.share(of: 0, in: days).upper))."

/// The kinds of a verdict, found by a watch so often.
func kinds(_ verdict: Verdict, night: Bool, watch: Int = 0, _ isMeant: (Int) -> Bool) -> [String] {
    Anomaly.Kind.allCases.filter { $0.verdict == verdict && isMeant(count($0, night: night, watch: watch)) }.map(
        \.rawValue)
}

let always = kinds(.attack, night: false) { $0 == days }
let sometimes = kinds(.attack, night: false) { (1..<days).contains($0) }
let never = kinds(.attack, night: false) { $0 == 0 }
let neverAtNight = kinds(.attack, night: true) { $0 == 0 }
let harmless = trials.filter { $0.kind.verdict == .benign && !$0.isNight }
func only(_ one: Int, not other: Int) -> [String] {
    Anomaly.Kind.allCases.filter { kind in
        let found = [one, other].map { count(kind, night: false, watch: $0) }
        return found[0] == days && found[1] == 0
    }
    .map(\.rawValue)
}
let dayText = [
    "it finds \(always.count) on all \(days) days (\(list(always)))",
    sometimes.isEmpty ? nil : "\(sometimes.count) on some (\(list(sometimes)))",
    never.isEmpty ? nil : "\(never.count) on none (\(list(never)))",
].compactMap(\.self).joined(separator: ", ")
let losses = trials.count { !$0.found[0] && ($0.found[1] || $0.found[2]) }
let allFalse = falseAlarms[0].reduce(0, +)
/// How often so many alarms or more come by chance, if the days for judging and for testing are alike and their windows
/// independent: then each of the highest windows is as likely of the one as of the other.
let chanceOfAlarms = {
    let judged = Double(heldOut.count) / Double(heldOut.count + quietWindows)
    let exceedances = watch.threshold.exceedances
    let highest = allFalse + exceedances
    var (chance, term) = (0.0, pow(1 - judged, Double(highest)))
    for ofJudging in 0...exceedances {
        chance += term
        term *= Double(highest - ofJudging) / Double(ofJudging + 1) * judged / (1 - judged)
    }
    return min(chance, 1)
}()

// %% Found and not found id="found"
func dayAndNight(_ kind: Anomaly.Kind, watch: Int) -> String {
    "\(count(kind, night: false, watch: watch)), \(count(kind, night: true, watch: watch))"
}

Table(Anomaly.Kind.allCases) {
    Column("Kind") { $0.rawValue }
    Column("It is") { $0.verdict.rawValue }
    Column("All thirteen") { dayAndNight($0, watch: 0) }
    Column("Entropies") { dayAndNight($0, watch: 1) }
    Column("Volumes") { dayAndNight($0, watch: 2) }
    Column("Peak by day", format: .fixed(1)) { kind in
        let peaks = of(kind).map(\.peak)
        return ranged(median(peaks), over: peaks)
    }
}
.captioned(foundCaption)

// %% [markdown] id="found-read"
/*
First the price. While nothing happened, the watch of all thirteen raised \(allFalse) alarms in \(days) days
([](#tab:false-alarms)), where one a day was promised. The threshold was learnt from \(judging.count) days, so it is
uncertain, too: if all these days are alike and their windows independent, so many alarms or more come in
\(chanceOfAlarms, format: .percent(0)) of such trials.

Then what it buys ([](#tab:found)). Of the \(always.count + sometimes.count + never.count) attacks, by day,
\(dayText). At night \(neverAtNight.isEmpty ? "each is found at least once" : "it never finds \(list(neverAtNight))").

What do the entropies add to the volumes, which any counter gives? Found every day by entropies alone and never by
volumes alone: \(list(only(1, not: 2))). The other way about: \(list(only(2, not: 1))). An entropy of
addresses or ports is blind to how many bytes a flow has; a volume is blind to where the flows go. Is more always
better? Each watch pays for its dimensions with a threshold of its own: of \(trials.count) trials, all thirteen together
miss \(losses) that the entropies alone or the volumes alone find.

And the harmless? By day, of \(harmless.count) harmless episodes \(harmless.count { $0.found[0] }) raised an alarm
(\(try wilsonText(harmless.count { $0.found[0] }, of: harmless.count))). These are not errors of the statistics: a flash
crowd *is* unusual. Unusual is all a deviation score knows.

### Why not

Why is one found and another not? Not because one is more dangerous. Each adds flows to a window that already has some,
and what it adds decides.
*/

// %% What an anomaly adds, and what it scores id="dose" fold=true
func verdict(_ verdict: Verdict, night: Bool) -> [Trial] {
    trials.filter { $0.kind.verdict == verdict && $0.isNight == night }
}

func dose(_ title: String, night: Bool) -> Panel {
    Panel(title) {
        Rule(y: 1, label: "threshold")
        for kind in [Verdict.attack, .fault, .benign] {
            let trials = verdict(kind, night: night)
            Points(trials.map { $0.added + 1 }, trials.map { max($0.peak, 0.01) }, name: kind.rawValue)
        }
    }
    .xScale(.logarithmic).yScale(.logarithmic).xLabel("Flows added, and one").yLabel("Peak", unit: "thresholds")
}

Plot(
    "Every trial: how many flows it adds to the window of its peak, and what that scores. Amount alone does not put them "
        + "in order.",
    columns: 2, sharing: .both
) {
    dose("By day", night: false)
    dose("At night", night: true)
}

// %% What each dimension contributes id="contributions" fold=true
func share(_ kind: Anomaly.Kind, _ dimension: TrafficDimension) -> Double {
    median(of(kind).map { $0.shares[dimension] ?? 0 })
}

Plot(
    "What each dimension contributes to the peak, in percent of the score: the median over the days for testing, by day. "
        + "Below zero: it moved as it does when the others move so."
) {
    HeatMap(
        Anomaly.Kind.allCases.map { kind in dimensions.map { (100 * share(kind, $0)).rounded() } },
        columns: dimensions.map(short), rows: Anomaly.Kind.allCases.map(\.rawValue), label: "%"
    )
    .annotated().format(.fixed(0))
}
.xTicks(rotated: 90).height(1.6)

// %% The correlation, in words id="dose-line" fold=true
func added(_ kind: Anomaly.Kind) -> Double { median(of(kind).map { Double($0.added) }) }
func found(_ kind: Anomaly.Kind, by watch: Int) -> Int {
    count(kind, night: false, watch: watch) + count(kind, night: true, watch: watch)
}

let loud = Anomaly.Kind.allCases.filter { kind in watches.indices.allSatisfy { found(kind, by: $0) == 2 * days } }
    .map(\.rawValue)
let dose = try Correlation.spearman(trials.map { Double($0.added) }, trials.map(\.peak)).map(ranged)

// %% [markdown] id="why"
/*
Over all \(trials.count) trials the rank correlation between flows added and peak is \(dose, format: .fixed(2)), with
the interval of 95% that would hold if the trials were independent. So amount matters, but it is not all, and the
exceptions are the interesting ones.

- **Beaconing** adds about \(added(.beaconing), format: .fixed(0)) flows to a window that has
  \(median(of(.beaconing).map { Double($0.present) }), format: .fixed(0)), all to a port that everybody uses. No
  distribution over a window changes much by that. What would give it away is its regularity *across* windows, which is
  in none of our dimensions.
- **The slow scan** adds about \(added(.slowScan), format: .fixed(0)) flows and peaks at
  \(median(of(.slowScan).map(\.peak)), format: .fixed(1)) thresholds. Browsing of content networks adds
  \(added(.cdnBrowsing), format: .integer) and peaks at \(median(of(.cdnBrowsing).map(\.peak)), format: .fixed(1)).
  Those go where everybody goes, only more so; these try another port each, and all come from one. Destination and
  source ports contribute
  \(share(.slowScan, .destinationPortEntropy) + share(.slowScan, .sourcePortEntropy), format: .percent(0)) of the score,
  the number of flows \(share(.slowScan, .flows), format: .percent(0)) (a contribution may be negative): it breaks the
  rule that more flows have more source ports, and $R^{-1}$ knows that rule. (It also has six hours, that is, some 72
  chances.)
- **Exfiltration and backup** are a handful of flows each. Entropies per flow find them in
  \(found(.exfiltration, by: 1)) and \(found(.backup, by: 1)) of \(2 * days) trials, all thirteen dimensions in
  \(found(.exfiltration, by: 0)) and \(found(.backup, by: 0)). What they move are packets and bytes, which scatter
  widely by themselves ([](#tab:ordinary)).
- **The misconfigured service** asks for one dead server: \(added(.misconfiguredService), format: .fixed(0)) flows a
  window, to a port that nobody else uses. It is found on \(count(.misconfiguredService, night: false, watch: 0)) of
  \(days) days and in \(count(.misconfiguredService, night: true, watch: 0)) of \(days) nights.
- **Loud things** are found by every watch, day and night: \(list(loud)). If only they mattered, a count would do.

[](#fig:contributions) is the part that survives operation. An analyst who reads *dst-port entropy* looks for a scan;
one who reads *outbound bytes* looks for an upload. The score only says when to look.
*/

// %% [markdown] id="yours"
/*
## Your own traffic

A capture has no quiet days beside it and nobody who knows its truth. What can be done honestly is to let its first half
be its own past: cut its flows, by their beginnings, into eighty windows of equally many; of the first forty every other
one teaches the model, the others set a threshold that one window in twenty may exceed; the last forty are judged. If
the first half held an attack, that attack is ordinary now. Windows of equal counts can be compared even where a clock
jumps or a night is empty; in exchange they cannot see that flows come faster.
*/

// %% [parameters] id="capture-parameter"
/// A capture file, pcap or pcapng, for this part.
let capture: String? = nil

// %% A capture file id="capture"
let recorded = try capture.map { try CaptureFile($0).read() }
let recordedFlows = (recorded?.packets ?? []).flows().map { Beginning($0) }
let isEnough = recordedFlows.count >= 640

if let capture, let recorded {
    show(
        Summary {
            Item("File", capture)
            Item("Packets", recorded.packets.count, format: .integer)
            Item("Flows", recordedFlows.count, format: .integer)
            Item("Read to its end", recorded.warning.map { "no: \($0)" } ?? "yes")
            Item("Enough to judge", isEnough ? "yes" : "no: 640 flows are needed, eight for each window")
        })
} else {
    let command = "flowbook render 04 --set capture=trace.pcap"
    show(Markdown("This notebook was run without a capture. `\(command)` runs it with one."))
}

// %% Its first half, and its second id="capture-watch" fold=true
struct OwnPast {
    let model: DeviationModel
    let threshold: AlarmThreshold
    let windows: [Snapshot]

    init?(_ flows: [Beginning]) throws {
        let flows = flows.sorted { $0.time < $1.time }
        let windows = (0..<80).map { number in
            let part = flows[number * flows.count / 80..<(number + 1) * flows.count / 80]
            return Snapshot(look(at: Array(part)), at: part[part.startIndex].time)
        }
        let half = windows.prefix(40).enumerated()
        let model = try DeviationModel(fitting: half.filter { $0.offset % 2 == 0 }.map(\.element)) {
            readings throws(StatisticsError) in
            try MedianBaseline(fitting: readings, options: .init(smallestScale: 0.1))
        }
        let scores = half.filter { $0.offset % 2 == 1 }.map {
            Reading(model.score(of: $0.element).squaredDistance, at: $0.element.time)
        }
        // Twenty windows stand for a day.
        let day = Duration.seconds(86_400 / 20)
        guard let threshold = try AlarmThreshold(fitting: scores, falseAlarmsPerDay: 1, every: day) else { return nil }
        (self.model, self.threshold, self.windows) = (model, threshold, windows)
    }
}

if isEnough, let own = try OwnPast(recordedFlows) {
    let scores = own.windows.map { own.model.score(of: $0) }
    show(
        Plot {
            Span(1...40, label: "its past")
            Rule(y: max(own.threshold.value, 1), label: "threshold")
            Line(1...80, scores.map { max($0.squaredDistance, 1) }, marked: true)
        }
        .xLabel("Window").yLabel("d²").yScale(.logarithmic)
        .captioned("Deviation of eighty windows of about \(recordedFlows.count / 80) flows each."))
    let alarms = scores.suffix(40).filter { $0.squaredDistance > own.threshold.value || !$0.novel.isEmpty }
    let strongest = alarms.sorted { $0.squaredDistance > $1.squaredDistance }.prefix(8)
    show(
        Markdown(
            "Of the 40 windows judged, \(alarms.count) exceed the threshold or have what the past never had; about two were "
                + "to be expected of a second half like the first."))
    if !strongest.isEmpty {
        show(
            Table(strongest) {
                Column("Begins after", unit: "s", format: .fixed(3)) { ($0.time - own.windows[0].time) / .seconds(1) }
                Column("In thresholds", format: .significant(3)) {
                    own.threshold.value > 0 ? $0.squaredDistance / own.threshold.value : nil
                }
                Column("Above all by") { $0.ranked.prefix(3).map { "\($0.dimension)" }.joined(separator: ", ") }
                Column("New") { $0.novel.isEmpty ? "–" : $0.novel.map { "\($0)" }.joined(separator: ", ") }
                Column("Most like") { (try? $0.signatures())?.ranked.first?.signature.name }
                Column("Cosine", format: .fixed(2)) { (try? $0.signatures())?.ranked.first?.similarity }
            }
            .captioned("The windows that deviate most, with the description nearest to each."))
    }
}

// %% [markdown] id="limits"
/*
## Limits

- **The office is made up.** Twelve people, exchangeable Mondays, no visitors with new telephones. In a larger network
  every anomaly is a smaller share of its window, and the table would be shorter.
- **A threshold is a promise about days like the past ones.** \(judging.count) quiet days carry one alarm a day, barely;
  they could not carry one a month.
- **Each anomaly was tried at one strength.** Whether something is found is a matter of dose, and ours are those of the
  simulation. An attacker who knows the window can take a smaller one.
- **Flows count when they begin.** That makes packets and bytes of long flows arrive early and at once, and a watch at
  work would have to wait for their end.
- **The windows of one episode are not independent,** nor are its day and its night, which have the same flows. The
  rates of [](#tab:found) therefore count days.
- **Deviation is not intent.** The harmless are flagged like all others. The score tells where to look first.

## To try

1. Run it with another seed: `flowbook render 04 --set seed=8`. Which rows of [](#tab:found) change, and which never do?
2. Give the office a hundred hosts (and a little time). From how many on is the slow scan lost by day?
3. Add a dimension that sees beaconing: for each pair of hosts the variation of the gaps between their flows. What does
   it cost in false alarms?
4. Give every hour of the day a threshold of its own. How many quiet days does that take, for the same promise?
5. In `Watch`, give the model a shrinkage of 1, so that the score is the sum of $z^2$. Which anomaly is lost? Why is it
   this one?
6. Write a signature for browsing by content networks and match it. Does it take anything away from the others?

## Sources

- A. Lakhina, M. Crovella and C. Diot, *Mining anomalies using traffic feature distributions*, SIGCOMM 2005.
- G. Nychis, V. Sekar, D. G. Andersen, H. Kim and H. Zhang, *An empirical evaluation of entropy-based traffic anomaly
  detection*, IMC 2008.
- B. Tellenbach, M. Burkhart, D. Sornette and T. Maillart, *Beyond Shannon: characterizing Internet traffic with
  generalized entropy metrics*, PAM 2009.
- A. Rényi, *On measures of entropy and information*, Fourth Berkeley Symposium, 1961.
- P. Grassberger, *Entropy estimates from insufficient samplings*, arXiv physics/0307138, 2003.
- P. C. Mahalanobis, *On the generalised distance in statistics*, Proceedings of the National Institute of Sciences of
  India 2, 1936.
- J. Schäfer and K. Strimmer, *A shrinkage approach to large-scale covariance matrix estimation*, Statistical
  Applications in Genetics and Molecular Biology 4, 2005.
- E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, JASA 22, 1927.
*/
