import Foundation
import NotebookDisplay

@testable import Notebook

/// A plot of every kind, drawn by tests and looked at by people.
enum PlotGallery {
    static let path = try? Gnuplot.path(in: ProcessInfo.processInfo.environment["PATH"] ?? "")
    static let gnuplot = path.map { Gnuplot(path: $0) }

    static let windows = Array(1...100)

    static let entropies = windows.map { window in
        (61...80).contains(window) ? 5 + 0.12 * sin(Double(window) * 2.3) : 1.38 + 0.11 * sin(Double(window) * 1.7)
    }

    static let interrupted = (0..<60).map { (20..<28).contains($0) || $0 == 45 ? nil : $0 % 13 }

    static func wave(_ count: Int, _ speed: Double, _ phase: Double) -> [Double] {
        (0..<count).map { sin(Double($0) * speed + phase) }
    }

    static func powers(_ count: Int, of base: Double) -> [Double] { (1...count).map { pow(base, Double($0)) } }

    static let ports = [22, 53, 80, 443, 445, 3389, 8080, 8443]

    static let plots: [(name: String, plot: Plot)] = [
        ("entropy", entropy), ("two panels", twoPanels), ("four series", fourSeries), ("grouped bars", groupedBars),
        ("histogram", histogram), ("steps", steps), ("heat map", heatMap), ("big heat map", bigHeatMap),
        ("boxes", boxes), ("error bars", errorBars), ("ribbon", ribbon), ("ROC", roc), ("logarithmic", logarithmic),
        ("stacked panels", stacked), ("gaps", gaps), ("empty", Plot("Nothing to see.") {}), ("rotated", rotated),
        ("scatter", scatter), ("hostile", hostile), ("grid", grid), ("ten series", tenSeries),
        ("negative bars", negativeBars),
        ("logarithmic bars", logarithmicBars), ("many categories", manyCategories), ("two ROC panels", twoROCPanels),
        ("long labels", longLabels), ("extreme", extreme), ("one point", Plot { Points([5], [7e9]) }),
    ]

    static let entropy = Plot("Entropy of destination ports over time: the scan lifts it by 3.6 bits.") {
        Span(61...80, label: "Attack phase")
        Line(windows, entropies, name: "entropy", marked: true)
        Rule(y: log2(8), label: "maximum of 8 ports")
    }
    .xLabel("Time window").yLabel("Entropy of destination ports", unit: "bits").yRange(0...)

    static let twoPanels = Plot("The same eight ports, used in two ways.", columns: 2, sharing: .y) {
        Panel("Lower entropy (H = 0.71 bits)") { Bars(ports, [5, 5, 20, 450, 10, 5, 3, 2]) }
        Panel("Higher entropy (H = 2.98 bits)") { Bars(ports, [60, 70, 85, 95, 75, 65, 80, 90]) }
    }
    .xLabel("Destination port").yLabel("Count").xTicks(rotated: 45)

    static let fourSeries = Plot("Four series, told apart without colour.") {
        for (index, name) in ["destination ports", "source ports", "packet sizes", "inter-arrival times"].enumerated() {
            Line(0...40, wave(41, 1.0 / 6, Double(index)).map { $0 + Double(index) }, name: name, marked: index > 1)
        }
    }
    .xLabel("Time", unit: "s").yLabel("Deviation", unit: "σ")

    static let groupedBars = Plot("Flows by protocol, before and during the attack.") {
        Bars(["TCP", "UDP", "ICMP", "other"], [8120, 2960, 310, 42], name: "before")
        Bars(["TCP", "UDP", "ICMP", "other"], [15400, 3010, 295, 39], name: "during")
        Bars(["TCP", "UDP", "ICMP"], [8410, 2870, 330], name: "after")
    }
    .yLabel("Flows")

    static let histogram = Plot("Packet lengths.") {
        Histogram(zip(wave(2000, 12.9898, 0), wave(2000, 4.1414, 1)).map { 600 + 250 * $0 * $1 })
    }
    .xLabel("Length", unit: "B").yLabel("Packets")

