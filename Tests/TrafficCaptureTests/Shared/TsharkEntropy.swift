import Foundation
import TestSupport
import Testing

/// One row of tshark's per-packet entropies of a capture.
struct TsharkEntropy: CustomTestStringConvertible, Sendable {
    let capture: String
    private let fields: [String: String]

    var testDescription: String { capture }

    func count(_ column: String) -> Int? { fields[column].flatMap { Int($0) } }
    func entropy(_ column: String) -> Double? { fields[column].flatMap { Double($0) } }

    /// All rows; none where the shared data is absent.
    static let all: [TsharkEntropy] = {
        guard let url = SharedData.url("pcap/oracle/tshark-entropy.tsv"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        let lines = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        guard let names = lines.first else { return [] }
        return lines.dropFirst().map { values in
            TsharkEntropy(capture: values[0], fields: Dictionary(uniqueKeysWithValues: zip(names, values)))
        }
    }()
}
