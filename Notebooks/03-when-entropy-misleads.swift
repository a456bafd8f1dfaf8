// %% [markdown] id="question"
/*
# When entropy misleads

Entropy is one number for how evenly something is spread, and it is easy to trust: it has a definition, a unit and a
ceiling. [](01-entropy.swift) shows what it tells. This notebook is about the times when it tells something else. The
number moves and nothing has happened; or somebody is at work, and it stands still.

There are eight ways to be misled here, each with a measurement, its interval, and a remedy where there is one. *Too
few* were counted. *How many* came stands in for *what* came. The *window* was cut in the wrong place. The *answers*
were counted with the questions. An *address* stood for many. An *innocent crowd* looks like an attack. The attack was
too *slow*. Or it was of a kind that only *another number* sees.

Everything is made from a seed, so the truth is known. All intervals are of 95%. That of a mean comes from the
bootstrap: its values are drawn anew from themselves, 2,000 times, and the interval is where the new means lie (the BCa
kind, Efron 1987). That of a share is Wilson's (1927), that of a correlation Fisher's. No limit is tried on the traffic on which it was drawn.
*/

// %% [parameters] id="parameters"
/// Where every random stream starts.
let seed = 42
/// How many samples of each size the estimators are tried on.
let runs = 100

// %% Numbers with their intervals id="intervals" fold=true
import Foundation
import NotebookDisplay
import Traffic
import TrafficCapture

func text(_ value: Double, _ digits: Int = 2) -> String { NumberFormat.fixed(digits).text(for: value) }

func ranged(_ estimate: BootstrapEstimate) -> Estimate {
    Estimate(estimate.value, low: estimate.interval.lower, high: estimate.interval.upper)
}

func text(_ estimate: BootstrapEstimate, _ digits: Int = 2) -> String { ranged(estimate).text(.fixed(digits)) }

/// One of many streams that start from the seed.
func stream(_ number: Int) -> Seed { Seed(Int128(seed) + Int128(number)) }

func mean(_ values: [Double]) throws -> BootstrapEstimate {
    try Bootstrap(replicates: 2000, seed: Seed(seed), threads: 1).estimate(.mean, of: values)
}

/// So many of so many, with Wilson's interval.
struct Share {
    let hits, count: Int
    let value, low, high: Double

    init(_ hits: Int, of count: Int) {
        (self.hits, self.count, value) = (hits, count, Double(hits) / Double(max(count, 1)))
        let interval = try? ConfidenceInterval.share(of: hits, in: count)
        (low, high) = (interval?.lower ?? 0, interval?.upper ?? 1)
    }

    init<Value>(of values: some Collection<Value>, where isHit: (Value) -> Bool) {
        self.init(values.count(where: isHit), of: values.count)
    }

    var ranged: Estimate { Estimate(value, low: low, high: high) }
    var text: String { ranged.text(.percent(0)) }
}

// %% [markdown] id="few"
/*
## Too few

A sample is poorer than its source. Some values get more than their share, some less, many do not come at all, and the
entropy of what was counted, the *plug-in* estimate, is on average too low: by about $(k-1)/(2n\ln 2)$ bits for $n$
observations of $k$ values (Miller 1955), as long as $n$ is much larger than $k$. Ports and addresses have thousands of
values; a window often has a hundred packets. What then?

People have invented estimators that add what is missing. *Miller and Madow* add the term above. *Chao and Shen* guess
from the values seen once how much was not seen. *Grassberger* and *Zhang* correct what each small count contributes.
*Shrink* moves the shares towards equal ones, and *NSB* (Nemenman, Shafee and Bialek) averages over the sources that may
have made the sample; these two must be told how many values there could be.

Here they are, with the plug-in, on three sources whose entropy is known: 256 values *alike*; a thousand values of which
the $i$-th is as frequent as $1/i$ (*Zipf 1*); and 65,536 values that fall as $i^{-1.2}$ (*Zipf 1.2*): a few that
everybody uses, and a long tail.
*/

// %% Three sources id="sources"
struct Source {
    let name: String
    let sizes: [Int]
    let shares: [Double]
    let bits: Double

    init(_ name: String, sizes: [Int], weights: [Double]) throws {
        let sum = weights.reduce(0, +)
        (self.name, self.sizes, shares) = (name, sizes, weights.map { $0 / sum })
        bits = try Entropy.value(ofWeights: weights)
    }

    func sample(_ count: Int, using dice: inout NumPyGenerator) throws -> Counts<Int> {
        Counts(try dice.choices(of: shares.indices, probabilities: shares, count: count))
    }
}

let sources = try [
    Source("Alike", sizes: [64, 256, 1024], weights: Array(repeating: 1, count: 256)),
    Source("Zipf 1", sizes: [64, 1024, 4096, 16_384], weights: (1...1000).map { 1 / Double($0) }),
    Source("Zipf 1.2", sizes: [256, 4096, 16_384], weights: (1...65_536).map { pow(Double($0), -1.2) }),
]

// %% Seven estimators, tried id="trials" fold=true
let contenders: [(name: String, estimator: NamedEstimator)] = [
    ("Plug-in", .plugIn), ("Miller–Madow", .millerMadow), ("Chao–Shen", .chaoShen),
    ("Grassberger", .grassberger2003), ("Zhang", .schurmannZhang), ("Shrink", .shrinkage),
    ("NSB", .nsb),
]

struct Trial {
    let source: Source
    let size: Int
    let errors: [Traffic.Summary]

    init(_ source: Source, _ size: Int, using dice: inout NumPyGenerator) throws {
        (self.source, self.size) = (source, size)
        var samples: [CountSpectrum] = []
        for _ in 0..<runs { samples.append(CountSpectrum(try source.sample(size, using: &dice))) }
        errors = try contenders.map { _, name in
            let estimator = try name.estimator(alphabet: source.shares.count)
            let tried = name == .nsb ? samples.prefix(30) : samples[...]
            return try Traffic.Summary(of: tried.map { try estimator.value(of: $0) - source.bits })
        }
    }
}

if runs < 10 { throw StatisticsError.tooFew(statistic: "runs", have: runs, need: 10) }
var dice = NumPyGenerator(seed: Seed(seed))
var trials: [Trial] = []
for source in sources {
    for size in source.sizes { trials.append(try Trial(source, size, using: &dice)) }
}

// %% Their errors id="errors"
func table(_ figure: KeyPath<Traffic.Summary, Double>) -> Table {
    Table(trials) {
        Column("Source", \.source.name)
        Column("n", \.size, format: .integer)
        for (place, contender) in contenders.enumerated() {
            Column(contender.name, format: .fixed(2)) { $0.errors[place][keyPath: figure] }
        }
    }
}
let least = Double(min(runs, 30)).squareRoot()
show(
    table(\.mean).captioned(
        "Estimate less truth, in bits: the mean over \(runs) samples, for NSB over \(min(runs, 30))."))

show(
    table(\.standardDeviation).captioned(
        "The standard deviation of the same errors. A mean above is known to ± \(text(2 / Double(runs).squareRoot())) "
            + "times its deviation (95%), one of NSB to ± \(text(2 / least)) times."))

// %% The same as a picture id="bias"
Plot(
    caption: "The mean error against the sample size, for each source with its true entropy. "
        + "Above the line too much, below too little.",
    panels: sources.map { source in
        let own = trials.filter { $0.source.name == source.name }
        return Panel("\(source.name): \(text(source.bits)) bits") {
            Rule(y: 0)
            for (place, contender) in contenders.enumerated() {
                Line(own.map(\.size), own.map { $0.errors[place].mean }, name: contender.name, marked: true)
            }
        }
    }, columns: 1, sharing: .both
)
.xScale(.logarithmic).xLabel("Sample size").yLabel("Mean error", unit: "bits").yRange(-2.5...0.5).height(1.1)

// %% What to read in it id="bias-figures" fold=true
func error(_ name: NamedEstimator, _ source: Int, _ size: Int) -> Double {
    let place = contenders.firstIndex { $0.estimator == name } ?? 0
    let trial = trials.first { $0.source.name == sources[source].name && $0.size == size }
    return trial?.errors[place].mean ?? .nan
}

