import NotebookDisplay
import Traffic

/// The reference of entropies as a Markdown text: what a row says, and all that figures can be made by.
///
/// Its tables are made of the code that makes the figures, so that they cannot say anything else than it does.
enum EntropyDocument {
    /// The whole text.
    static var markdown: String {
        [
            EntropyProse.opening, columns, EntropyProse.estimators, estimators, EntropyProse.families, families,
            EntropyProse.normalizations, EntropyProse.errors, rules, EntropyProse.pairs, EntropyProse.windows,
            EntropyProse.sketches, sketches, EntropyProse.deviation, signatures,
        ].joined(separator: "\n")
    }

    private static var columns: String {
        var measure = EntropyMeasure()
        measure.normalizations = EntropyNormalization.allCases
        return table(["column", "unit", "meaning"], measure.profile(pairs: true).columns.map(row))
    }

    private static func row(_ column: Profile<EntropyRow>.Column) -> [String] {
        ["`\(column.name)`", column.unit, column.meaning]
    }

    /// Each with its figure for counts that are the same in all rows, as an example.
    private static var estimators: String {
        let header = ["option", "name", "alphabet", "[4, 2, 1], K = 8", "what it does, and when to take it", "source"]
        return table(
            header,
            NamedEstimator.allCases.map { named in
                let estimator = try? named.estimator(alphabet: 8)
                let figure = try? estimator?.value(of: [4, 2, 1])
                return [
                    "`\(named.rawValue)`", estimator?.name ?? "", named.needsAlphabet ? "yes" : "", fixed(figure),
                    named.guide, named.source,
                ]
            })
    }

    private static var families: String {
        let counts = [98, 1, 1]
        return table(
            ["order", "Rényi, bits", "Tsallis", "Hill's number"],
            [0, 0.5, 1, 2, .infinity].map { (order: Double) in
                [
                    order == .infinity ? "∞" : "\(order)", fixed(try? RenyiEntropy(order: order).value(of: counts)),
                    fixed(try? TsallisEntropy(order: order).value(of: counts)),
                    fixed(try? HillNumber(order: order).value(of: counts)),
                ]
            })
    }

    /// How many observations a figure takes by the usual rule.
    private static var rules: String {
        table(
            ["support", "observations needed by `--least auto`"],
            [1, 8, 64, 512, 4096].map { ["\($0)", "\(SampleSizeRule.standard.need(forSupport: $0))"] })
    }

    private static var sketches: String {
        table(
            ["error, bits", "passed in", "registers", "memory at most, bytes"],
            [(0.5, 0.05), (0.1, 0.05), (0.1, 0.01), (0.05, 0.01)].map { error, risk in
                let sketch = try? EntropySketch<Int>(error: error, risk: risk)
                return ["\(error)", "\(risk)", sketch.map { "\($0.size)" } ?? "", sketch.map { "\($0.memory)" } ?? ""]
            })
    }

    private static var signatures: String {
        table(
            ["signature", "up", "down", "steady", "what happens", "source"],
            TrafficSignature.known.map { signature in
                [
                    signature.name, names(signature.up), names(signature.down), names(signature.steady),
                    signature.meaning, signature.source,
                ]
            })
    }

    private static func names(_ dimensions: [TrafficDimension]) -> String {
        dimensions.sorted().map(\.rawValue).joined(separator: ", ")
    }

    private static func fixed(_ figure: Double?) -> String {
        figure.map { NumberFormat.fixed(4).text(for: $0) } ?? ""
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        let lines = [header, header.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
}
