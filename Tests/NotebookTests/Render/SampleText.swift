@testable import Notebook

/// The prose, code and messages of the sample notebooks.
enum SampleText {
    static let introduction = #"""
        # Entropy as an interpretable signal in network traffic

        A network that talks to a few services has a *concentrated* distribution of destination ports; a scan spreads it.
        Shannon's entropy puts a number on that difference, and the number has a unit that a person can reason about: a
        window whose ports have an entropy of $H = 3$ bits is as uncertain as a fair choice among $2^3 = 8$ ports.[^1]

        In this notebook the baseline windows have a mean entropy of % bits and the attack windows one of **% bits**.
        Nothing here is a detector. As [](#reading) argues, entropy is agnostic to intent, and benign traffic raises it
        too; more is said in [](02-companion.swift) and by [Shannon himself](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x).

        $$H(X) = -\sum_{i=1}^{n} p_i \log_2 p_i, \qquad 0 \le H(X) \le \log_2 n$$

        where $p_i$ is the share of flows that go to port $i$ and $n$ the number of ports seen.

        [^1]: Equality holds for the uniform distribution alone. This is the *plug-in* estimate: it is biased downwards by
            about $\frac{n-1}{2N\ln 2}$ bits for $N$ samples.
        """#

    static let entropySource = #"""
        // One value a window: how evenly its flows spread over the ports.
        let series = traffic.windows(of: 200).map { window in
            Entropy.bits(of: window.counts(by: \.destinationPort))
        }

        @MainActor func label(_ value: Double) -> String { "H = \(value.formatted(.bits)) at seed \(0x2A)" }
        Plot.line(series, x: "Time window", y: "Entropy of destination ports (bits)").span(61...80, "Attack phase")
        """#

    static let reading = #"""
        ## Reading the figure

        [](#fig:entropy) shows three phases. Three things are worth saying about it, in this order:

        1. The phases do not overlap: the gap between them is `3.43` bits.
        2. The jump is *explained* by arithmetic: half of the flows keep the old distribution, half spread over $65\,535$
           ports, so $$H_{\text{attack}} = 1 + \tfrac12 H_{\text{base}} + \tfrac12 \log_2 100 \approx 5.02$$
        3. ~~It detects attacks.~~ It describes dispersion.

        > Low entropy means concentrated, high entropy means dispersed. Neither means good or bad.

        ### What it does not tell

        | Traffic            | Entropy | Why                                 |
        |--------------------|:-------:|-------------------------------------|
        | Web browsing       |  1.4    | two ports carry nearly all flows    |
        | Software update    |  3.1    | many mirrors, `443` and high ports  |
        | Port scan          |  5.0    | every port once                     |

        - [x] compare the phases
        - [ ] try another seed
        """#

    static let showing = #"""
        ## What a cell can show

        Values, what was printed, prose, formulas, pictures. The code stays quiet beside them:

        ```swift
        let flows = try Capture("trace.pcap").flows   // any sequence will do
        ```
        """#

    static let tableSource = #"""
        Table(busiest) {
            Column("Port", \.port)
            Column("Service", \.service)
            Column("Flows", \.flows, format: .integer)
            Column("Share", unit: "%", \.share)
        }
        """#

    static let figure = "While the scan runs, the entropy of destination ports is more than three times as high."
    static let brokenSource = "let count: Int = \"many\"\nlet rate = Double(count) / 2"
    static let trapSource = "let ports = [80, 443]\nprint(ports[1])\nlet third = ports[2]"

    static let compileFailure = Failure(
        message: "does not compile", remedy: nil, line: 1, column: 18,
        diagnostics: [
            Diagnostic(
                severity: .error, message: "cannot convert value of type 'String' to specified type 'Int'", line: 1,
                column: 18),
            Diagnostic(severity: .note, message: "'count' declared here", line: 1, column: 5),
        ])

    static let trap = Failure(
        message: "index out of range", remedy: "Check the index against `count` before using it.", line: 3, column: 18,
        diagnostics: [])

    static let warning = Diagnostic(
        severity: .warning, message: "variable 'total' was never mutated; consider changing to 'let' constant", line: 1,
        column: 1)
}