let worst = contenders.indices.map { place in trials.map { abs($0.errors[place].mean) }.max() ?? 0 }
let scatter = trials.first { $0.source.name == sources[2].name && $0.size == 4096 }?.errors[0].standardDeviation
let widest = contenders.indices.map { place in trials.map { $0.errors[place].standardDeviation }.max() ?? 0 }

// %% [markdown] id="bias-read"
/*
The plug-in estimate of 64 packets is wrong by \(error(.plugIn, 0, 64), format: .fixed(2)) bits where all values are
alike, and by \(error(.plugIn, 1, 64), format: .fixed(2)) where few are frequent. A larger sample helps slowly where
the tail is long: of the third source, 256 packets lack \(-error(.plugIn, 2, 256), format: .fixed(2)) bits and 4,096,
sixteen times as many, still \(-error(.plugIn, 2, 4096), format: .fixed(2)), of which Miller's term leaves \(-error(.millerMadow, 2, 4096), format: .fixed(2)). The standard deviation of these
plug-in estimates is \(scatter, format: .fixed(2)), and gives no warning. *A number can be precise and wrong*: the ± tells how
estimates vary, never how far all of them are off.

The others do better where they are made for it, each at a price. Shrinkage is nearly exact where all values are alike,
because that is what it shrinks to, errs elsewhere by up to \(worst[5], format: .fixed(2)) bits and scatters by up to
±\(widest[5], format: .fixed(2)). Chao–Shen guesses the unseen and pays in scatter, up to
±\(widest[2], format: .fixed(2)). Grassberger's needs nothing but the counts, scatters up to
±\(widest[3], format: .fixed(2)) where the plug-in does up to ±\(widest[0], format: .fixed(2)), and is never the worst:
a good default, which still misses up to \(worst[3], format: .fixed(2)) bits. **No estimator sees what was not
sampled.** The remedy is more packets in a window, or fewer claims.

## How many, mistaken for what

The bias depends on $n$, and on a network $n$ is the volume. So a series of plug-in entropies follows the traffic volume
even if nothing else changes. Prediction: in a day in which *nothing but the volume* changes, entropy will draw the day.
*/

// %% A day on which nothing changes but the volume id="still-day"
let still = sources[1]
let hours = (0..<24).map { Double($0) }
let midnight = OfficeScenario.mondayMorning - .seconds(8 * 3600)
let volumes = hours.map { 40 + Int(1960 * Rhythm.office.level(at: midnight + .seconds($0 * 3600))) }
let day = try volumes.map { CountSpectrum(try still.sample($0, using: &dice)) }
let plain = try day.map { try PlugIn().value(of: $0) }
let mended = try day.map { try Grassberger2003().value(of: $0) }

let followed = try Correlation.pearson(plain, volumes.map { Entropy.bits(of: repeatElement(1, count: $0)) })
let followedBetween = try followed?.interval()
let (lowest, highest) = (plain.min() ?? 0, plain.max() ?? 0)

Plot("One source, the same all day; only the sample size follows an office's hours, from 40 at night to 2,000.") {
    Rule(y: still.bits, label: "the truth")
    Line(hours, plain, name: "Plug-in", marked: true)
    Line(hours, mended, name: "Grassberger", marked: true)
}
.xLabel("Hour of the day").yLabel("Entropy", unit: "bits")

// %% Night against noon, many times id="two-windows"
let pairs = 200

/// Whether a test for the difference of two means would call the entropies different, at one in twenty.
func isCalledDifferent(_ windows: [Counts<Int>], by estimator: some EntropyEstimator) throws -> Bool {
    let estimates = try windows.map { try EntropyEstimate(of: CountSpectrum($0), by: estimator) }
    let variance = estimates.map { $0.standardError * $0.standardError }.reduce(0, +)
    return abs(estimates[1].value - estimates[0].value) > 1.96 * variance.squareRoot()
}

var called = [0, 0, 0, 0]
for pair in 0..<pairs {
    let windows = try [40, 2000].map { try still.sample($0, using: &dice) }
    let test = try PermutationTest(
        from: windows[0], to: windows[1],
        PermutationTest.Options(permutations: 199, seed: stream(pair), threads: 1))
    let verdicts = [
        try isCalledDifferent(windows, by: PlugIn()), try isCalledDifferent(windows, by: MillerMadow()),
        try isCalledDifferent(windows, by: Grassberger2003()), test.pValue <= 0.05,
    ]
    for place in called.indices where verdicts[place] { called[place] += 1 }
}
let falseCalls = called.map { Share($0, of: pairs) }

Table {
    Column("Test", ["z-test, plug-in", "z-test, Miller–Madow", "z-test, Grassberger", "Permutation test, plug-in"])
    Column("Called different", falseCalls.map(\.ranged), format: .percent(0))
}
.captioned("\(pairs) pairs of a night (n = 40) and a noon (n = 2,000) of one source. One in twenty is promised.")

// %% [markdown] id="volume-read"
/*
It drew the day: the plug-in estimate moves between \(lowest, format: .fixed(2)) and \(highest, format: .fixed(2)) bits,
and its correlation with $\log_2 n$ is \(followed?.coefficient, format: .fixed(2))
(\(followedBetween?.lower, format: .fixed(2)) to \(followedBetween?.upper, format: .fixed(2)), 24 hours). Whoever
learns “what is ordinary at night” has learnt the number of people at night.

Whether two windows differ *more than their sizes explain* is a question that can be answered without any estimate of
bias: put both together, deal them anew into two heaps of the same sizes, and see how often chance does the same. Both
heaps are as biased as the windows are. In [](#tab:two-windows) this permutation test is wrong in \(falseCalls[3].text)
of the pairs, \(falseCalls[3].low <= 0.05 ? "as it promised" : "a little more than it promised"). The textbook's
z-test, which divides the difference by its standard error, is wrong in \(falseCalls[0].text); to correct the bias first
leaves \(falseCalls[1].text) with Miller–Madow and \(falseCalls[2].text) with Grassberger. But the permutation test has
a condition, too, and below is a case where it fails.

## An office, and what happens in it

For all else we need packets. An office of forty people works from nine to noon. Meanwhile seven things happen, of ten
minutes each. Four are attacks: a *vertical scan* (somebody tries many ports of one server), a *horizontal scan* (one
port of many machines), a *distributed flood* (requests for connections, under false addresses) and *exfiltration*
(somebody carries data out). Three are innocent: a *flash crowd* (very many people look at the office's pages at once),
*CDN browsing* (somebody looks at pages whose parts lie on very many machines of content networks) and a *backup*.

The library's scenario draws every source of traffic by itself, so an anomaly that
is added leaves all other packets as they are. That makes an experiment possible that no real network allows: **the same
minute, with and without the attack**. The *lift* of a number is the one less the other.

Limits come from three other mornings of such an office, drawn from other seeds, with nothing in them: the *practice*.
And unless it is said otherwise, only *questions* are counted: packets that open a TCP connection, and of other
protocols the first after a silence. All entropies of the office are plug-in estimates.
*/

// %% Minutes of questions id="minutes" fold=true
let length = 180
let nine = OfficeScenario.mondayMorning + .seconds(3600)

func office(_ hosts: Int, _ anomalies: [Anomaly] = [], day: Int = 0) -> OfficeScenario {
    var scenario = OfficeScenario(
        hosts: hosts, duration: .seconds(60 * Double(length)), seed: stream(day), start: nine)
    scenario.anomalies = anomalies
    return scenario
}

func isInside(_ address: IPAddress?) -> Bool {
    guard let address else { return false }
    return address.version == .four ? address.low >> 16 == 0x0a01 : address.high == 0x2001_0db8_0001_0000
}

struct Minute {
    var questions: [LabelledPacket] = []
    var packets = 0
    var bytes = 0
    /// Bytes that hosts of the office sent, to whomever.
    var sent = 0

    mutating func add(_ packet: LabelledPacket, isQuestion: Bool) {
        packets += 1
        bytes += packet.packet.originalLength
        if isInside(packet.packet.source) { sent += packet.packet.originalLength }
        if isQuestion { questions.append(packet) }
    }
}

func minute(of packet: LabelledPacket) -> Int { min(Int((packet.time - nine).inSeconds / 60), length - 1) }