    static let steps = Plot("Open connections.") {
        Step(0...20, [1, 3, 3, 4, 7, 7, 6, 5, 5, 9, 12, 11, 11, 8, 6, 6, 4, 3, 2, 2, 1], name: "client")
        Step(0...20, [0, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 5, 4, 4, 3, 3, 2, 2, 2, 1, 0], name: "server")
        Rule(x: 9, label: "scan begins")
    }
    .xLabel("Time", unit: "s").yLabel("Connections")

    static let heatMap = Plot("Correlation of features.") {
        HeatMap(
            [[1, 0.42, -0.1], [0.42, 1, 0.33], [-0.1, 0.33, 1.0]], columns: ["ports", "sizes", "rates"],
            rows: ["ports", "sizes", "rates"], label: "r"
        ).annotated().format(.fixed(2))
    }

    static let bigHeatMap = Plot("Packets by hour and weekday.") {
        HeatMap(
            wave(7, 1, 1).map { day in wave(24, 0.25, 0).map { 500 + 400 * $0 * day } }, columns: Array(0..<24),
            rows: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], label: "packets/s"
        ).format(.integer)
    }
    .xLabel("Hour")

    static let boxes = Plot("Entropy by phase.") {
        Box("baseline", Array(entropies[0..<60]) + [1.9, 0.7])
        Box("attack", entropies[60..<80])
        Box("after", entropies[80..<100])
    }
    .yLabel("Entropy", unit: "bits")

    static let errorBars = Plot("Accuracy by window length, mean and standard error of ten runs.") {
        ErrorBars([10, 20, 50, 100, 200], [0.71, 0.78, 0.86, 0.91, 0.92], plusMinus: [0.05, 0.04, 0.03, 0.02, 0.02])
        Line([10, 20, 50, 100, 200], [0.71, 0.78, 0.86, 0.91, 0.92])
    }
    .xLabel("Window", unit: "packets").yLabel("Accuracy").yTicks(.percent(0))

    static let ribbon = Plot("Mean entropy with its range over ten seeds.") {
        Ribbon(windows, low: entropies.map { $0 - 0.3 }, high: entropies.map { $0 + 0.4 })
        Line(windows, entropies, name: "mean")
        Line(windows, entropies.map { $0 * 0.6 + 0.4 }, name: "expected")
        Note("first window of the scan", x: 61, y: 5)
    }
    .xLabel("Time window").yLabel("Entropy", unit: "bits")

    static let roc = Plot("Two detectors on the test split.") {
        ROCCurve(
            falsePositiveRate: [0, 0.02, 0.1, 0.3, 1], truePositiveRate: [0, 0.6, 0.86, 0.95, 1.0],
            name: "forest, AUC 0.93")
        ROCCurve(
            falsePositiveRate: [0, 0.1, 0.2, 0.5, 1], truePositiveRate: [0, 0.5, 0.7, 0.9, 1.0], name: "SVM, AUC 0.81")
    }

    static let logarithmic = Plot("Flow sizes: a heavy tail.") {
        Points(powers(200, of: 1.06), powers(200, of: 1 / 1.05))
    }
    .xScale(.logarithmic).yScale(.logarithmic).xLabel("Size", unit: "kB").yLabel("Share of larger flows")

    static let stacked = Plot("Rate and entropy together.", columns: 1, sharing: .x) {
        Panel("Packet rate") { Line(windows, entropies.map { $0 * 1e4 }) }.yLabel("Rate", unit: "packets/s")
        Panel("Entropy") {
            Span(61...80)
            Line(windows, entropies)
        }.yLabel("Entropy", unit: "bits")
    }
    .xLabel("Time window")

    static let gaps = Plot("A capture with two outages.") {
        Line(0..<60, interrupted)
        Ribbon(0..<60, low: (0..<60).map { $0 % 30 < 3 ? nil : 2 }, high: (0..<60).map { $0 % 7 + 6 })
    }

    static let rotated = Plot("Services by share.") {
        Bars(
            [
                "https", "domain", "ssh", "netbios-ns", "microsoft-ds", "ms-wbt-server", "ntp", "bootps", "mdns",
                "llmnr",
            ],
            [0.42, 0.21, 0.11, 0.08, 0.06, 0.04, 0.03, 0.02, 0.02, 0.01])
    }
    .yTicks(.percent(0)).yLabel("Share of flows")

    static let scatter = Plot("Two features, three classes.") {
        for (index, name) in ["web", "scan", "backup"].enumerated() {
            let phase = Double(index) * 2
            Points(wave(80, 7.1, phase).map { $0 + phase }, wave(80, 5.3, 1).map { 1.2 * $0 + phase }, name: name)
        }
    }
    .xLabel("Entropy of ports", unit: "bits").yLabel("Entropy of sizes", unit: "bits")

    static let hostile = Plot(
        "'; system('touch /tmp/owned'); print ' `id` $(id) @x \u{0} </svg><script>alert(1)</script>"
    ) {
        Line([1, 2, 3], [1, 2, 3], name: "' with lines; system 'false' #\n!touch /tmp/x\nplot '")
        Line([1, 2, 3], [2, 3, 4], name: "</text><script>\"&amp;")
        Span(1...2, label: "\"`touch x`\" %s %d %")
        Note("{/Symbol a} \\n ~a{.8-} ^2 _3", x: 2, y: 2)
    }
    .xLabel("']\nset output '/tmp/owned'\n").yTicks(.percent(0)).xTicks(.percent(1))

    static let grid = Plot("Six panels with both axes shared.", columns: 3, sharing: .both) {
        for index in 1...6 {
            Panel("Host \(index)") { Line(0...30, wave(31, 0.2 * Double(index), 0)) }
        }
    }
    .xLabel("Time", unit: "s").yLabel("Load")

    static let tenSeries = Plot("Ten series.") {
        for index in 0..<10 {
            Line(0...20, wave(21, 0.3, Double(index) / 3).map { $0 + Double(index) }, name: "host \(index)")
        }
    }

    static let negativeBars = Plot("Change against yesterday.") {
        Bars(["Mon", "Tue", "Wed", "Thu"], [0.12, -0.3, 0.05, -0.02])
        Rule(y: 0)
    }
    .yTicks(.percent(0)).yLabel("Change")

    static let logarithmicBars = Plot("Packets by protocol.") {
        Bars(["TCP", "UDP", "ICMP", "GRE"], [1_200_000, 34_000, 120, 0])
    }
    .yScale(.logarithmic).yLabel("Packets")

    static let manyCategories = Plot("Flows by port.") { Bars(1...200, (1...200).map { 1000 / $0 }) }.xLabel("Port")

    static let twoROCPanels = Plot("Two data sets.", columns: 2) {
        for name in ["NSL-KDD", "Loopback"] {
            Panel(name) {
                ROCCurve(falsePositiveRate: [0, 0.1, 1], truePositiveRate: [0, 0.8, 1], name: "forest")
                ROCCurve(falsePositiveRate: [0, 0.3, 1], truePositiveRate: [0, 0.7, 1], name: "one-class SVM")
            }
        }
    }

    static let extreme = Plot("Values at the ends of what a double can be.", columns: 2) {
        Panel {
            Line(
                [-Double.greatestFiniteMagnitude, 1, .greatestFiniteMagnitude],
                [1e299, -1e299, Double.leastNonzeroMagnitude])
        }
        Panel { HeatMap([[-1.7e308, 1.7e308]], columns: ["a", "b"], rows: ["c"]) }
        Panel { Histogram([-1.7e308, 1.7e308, 0, 1, 2]) }
        Panel { Points([Double.leastNonzeroMagnitude, 1e308], [1e-300, 1e308]) }.xScale(.logarithmic).yScale(
            .logarithmic)
    }

    static let longLabels = Plot("Long names of rows.") {
        HeatMap(
            [[1, 2, 3], [4, 5, nil]], columns: ["a rather long column name", "b", "c"],
            rows: ["very long name of the first row here", "second"], label: "packets per second")
    }
    .yLabel("Row").xLabel("Column")
}