/// The minutes of a scenario with all that happens and without; each packet is shown to `seen` as well.
func minutes(
    _ scenario: OfficeScenario, _ seen: (LabelledPacket) -> Void = { _ in }
) throws -> (all: [Minute], everyday: [Minute]) {
    var (all, beginnings) = (Array(repeating: Minute(), count: length), InitiatorFilter())
    var everyday = all
    for packet in try scenario.simulation() {
        let (place, isQuestion) = (minute(of: packet), beginnings.admits(packet.packet))
        all[place].add(packet, isQuestion: isQuestion)
        if packet.label.kind == nil { everyday[place].add(packet, isQuestion: isQuestion) }
        seen(packet)
    }
    return (all, everyday)
}

// %% A morning with events id="morning"
func happening(_ kind: Anomaly.Kind, _ minute: Int, _ intensity: Double = 1) -> Anomaly {
    Anomaly(kind, at: .seconds(60 * Double(minute)), lasting: .seconds(600), intensity: intensity)
}

let events = [
    happening(.verticalScan, 10, 0.5), happening(.horizontalScan, 30, 0.25), happening(.distributedFlood, 50, 0.01),
    happening(.flashCrowd, 70), happening(.cdnBrowsing, 90), happening(.exfiltration, 110), happening(.backup, 130),
]

var atTap: [LabelledPacket] = []
var flowMeter = LabelledFlowMeter()
var flows: [Anomaly.Kind: [Bool]] = [:]
func tally(_ flow: LabelledFlow) {
    guard let kind = flow.label.kind else { return }
    flows[kind, default: []].append(flow.flow.backward.payloadBytes > 0)
}

let practice = try (1...3).flatMap { try minutes(office(40, day: $0)).everyday }
let morning = try minutes(office(40, events)) { packet in
    if minute(of: packet) < 30 { atTap.append(packet) }
    flowMeter.add(packet) { tally($0) }
}
flowMeter.finish { tally($0) }

// %% What there is id="inventory" fold=true
func during(_ kind: Anomaly.Kind) -> Range<Int> {
    let first = events.first { $0.kind == kind }.map { Int($0.start.components.seconds / 60) } ?? 0
    return first..<first + 10
}

func perMinute(_ count: (Int) -> Int, _ minutes: some Sequence<Int>) throws -> BootstrapEstimate {
    try mean(minutes.map { Double(count($0)) })
}
let ordinaryQuestions = try perMinute({ morning.everyday[$0].questions.count }, 0..<length)

Table(events.map(\.kind)) {
    Column("What", \.rawValue)
    Column("Verdict", \.verdict.rawValue)
    Column("From minute") { during($0).lowerBound }
    Column("Questions a minute", format: .fixed(0)) { kind in
        try? perMinute({ morning.all[$0].questions.count - morning.everyday[$0].questions.count }, during(kind)).value
    }
    Column("Kilobytes a minute", format: .integer) { kind in
        during(kind).map { morning.all[$0].bytes - morning.everyday[$0].bytes }.reduce(0, +) / 10_000
    }
}
.captioned(
    "What happens besides everyday work, which has \(text(ordinaryQuestions, 0)) questions a minute. "
        + "Scans and flood are slower here than they usually are.")

// %% Spread of four fields id="spreads"
struct Spread {
    let sourcePorts, destinationPorts, sources, destinations: Double

    init(_ packets: some Sequence<LabelledPacket>) {
        let packets = packets.map(\.packet)
        sourcePorts = Entropy.bits(ofValues: packets.compactMap(\.sourcePort))
        destinationPorts = Entropy.bits(ofValues: packets.compactMap(\.destinationPort))
        sources = Entropy.bits(ofValues: packets.compactMap(\.source))
        destinations = Entropy.bits(ofValues: packets.compactMap(\.destination))
    }
}

let eventful = morning.all.map { Spread($0.questions) }
let everyday = morning.everyday.map { Spread($0.questions) }

func lift(_ field: KeyPath<Spread, Double>, _ minutes: Range<Int>) throws -> BootstrapEstimate {
    try mean(minutes.map { eventful[$0][keyPath: field] - everyday[$0][keyPath: field] })
}

// %% Volume in disguise id="disguise"
let logVolumes = morning.everyday.map { Entropy.bits(of: repeatElement(1, count: $0.questions.count)) }
let fieldNames = ["Source ports", "Destination ports", "Source addresses", "Destination addresses"]
let fields: [KeyPath<Spread, Double>] = [\.sourcePorts, \.destinationPorts, \.sources, \.destinations]
let followers = try fields.map { field in
    try Correlation.pearson(everyday.map { $0[keyPath: field] }, logVolumes)
}
let followersBetween = try followers.map { try $0?.interval() }

Plot("Everyday minutes, nothing else: entropy against the number of questions. The first is a line.", columns: 3) {
    for (name, field) in zip(fieldNames, fields) where field != \.sources {
        Panel(name) { Points(morning.everyday.map(\.questions.count), everyday.map { $0[keyPath: field] }) }
    }
}
.xLabel("Questions in the minute").xScale(.logarithmic).yLabel("Entropy", unit: "bits")

// %% [markdown] id="disguise-read"
/*
[](#fig:disguise) takes the lesson of the still day to packets. A client takes a new port for each connection, so the
source ports of questions are all different and their entropy is $\log_2 n$, no more and no less. Its correlation with
$\log_2 n$ is \(followers[0]?.coefficient, format: .fixed(3)): **the entropy of source ports is a counter of connections
in disguise**, and a page that shows both as two findings shows one. Source addresses have
\(followers[2]?.coefficient, format: .fixed(2)) (\(followersBetween[2]?.lower, format: .fixed(2)) to
\(followersBetween[2]?.upper, format: .fixed(2))). Destination addresses follow with
\(followers[3]?.coefficient, format: .fixed(2)) (\(followersBetween[3]?.lower, format: .fixed(2)) to
\(followersBetween[3]?.upper, format: .fixed(2)), \(length) minutes), destination ports *fall* with volume
(\(followers[1]?.coefficient, format: .fixed(2)), \(followersBetween[1]?.lower, format: .fixed(2)) to
\(followersBetween[1]?.upper, format: .fixed(2))): busy minutes are minutes of browsing, quiet ones a mixture. That entropies
of one network move together was found on real links, too (Nychis and others 2008).
*/

// %% [markdown] id="knife"
/*
## Where the knife falls

A window is a cut, and nobody who scans waits for it. Take scans of one minute, one probe a second, eighteen of them
over the morning, and windows of one minute. A window that begins with the scan holds all of it. One that begins half a
minute later holds half, and so does the one before.

The rule for mixtures ([](01-entropy.swift) derives it) says what to expect. A window with $m$ probes, which are a share
$\lambda$ of its questions, beside everyday ports of $H_0$ bits has about
$h(\lambda) + (1-\lambda) H_0 + \lambda \log_2 m$ bits, where $h(\lambda)$ is the entropy of the mere question
“scan or not?”. To halve $m$ makes $\lambda$ smaller and takes one bit off the logarithm: predict a valley.
*/

// %% Eighteen short scans, second by second id="drills" fold=true
let drillStarts = (0..<18).map { 300 + 600 * $0 + 7 * $0 }
let drills = drillStarts.map { start in
    Anomaly(.verticalScan, at: .seconds(Double(start)), lasting: .seconds(60), intensity: 0.1)
}

/// The destination ports asked for in each second.
func portsBySecond(_ questions: some Sequence<LabelledPacket>) -> [[UInt16]] {
    var seconds = [[UInt16]](repeating: [], count: 60 * length)
    for question in questions {
        let second = Int((question.time - nine).inSeconds)
        if let port = question.packet.destinationPort, seconds.indices.contains(second) {
            seconds[second].append(port)
        }
    }
    return seconds
}

let drilling = try minutes(office(1, drills)).all.flatMap(\.questions).filter { $0.label.kind != nil }
let quietPorts = portsBySecond(morning.everyday.flatMap(\.questions))
let drillPorts = zip(quietPorts, portsBySecond(drilling)).map { $0 + $1 }

func bits(_ ports: [[UInt16]], from first: Int, lasting seconds: Int) -> Double {
    Entropy.bits(ofValues: ports[max(first, 0)..<min(first + seconds, ports.count)].flatMap(\.self))
}

// %% The best window of each scan, by how it was cut id="cuts"
let shifts = Array(stride(from: 0, through: 60, by: 5))
let peaks = try shifts.map { shift in
    try mean(
        drillStarts.map { start in
            [start + shift - 60, start + shift].map { bits(drillPorts, from: $0, lasting: 60) }.max() ?? 0
        })
}

let drillCount = Double(drilling.count) / Double(drills.count)
let everydayBits = try mean(everyday.map(\.destinationPorts)).value
let expectedPeaks = try shifts.map { shift in
    let probes = drillCount * Double(max(shift, 60 - shift)) / 60
    let share = probes / (probes + ordinaryQuestions.value)
    return try Entropy.value(ofWeights: [share, 1 - share]) + (1 - share) * everydayBits + share * log2(probes)
}

Plot("One kind of scan, cut differently: the higher of the two windows it falls into. Mean of 18 scans, with interval.")
{
    Rule(y: everydayBits, label: "everyday")
    Line(shifts, expectedPeaks, name: "expected")
    Ribbon(shifts, low: peaks.map(\.interval.lower), high: peaks.map(\.interval.upper))
    Line(shifts, peaks.map(\.value), name: "measured; band: 95%", marked: true)
}
.xLabel("The cut falls this long after the scan began", unit: "s").yLabel("Port entropy", unit: "bits").yRange(0...)

// %% Windows of six lengths id="lengths" fold=true
struct Cut {
    let seconds: Int
    let quietMean, quietDeviation: Double
    let z: BootstrapEstimate

    init(_ seconds: Int) throws {
        let starts = Array(stride(from: 0, through: 60 * length - seconds, by: seconds))
        let quiet = try Traffic.Summary(of: starts.map { bits(quietPorts, from: $0, lasting: seconds) })
        (self.seconds, quietMean, quietDeviation) = (seconds, quiet.mean, quiet.standardDeviation)
        z = try mean(
            drillStarts.map { start in
                let touched = starts.filter { $0 < start + 60 && $0 + seconds > start }
                let lifts = touched.map {
                    bits(drillPorts, from: $0, lasting: seconds) - bits(quietPorts, from: $0, lasting: seconds)
                }
                return (lifts.max() ?? 0) / quiet.standardDeviation
            })
    }
}

let cuts = try [15, 30, 60, 120, 240, 480].map { try Cut($0) }
func side(_ value: Double, _ estimate: BootstrapEstimate) -> String {
    let isInside = (estimate.interval.lower...estimate.interval.upper).contains(value)
    let difference = text(abs(value - estimate.value))
    let place = value > estimate.value ? "above" : "below"
    return "\(difference) bits \(place) (\(isInside ? "in" : "out of") its interval)"
}

let bestCut = cuts.max { $0.z.value < $1.z.value } ?? cuts[0]
let rivals = cuts.filter { $0.seconds != bestCut.seconds && $0.z.interval.upper >= bestCut.z.interval.lower }
let rivalText =
    rivals.isEmpty
    ? "By its interval, no other length is as good."
    : "By the intervals, windows of \(rivals.map { "\($0.seconds)" }.joined(separator: ", ")) seconds may be as good."
let (deepest, highest60) = (peaks[shifts.count / 2], peaks[0])

Table(cuts) {
    Column("Window", \.seconds, unit: "s")
    Column("Everyday", \.quietMean, unit: "bits", format: .fixed(2))
    Column("Deviation", \.quietDeviation, unit: "bits", format: .fixed(2))
    Column("Lift of a scan, in deviations", format: .fixed(1)) { ranged($0.z) }
}
.captioned("The same 18 scans in windows of six lengths: the greatest lift, over the deviation of everyday windows.")

// %% [markdown] id="knife-read"
/*
A scan that the cut halves lifts its better window to \(text(deepest)) bits, where the same scan, cut well, reaches
\(text(highest60)). Nothing about the scan changed. An attacker need not even know of the windows; chance does it.
Against the measured mean, the rule for mixtures lies \(side(expectedPeaks[0], highest60)) at the ends, and
\(side(expectedPeaks[shifts.count / 2], deepest)) in the valley. It was given the mean number of questions, and it does
not know that “the higher of two” picks the luckier half.

Length matters as much ([](#tab:lengths)). In windows of \(bestCut.seconds) seconds the scan stands out most, by
\(text(bestCut.z, 1)) standard deviations of everyday windows; in windows of \(cuts[5].seconds) it is
\(text(cuts[5].z, 1)). \(rivalText) Short windows are noisy; long ones are calm but see the scan diluted. What is
best depends on the length of the attack, **so a window is a guess how long attacks last**. The remedy for the first is to
slide the window in steps much shorter than itself, which costs no more (`Entropy.bits(ofValues:at:inLast:)`); for the
second, to keep windows of several lengths.

## The answers, and half of a conversation

Where a tap sits decides what a port *is*. The same minutes of the vertical scan, counted in four ways: all packets;
only those that come in from outside; only those that go out; and questions. Prediction: a probe's answer carries the
scanned port as its *source*. So the scan's signature, destination ports up and source ports down, should be found whole
among questions and among what comes in, blurred where both directions are counted, and *reversed* in what goes out.
(Not all of this is going to hold.)
*/

// %% Four taps id="taps" fold=true
struct Tap {
    let name: String
    let minutes: [[LabelledPacket]]
    let with, without: [Spread]

    init(_ name: String, _ packets: [LabelledPacket], where isSeen: (Packet) -> Bool) {
        var minutes = [[LabelledPacket]](repeating: [], count: 30)
        for packet in packets where isSeen(packet.packet) { minutes[minute(of: packet)].append(packet) }
        (self.name, self.minutes) = (name, minutes)
        with = minutes.map { Spread($0) }
        without = minutes.map { Spread($0.filter { $0.label.kind == nil }) }
    }

    func lift(_ field: KeyPath<Spread, Double>) throws -> BootstrapEstimate {
        try mean((10..<20).map { with[$0][keyPath: field] - without[$0][keyPath: field] })
    }
}

var beginnings = InitiatorFilter()
let taps = [
    Tap("All packets", atTap) { _ in true },
    Tap("Coming in", atTap) { isInside($0.destination) && !isInside($0.source) },
    Tap("Going out", atTap) { isInside($0.source) && !isInside($0.destination) },
    Tap("Questions", atTap) { beginnings.admits($0) },
]

Plot(
    caption: "One scan (shaded), counted in four ways. Only among questions does it make the curves change places.",
    panels: taps.map { tap in
        Panel(tap.name) {
            Span(10...20)
            Line(tap.with.indices.map { $0 + 1 }, tap.with.map(\.sourcePorts), name: "source ports")
            Line(tap.with.indices.map { $0 + 1 }, tap.with.map(\.destinationPorts), name: "destination ports")
        }
    }, columns: 2, sharing: .both
)
.xLabel("Minute").yLabel("Entropy", unit: "bits").yRange(0...).height(0.8)

// %% What the scan lifts at each tap id="tap-lifts"
let answering = try mean((10..<20).map { taps[1].without[$0].sourcePorts })
let tapLifts = try taps.map { (try $0.lift(\.sourcePorts), try $0.lift(\.destinationPorts)) }
let blurred =
    tapLifts[0].0.value > 0 ? "rise instead of fall: where both are counted, every port asks and answers" : "fall less"

Table {
    Column("Counted", taps.map(\.name))
    Column("Packets a minute", taps.map { $0.minutes[10..<20].map(\.count).reduce(0, +) / 10 }, format: .integer)
    Column("Lift of source ports", tapLifts.map { ranged($0.0) }, format: .fixed(2))
    Column("Lift of destination ports", tapLifts.map { ranged($0.1) }, format: .fixed(2))
}
.captioned("What the scan adds to the entropies in bits: mean over its ten minutes, each with and without it.")

// %% [markdown] id="taps-read"
/*
Among questions the scan lifts the destination ports by \(text(tapLifts[3].1)) bits and moves the source ports by
\(text(tapLifts[3].0)). Among all packets it is \(text(tapLifts[0].1)) and \(text(tapLifts[0].0)): the answers have
taken \(tapLifts[3].1.value - tapLifts[0].1.value, format: .fixed(1)) bits from the first, and made the second
\(blurred).

Going out, source ports move by \(text(tapLifts[2].0)) and destination ports by \(text(tapLifts[2].1)); coming in, it is
the other way round, \(text(tapLifts[1].0)) and \(text(tapLifts[1].1)). So the two are mirrored, as predicted, if
smaller than among questions. But source ports do not fall in what comes in: they \(tapLifts[1].0.value > 0 ? "rise" : "fall little"). Everyday packets
from outside are answers of servers, whose few ports have \(text(answering)) bits, and a scanner's one port is one more.
**Whether concentration lowers an entropy depends on what it is added to.** On a link where answers go another way than
questions, as many do, a rule for scans that reads “source ports down” waits for what does not come.

The remedy is to count questions; where only one direction is seen, to know which. A tool that prints a port entropy
without saying what it counted has printed four different numbers under one name.

## Forty people, one address

Many networks share one address: a router replaces the source of each packet that leaves by its own address and a port
that it keeps for this connection (network address translation, NAT). What does that do to entropies of a tap outside?

The replacement of an address and a port by one port is one to one, so it can neither create nor destroy spread:
predict that the entropy of *ports* outside is exactly that of *pairs* of address and port inside, and that nothing is
left in the addresses.
*/

// %% The same questions behind one address id="translation" fold=true
struct Sender: Hashable {
    let address: IPAddress
    let port: UInt16
}

struct Translator {
    private var ports: [Sender: Int] = [:]

    mutating func port(for sender: Sender) -> Int {
        let port = ports[sender] ?? ports.count
        ports[sender] = port
        return port
    }
}

struct Border {
    let addresses, ports, pairs, translated, destinations: Double
    let reach, busiestReach: Double

    init(_ packets: [Packet], _ translator: inout Translator) throws {
        var senders: [(IPAddress, UInt16)] = []
        var targets: [IPAddress: Set<IPAddress>] = [:]
        for packet in packets {
            guard let source = packet.source, let port = packet.sourcePort, let target = packet.destination else {
                continue
            }
            senders.append((source, port))
            targets[source, default: []].insert(target)
        }
        let joint = try JointCounts(senders).entropies()
        (addresses, ports, pairs) = (joint.first(), joint.second(), joint.joint())
        translated = Entropy.bits(ofValues: senders.map { translator.port(for: Sender(address: $0.0, port: $0.1)) })
        destinations = Entropy.bits(ofValues: packets.compactMap(\.destination))
        reach = Double(targets.values.reduce(into: Set()) { $0.formUnion($1) }.count)
        busiestReach = Double(targets.values.map(\.count).max() ?? 0)
    }
}

func leaving(_ minute: Minute) -> [Packet] {
    minute.questions.map(\.packet).filter { isInside($0.source) && !isInside($0.destination) }
}

var translator = Translator()
let borders = try morning.all.map { try Border(leaving($0), &translator) }

// %% Inside and outside id="translation-plot"
let browsing = during(.cdnBrowsing)
let around = max(browsing.lowerBound - 20, 0)..<min(browsing.upperBound + 20, length)

func over(_ value: (Border) -> Double) -> [Double] { around.map { value(borders[$0]) } }

Plot(
    "Questions that leave, inside and outside of the translation; shaded, one host browses wildly. Of addresses nothing "
        + "is left outside; the two lines of ports lie on each other.", columns: 1, sharing: .x
) {
    Panel("Source addresses") {
        Span(browsing.lowerBound...browsing.upperBound)
        Line(around, over(\.addresses), name: "inside")
        Line(around, over { _ in 0 }, name: "outside")
    }
    Panel("Source ports") {
        Span(browsing.lowerBound...browsing.upperBound)
        Line(around, over(\.ports), name: "inside")
        Line(around, over(\.translated), name: "outside")
    }
}
.xLabel("Minute").yLabel("Entropy", unit: "bits").yRange(0...).height(0.6)

// %% Figures of the border id="translation-figures" fold=true
let mismatch = borders.map { abs($0.translated - $0.pairs) }.max() ?? 0
let quietBorders = try morning.everyday.map { minute in
    var fresh = Translator()
    return try Border(leaving(minute), &fresh)
}
let addressBits = try mean(quietBorders.map(\.addresses))
let portGain = try mean(quietBorders.map { $0.translated - $0.ports })
let busiest = try mean(quietBorders.map(\.busiestReach))
let reach = try mean(quietBorders.map(\.reach))
let browsingInside = try mean(browsing.map { borders[$0].addresses - quietBorders[$0].addresses })

// %% [markdown] id="translation-read"
/*
The greatest difference between ports outside and pairs inside, over \(length) minutes, is
\(mismatch < 1e-9 ? "zero but for rounding" : text(mismatch, 6)). The identity holds, and it is sobering. The addresses
had \(text(addressBits)) bits, and the ports gain only \(text(portGain)) from them, because they were nearly all
different anyway: a pair cannot be more diverse than $\log_2 n$. What is lost is not bits but what they were *about*.

Two mistakes follow. Inside, the host that browses wildly moves the source addresses by \(text(browsingInside)) bits in
its ten minutes: one host has begun to outweigh the others. Outside, that is 0 before and 0 after. **Behind one address,
no entropy of sources can tell one busy host from forty.** And the other way round: in an everyday minute the busiest
host asks \(text(busiest, 1)) different addresses, the shared address \(text(reach, 1)). A rule tuned to hosts, such as
“asks more than so many addresses a minute”, fires on the router for being a router. The remedy is a tap inside, or
rules that know which addresses stand for many. Destinations remain comparable: they are not translated.

## Innocent crowds

[](#tab:inventory) has pairs that were chosen to be mistaken. A scan of many hosts and a browser on content networks
both ask many addresses; a flood under false addresses and a crowd that has read the news both come from many. The
signatures that the literature gives for scan and flood (Lakhina, Crovella and Diot 2005) are directions: *destination
addresses up*, and *source addresses up, destination addresses down*. Do they tell the pairs apart?
*/

// %% The lifts of look-alikes id="lookalikes"
let lookalikes: [Anomaly.Kind] = [.horizontalScan, .cdnBrowsing, .distributedFlood, .flashCrowd]

Table(
    try lookalikes.map {
        (
            $0, try lift(\.sources, during($0)), try lift(\.destinations, during($0)),
            try lift(\.destinationPorts, during($0))
        )
    }
) {
    Column("What", \.0.rawValue)
    Column("Source addresses", format: .fixed(2)) { ranged($0.1) }
    Column("Destination addresses", format: .fixed(2)) { ranged($0.2) }
    Column("Destination ports", format: .fixed(2)) { ranged($0.3) }
}
.captioned("Lifts in bits, mean over the ten minutes.")

// %% Minutes as points id="lookalike-plot"
Plot(
    "A point for each minute, everyday ones and four kinds of others. "
        + "Crowd and flood depart one way, browser and scan the other."
) {
    Points(everyday.map(\.sources), everyday.map(\.destinations), name: "everyday")
    for kind in lookalikes {
        Points(
            during(kind).map { eventful[$0].sources }, during(kind).map { eventful[$0].destinations },
            name: kind.rawValue)
    }
}
.xLabel("Entropy of source addresses", unit: "bits").yLabel("Entropy of destination addresses", unit: "bits")
.xRange(0...).yRange(0...)

// %% A line that catches every minute of the attack id="lookalike-lines" fold=true
func caught(_ field: KeyPath<Spread, Double>, of benign: Anomaly.Kind, byLineFor attack: Anomaly.Kind) -> Share {
    let line = during(attack).map { eventful[$0][keyPath: field] }.min() ?? 0
    return Share(of: during(benign)) { eventful[$0][keyPath: field] >= line }
}

let practiceSpreads = practice.map { Spread($0.questions) }
func alarms(_ field: KeyPath<Spread, Double>, _ kind: Anomaly.Kind) throws -> Share {
    let past = practiceSpreads.map { $0[keyPath: field] }.max() ?? 0
    return Share(of: during(kind)) { eventful[$0][keyPath: field] > past }
}
let (crowdLine, crowdAlarms) = (
    caught(\.sources, of: .flashCrowd, byLineFor: .distributedFlood), try alarms(\.sources, .flashCrowd)
)
let crowdHeight = during(.flashCrowd).map { eventful[$0].sources }.max() ?? 0
let floodSources = during(.distributedFlood).map { eventful[$0].sources }
let floodHeight = (lowest: floodSources.min() ?? 0, highest: floodSources.max() ?? 0)
let browsingAlarms = try alarms(\.destinations, .cdnBrowsing)

// %% The lookups among them id="lookups" fold=true
let browsers = browsing.map { morning.all[$0].questions.filter { $0.label.kind == .cdnBrowsing } }
let lookupShare = Share(of: browsers.flatMap(\.self)) { $0.packet.destinationPort == 53 }
let browsersAlone = try mean(browsers.map { Spread($0).destinations })
let withoutLookups = try mean(
    browsers.map { Spread($0.filter { $0.packet.destinationPort != 53 }).destinations })

// %% [markdown] id="crowds-read"
/*
They do not: in each pair the directions are the same. Of the flood and the crowd, sources rise and destinations fall.
At its height the crowd has \(crowdHeight, format: .bits) of source addresses in a minute, the flood
\(floodHeight.lowest, format: .bits) to \(floodHeight.highest, format: .bits). A line at the highest value of the
practice is crossed in \(crowdAlarms.text) of the crowd's minutes, and one that just catches every minute of *this*
flood in \(crowdLine.text) of them. The browser crosses the practice line for destinations in \(browsingAlarms.text) of
its minutes. So tuning helps as long as the harmless happen to be smaller than the attack, and no longer: what a line
tells is a size, and a good hour of a larger web server is a flood of this one's.

The browser lies nearer to the everyday than the scan, and the reason is another trap: \(lookupShare.text) of its
questions are name lookups, all to one resolver. Its own questions have \(text(browsersAlone)) bits of destination
addresses with the lookups and \(text(withoutLookups)) without. Look at TCP alone, as many scan detectors do, and the
innocent look guiltier.

What separates them is no entropy. It is whether the asked side gave anything.
*/

// %% Whether anybody answered id="answered" fold=true
Table(lookalikes) {
    Column("What", \.rawValue)
    Column("Flows", format: .integer) { flows[$0, default: []].count }
    Column("Answered", format: .percent(0)) { kind in Share(of: flows[kind, default: []]) { $0 }.ranged }
}
.captioned("How many flows each has, and in what share of them the asked side sent data.")

// %% [markdown] id="answered-read"
/*
A crowd is served, a flood is not; a browser is, a scan is not. **Spread says how many; whether anybody was answered is
another question**, and flows hold the answer.

## Four ports a minute

A scan that takes its time adds little to each window. How little is too little? To find out, a slow scan is added to
every minute of the morning, at rates from one probe in two minutes to 32 a minute; a minute counts as found when its
port entropy lies above a line which practice minutes crossed once in twenty. The same with windows of ten minutes. And,
since it was so good above, a permutation test of each minute against the minute before it (without the scan), at one in
twenty.
*/

// %% Scans of seven speeds id="speeds"
let speeds = [0.5, 1, 2, 4, 8, 16, 32]

/// The probes of a scan that lasts all morning, minute by minute.
func probes(perMinute rate: Double) throws -> [[UInt16]] {
    let scan = Anomaly(.slowScan, at: .zero, lasting: .seconds(60 * Double(length)), intensity: rate / 4)
    return try minutes(office(1, [scan])).all.map { minute in
        minute.questions.filter { $0.label.kind == .slowScan }.compactMap(\.packet.destinationPort)
    }
}

func ports(_ minutes: [Minute]) -> [[UInt16]] { minutes.map { $0.questions.compactMap(\.packet.destinationPort) } }

let everydayPorts = ports(morning.everyday)
let slow = try [everydayPorts.map { _ in [] }] + speeds.map { try probes(perMinute: $0) }

// %% Found or not id="found" fold=true
func readings(_ values: [Double]) -> [Reading] {
    values.enumerated().map { Reading($1, at: nine + .seconds(60 * Double($0))) }
}

/// What one in so many values of the past exceeded; where there are fewer, the greatest.
func line(above past: [Double], exceptOneIn count: Double) throws -> Double {
    let threshold = try AlarmThreshold(fitting: past, falseAlarmsPerDay: 1440 / count, every: .seconds(60))
    return threshold?.value ?? .infinity
}

/// In how many windows of so many minutes entropy lies above what one in twenty practice windows exceeded.
func found(_ ports: [[UInt16]], windowsOf count: Int) throws -> Share {
    func bits(_ ports: [[UInt16]]) -> [Double] {
        stride(from: 0, to: ports.count, by: count).map { first in
            Entropy.bits(ofValues: ports[first..<min(first + count, ports.count)].flatMap(\.self))
        }
    }
    let limit = try line(above: bits(practicePorts), exceptOneIn: 20)
    return Share(of: bits(ports)) { $0 > limit }
}

func foundByPermutation(_ ports: [[UInt16]]) throws -> Share {
    let values = try (1..<length).map { place in
        try PermutationTest(
            from: Counts(everydayPorts[place - 1]), to: Counts(ports[place]),
            PermutationTest.Options(permutations: 199, seed: stream(place), alternative: .greater, threads: 1)
        ).pValue
    }
    return Share(of: values) { $0 <= 0.05 }
}

let practicePorts = ports(practice)
let scanned = slow.map { probes in zip(everydayPorts, probes).map { $0 + $1 } }
let byMinute = try scanned.map { try found($0, windowsOf: 1) }
let byTen = try scanned.map { try found($0, windowsOf: 10) }
let byPermutation = try scanned.map { try foundByPermutation($0) }

Plot("Windows called unusual, against the scan's speed; bands: 95%. Dashed: the one in twenty that was promised.") {
    Rule(y: 5)
    for (name, shares) in [("one minute", byMinute), ("ten minutes", byTen), ("permutation test", byPermutation)] {
        let shown = shares.dropFirst()
        Ribbon(speeds, low: shown.map { 100 * $0.low }, high: shown.map { 100 * $0.high })
        Line(speeds, shown.map { 100 * $0.value }, name: name, marked: true)
    }
}
.xScale(.logarithmic).xLabel("Probes a minute").yLabel("Windows called unusual", unit: "%").yRange(0...100)

// %% The same in figures id="found-table"
Table {
    Column("Probes a minute", [0] + speeds)
    Column("One minute", byMinute.map(\.ranged), format: .percent(0))
    Column("Ten minutes", byTen.map(\.ranged), format: .percent(0))
    Column("Permutation test", byPermutation.map(\.ranged), format: .percent(0))
}
.captioned("The first row has no scan: what is called unusual there is a false alarm.")

// %% When it begins to show id="begins" fold=true
/// The first speed from which on more is found than are false alarms, by intervals that do not touch.
func beginsToShow(_ shares: [Share]) -> String {
    let shows = shares.dropFirst().map { $0.low > shares[0].high }
    guard let last = shows.lastIndex(of: false) else { return "from the slowest scan on" }
    guard last + 1 < speeds.count else { return "at no speed tried" }
    return "from \(NumberFormat.automatic.text(for: speeds[last + 1])) a minute on"
}

/// To how many different ports the most curious source has asked a question.
func mostPorts(_ questions: some Sequence<LabelledPacket>) -> Int {
    var ports: [IPAddress: Set<UInt16>] = [:]
    for question in questions {
        guard let source = question.packet.source, let port = question.packet.destinationPort else { continue }
        ports[source, default: []].insert(port)
    }
    return ports.values.map(\.count).max() ?? 0
}
let keptText =
    byMinute[0].low <= 0.05 && byMinute[0].high >= 0.05
    ? "which chance may explain" : "which chance does not explain: one office is not the same on another morning"
let curious = mostPorts(morning.everyday.flatMap(\.questions))
let slowest = Set(slow[1].flatMap(\.self)).count

// %% [markdown] id="slow-read"
/*
In windows of a minute the scan begins to show \(beginsToShow(byMinute)), in windows of ten minutes
\(beginsToShow(byTen)). At four probes a minute, which tries \(4 * 60 * 24, format: .integer) ports a day,
\(byMinute[4].text) of the minutes are called unusual, where \(byMinute[0].text) are without any scan. Windows of ten
minutes are calmer: at eight probes a minute they find \(byTen[5].text), those of one minute \(byMinute[5].text). But
there are only \(length / 10) of them in a morning, so what can be said of them is as wide as their intervals. Look at
the first row, too. Of practice minutes one in twenty lay above the line, of this morning's \(byMinute[0].text) do,
\(keptText).
A false alarm rate is a promise about days like those of practice.

The permutation test needs another look, at the first row of [](#tab:found-table). It calls \(byPermutation[0].text) of
minutes *without* a scan more dispersed than the minute before, where one in twenty was promised. It is right! Questions
do not come one by one: a page brings several, to the same few ports, so two minutes of one office differ by more than
independent draws would. The test answers whether the minutes differ, and minutes do. Above, its draws were independent;
here that is false, and so is its promise. **A p-value is about a model, and packets are not drawn from an urn.** The
honest comparison is with how much quiet minutes differ among themselves, which is what practice is for.

What would have seen it? Not a better entropy, but a longer memory of another thing. Over the morning the most curious
everyday host asked for \(curious) different ports. The slowest of these scans, one probe in two minutes, asked for
\(slowest). One counter a source, with no window at all, tells them apart.

## Loud and silent

Volume is the older signal: so many packets, so many bytes. Which sees what? For each event, the share of its minutes in
which *volume* raises an alarm (packets, bytes, or bytes sent by hosts of the office, too many), and in which *entropy*
does (ports or addresses, up or down). Both lines are such that one practice minute in a hundred crossed them. Values
are measured from the practice's median, in units of its median absolute deviation (scaled, so that for normal values it
is the standard deviation); volumes are taken as logarithms.
*/

// %% Two alarms id="alarms" fold=true
/// A row for each measure, a value for each minute.
func volumes(_ minutes: [Minute]) -> [[Double]] {
    [minutes.map(\.packets), minutes.map(\.bytes), minutes.map(\.sent)].map { $0.map { log2(Double($0 + 1)) } }
}

func entropies(_ spreads: [Spread]) -> [[Double]] {
    [spreads.map(\.destinationPorts), spreads.map(\.sources), spreads.map(\.destinations)]
}

/// How far the farthest of several measures is from its past, in each minute.
func farthest(_ measures: [[Double]], from past: [[Double]], _ size: (Double) -> Double) throws -> [Double] {
    let zs = try zip(measures, past).map { measure, past in
        try MedianBaseline(fitting: readings(past)).zScores(of: readings(measure)).map { size($0.value ?? 0) }
    }
    return (zs.first ?? []).indices.map { place in zs.map { $0[place] }.max() ?? 0 }
}

struct Alarm {
    let limit: Double
    let all, everyday: [Double]

    init(past: [[Double]], all: [[Double]], everyday: [[Double]], _ size: (Double) -> Double) throws {
        limit = try line(above: farthest(past, from: past, size), exceptOneIn: 100)
        self.all = try farthest(all, from: past, size)
        self.everyday = try farthest(everyday, from: past, size)
    }
}

let volume = try Alarm(past: volumes(practice), all: volumes(morning.all), everyday: volumes(morning.everyday)) { $0 }
let spread = try Alarm(
    past: entropies(practiceSpreads), all: entropies(eventful), everyday: entropies(everyday)
) { abs($0) }

// %% Who sees what id="who-sees"
func sees(_ alarm: Alarm, _ kind: Anomaly.Kind) -> Share { Share(of: during(kind)) { alarm.all[$0] > alarm.limit } }

let scanSeen = (sees(volume, .verticalScan), sees(spread, .verticalScan))
let scanBytes = during(.verticalScan).map { morning.all[$0].bytes - morning.everyday[$0].bytes }.reduce(0, +)
let scanShare = Double(scanBytes) / Double(during(.verticalScan).map { morning.all[$0].bytes }.reduce(0, +))
let theftBytes = during(.exfiltration).map { morning.all[$0].bytes - morning.everyday[$0].bytes }.reduce(0, +)
let theftSeen = (sees(volume, .exfiltration), sees(spread, .exfiltration))
func alarmShares(_ alarm: Alarm) -> [Share] {
    [Share(of: alarm.everyday) { $0 > alarm.limit }] + events.map { sees(alarm, $0.kind) }
}

Table {
    Column("What", ["nothing"] + events.map(\.kind.rawValue))
    Column("Minutes", [length] + events.map { during($0.kind).count })
    Column("Volume", alarmShares(volume).map(\.ranged), format: .percent(0))
    Column("Entropy", alarmShares(spread).map(\.ranged), format: .percent(0))
}
.captioned("The share of minutes with an alarm. The first row, the morning without events, is all false alarms.")

// %% The plane of the two id="plane"
Plot("How far a minute is from practice, by volume and by entropy; the rules are the lines of alarm.") {
    Rule(x: volume.limit)
    Rule(y: spread.limit)
    Points(volume.everyday, spread.everyday, name: "everyday")
    for kind in events.map(\.kind) {
        Points(during(kind).map { volume.all[$0] }, during(kind).map { spread.all[$0] }, name: kind.rawValue)
    }
}
.xLabel("Volume, in scaled deviations").yLabel("Entropy, in scaled deviations")

// %% [markdown] id="loud-read"
/*
The scan moves \(scanBytes / 10_000) kilobytes a minute, \(scanShare, format: .percent(1)) of what passes in those
minutes. Volume sees \(scanSeen.0.text) of its minutes, entropy \(scanSeen.1.text). The theft of
\(Double(theftBytes) / 1e6, format: .fixed(0)) megabytes is the reverse: volume sees \(theftSeen.0.text), entropy
\(theftSeen.1.text), since a few connections to an ordinary port hardly change the spread of questions. That entropy
finds what volume misses was shown on real backbones (Lakhina, Crovella and Diot 2005).

But look at the innocent rows of [](#tab:who-sees) as well. The backup alarms volume in \(sees(volume, .backup).text) of
its minutes. The browser alarms entropy in \(sees(spread, .cdnBrowsing).text). The crowd alarms volume in
\(sees(volume, .flashCrowd).text) and entropy in \(sees(spread, .flashCrowd).text). **Seeing more is not knowing more**:
whatever is seen has to be explained by something else, such as who was asked and whether they answered.
*/

// %% [markdown] id="own"
/*
## Your own traffic

All this can be asked of packets that were really sent. Name a capture, and this part asks of it what was asked of the
office: was enough counted, do answers matter, what does an address stand for, does the number follow the volume?
*/

// %% [parameters] id="capture-parameters"
/// A capture file, pcap, pcapng or snoop.
let capture: String? = nil
/// How many of its packets are read at most.
let atMost = 200_000

// %% A capture id="capture"
func read(_ path: String) throws -> (packets: [Packet], warning: String?) {
    var packets: [Packet] = []
    let summary = try CaptureFile(path).forEachFrame { bytes, header in
        packets.append(Packet(decoding: bytes, header))
        return packets.count < atMost ? .next : .stop
    }
    return (packets, summary.warning?.description)
}

if atMost < 1 { throw StatisticsError.outOfRange(argument: "atMost", value: "\(atMost)", allowed: "one or more") }
let (recorded, trouble) = try capture.map(read) ?? ([], nil)
var recordedBeginnings = InitiatorFilter()
let recordedQuestions = recorded.filter { recordedBeginnings.admits($0) }

if let capture {
    show(
        Summary {
            Item("File", capture)
            Item("Packets", recorded.count, format: .integer)
            Item("Questions among them", recordedQuestions.count, format: .integer)
            Item("Read", trouble ?? (recorded.count < atMost ? "to its end" : "its first \(atMost) packets"))
        })
    if recorded.isEmpty { show(Markdown("There is no packet in it, so there is nothing to ask.")) }
} else {
    let command = "flowbook render 03 --set capture=trace.pcap"
    show(Markdown("This page was made without a capture. `\(command)` makes one with yours."))
}

// %% Was enough counted? id="capture-enough" fold=true
struct Counted {
    let name: String
    let spectrum: CountSpectrum

    init(_ name: String, _ values: [some Hashable & Sendable]) {
        (self.name, spectrum) = (name, CountSpectrum(Counts(values)))
    }

    /// Whether the library's rule allows an estimate at all.
    var isEnough: Bool { (try? EntropyReading(of: spectrum))?.estimate != nil }
}

func counted(_ word: String, _ packets: [Packet]) -> [Counted] {
    [
        Counted("Source ports, \(word)", packets.compactMap(\.sourcePort)),
        Counted("Destination ports, \(word)", packets.compactMap(\.destinationPort)),
        Counted("Source addresses, \(word)", packets.compactMap(\.source)),
        Counted("Destination addresses, \(word)", packets.compactMap(\.destination)),
    ]
}

if !recorded.isEmpty {
    let rows = (counted("packets", recorded) + counted("questions", recordedQuestions)).filter { !$0.spectrum.isEmpty }
    show(
        Table(rows) {
            Column("Counted", \.name)
            Column("n", \.spectrum.total, format: .integer)
            Column("Different", \.spectrum.support, format: .integer)
            Column("Plug-in", format: .fixed(2)) { try? PlugIn().value(of: $0.spectrum) }
            Column("Grassberger", format: .fixed(2)) { $0.isEnough ? try? Grassberger2003().value(of: $0.spectrum) : nil }
            Column("Chao–Shen", format: .fixed(2)) { $0.isEnough ? try? ChaoShen().value(of: $0.spectrum) : nil }
            Column("With Miller–Madow, ± standard error") { try? EntropyReading(of: $0.spectrum).description }
        }
        .captioned("The whole capture, in bits. Where the estimators disagree, none of them is to be relied on."))
}

// %% Window sizes id="capture-sizes" fold=true
let recordedPorts = recorded.compactMap(\.destinationPort)
let windowSizes = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096].filter { 4 * $0 <= recordedPorts.count }

func meanBits(_ size: Int, _ estimator: some EntropyEstimator) throws -> Double {
    let starts = stride(from: 0, through: recordedPorts.count - size, by: max(size, recordedPorts.count / 200))
    let values = try starts.map { try estimator.value(of: Counts(recordedPorts[$0..<$0 + size])) }
    return values.reduce(0, +) / Double(max(values.count, 1))
}

if !windowSizes.isEmpty {
    let plain = try windowSizes.map { try meanBits($0, PlugIn()) }
    let mended = try windowSizes.map { try meanBits($0, Grassberger2003()) }
    show(
        Plot("The mean port entropy of windows of so many packets. A curve that still rises has not arrived.") {
            Line(windowSizes, plain, name: "Plug-in", marked: true)
            Line(windowSizes, mended, name: "Grassberger", marked: true)
        }
        .xScale(.logarithmic).xLabel("Packets with ports in a window").yLabel("Entropy", unit: "bits").yRange(0...))
}

// %% Behind one address id="capture-border" fold=true
if recordedQuestions.contains(where: { $0.sourcePort != nil }) {
    var shared = Translator()
    let border = try Border(recordedQuestions, &shared)
    show(
        Table {
            Column("Questions", ["as captured", "as if all came from behind one address"])
            Column("Source addresses", [border.addresses, 0], unit: "bits", format: .fixed(2))
            Column("Source ports", [border.ports, border.translated], unit: "bits", format: .fixed(2))
            Column("Addresses asked, by the busiest", [border.busiestReach, border.reach], format: .integer)
        }
        .captioned("What a translation of addresses would leave of the senders (only questions that have ports)."))
}

// %% With the volume or against it id="capture-volume" fold=true
if let first = recorded.map(\.time).min(), let last = recorded.map(\.time).max(), first < last {
    let seconds = max(first.duration(to: last).inSeconds * 1.000001 / 60, 0.001)
    let windows = try recorded.windows(.tumbling(.seconds(seconds))).map(\.features)
    let bits = windows.map(\.destinationPortBits)
    let follows = try Correlation.pearson(bits, windows.map { $0.packetCount > 0 ? log2(Double($0.packetCount)) : nil })
    let each = NumberFormat.seconds.text(for: seconds)
    let correlation = follows.map { "r = \(text($0.coefficient)), \($0.count) windows" } ?? "no correlation can be told"
    show(
        Plot("Port entropy of windows of \(each) against their packets: \(correlation).") {
            Points(windows.map(\.packetCount), bits.map { $0 ?? .nan })
        }
        .xScale(.logarithmic).xLabel("Packets in the window").yLabel("Port entropy", unit: "bits").yRange(0...))
}

// %% [markdown] id="own-read"
/*
No truth is known here, so nothing above says whether an estimate is right. But estimators that disagree by half a bit
say that it is not known to half a bit; source ports of questions close to $\log_2 n$ are a count of connections; and a
correlation of entropy with volume near one or minus one says that a threshold on the first is one on the second.

## What to do about it

| what misleads | what it cost here | what helps |
|---|---|---|
| few packets | \(-error(.plugIn, 1, 64), format: .fixed(1)) bits at $n = 64$ | more packets; Grassberger; “not enough data” as an answer |
| volume | \(highest - lowest, format: .fixed(1)) bits in a still day | windows of equal count; permutation, where draws are independent |
| the cut | \(highest60.value - deepest.value, format: .fixed(1)) bits of \(highest60.value - everydayBits, format: .fixed(1)) | sliding windows, several lengths |
| answers | \(tapLifts[3].1.value - tapLifts[0].1.value, format: .fixed(1)) bits of \(tapLifts[3].1.value, format: .fixed(1)) | count questions |
| NAT | all \(addressBits.value, format: .fixed(1)) bits of the sources | a tap inside |
| crowds | alarms of addresses in \(crowdAlarms.value, format: .percent(0)) of a crowd's minutes | ask who was answered |
| patience | \(byMinute[4].value, format: .percent(0)) found at 4 a minute, \(byMinute[0].value, format: .percent(0)) false | a counter for each source |
| silence | \(theftSeen.1.value, format: .percent(0)) of a theft's minutes seen | volume beside entropy |

## To try

1. For which of the three sources would you trust the plug-in estimate at $n = 1024$ to a tenth of a bit? Decide from
   Miller's formula first, then look at [](#tab:errors).
2. A window holds 100 questions from 100 different source ports. What is their entropy, and what of the hosts does it
   tell?
3. Double the windows of [](#fig:cuts) to two minutes. Where does the valley go? Predict its depth with the rule
   for mixtures, and compute it.
4. Let half of the office sit behind NAT. Which of the five numbers of a `Border` are between those of inside and
   outside, and which are not?
5. Make the flash crowd's pages fail, so that nobody is served. What tells it from the flood now? (A real one can do
   that.)
6. Render with `--set seed=7`. Which verdicts change? Those were the ones to doubt.

## Limits

The office is made, and its figures are plausible, not measured on anybody's network. It is one office: a morning, forty
people, windows of a minute, one intensity for each event. Lifts are means over ten minutes that follow each other and
are not independent, so their intervals are rather too narrow; and they hold for these mornings, not for all that could
be drawn. Limits were drawn on three practice mornings, which know the once-in-a-hundred only roughly: the false alarms
that came are in the first rows of the tables. The scans are the plainest there are, nobody adapts to the
windows, and no packet was sent to make them.

## Sources

- G. A. Miller, *Note on the bias of information estimates*, in *Information Theory in Psychology*, 1955.
- A. Chao and T.-J. Shen, *Nonparametric estimation of Shannon's index of diversity when there are unseen species in
  sample*, Environmental and Ecological Statistics 10, 2003.
- P. Grassberger, *Entropy estimates from insufficient samplings*, 2003 (arXiv:physics/0307138).
- J. Hausser and K. Strimmer, *Entropy inference and the James–Stein estimator*, Journal of Machine Learning Research
  10, 2009.
- I. Nemenman, F. Shafee and W. Bialek, *Entropy and inference, revisited*, NIPS 2001.
- L. Paninski, *Estimation of entropy and mutual information*, Neural Computation 15, 2003.
- E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, Journal of the American
  Statistical Association 22, 1927.
- B. Efron, *Better bootstrap confidence intervals*, Journal of the American Statistical Association 82, 1987.
- B. Phipson and G. K. Smyth, *Permutation P-values should never be zero*, Statistical Applications in Genetics and
  Molecular Biology 9, 2010.
- A. Lakhina, M. Crovella and C. Diot, *Mining anomalies using traffic feature distributions*, SIGCOMM 2005.
- G. Nychis, V. Sekar, D. Andersen, H. Kim and H. Zhang, *An empirical evaluation of entropy-based traffic anomaly
  detection*, IMC 2008.
*/
