import Foundation
import TestSupport
import Traffic

/// Rows of a CSV file without quoted fields, by the names in its header.
struct PlainTable {
    let names: [String]
    let rows: [[String: String]]

    init(_ text: String) {
        let lines = text.split { $0.isNewline }.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        names = lines.first ?? []
        rows = lines.dropFirst().filter { $0.first != lines.first?.first }.map { [names] values in
            Dictionary(zip(names, values)) { first, _ in first }
        }
    }

    /// Flows as a profile writes them.
    init(_ flows: [Flow], _ profile: Profile<Flow>, captureStart: Timestamp) {
        let encoder = CSVEncoder(profile, context: RowContext(captureStart: captureStart))
        self.init(String(decoding: encoder.encoded(flows), as: UTF8.self))
    }

    /// A compressed file of the shared data; nil where it is absent.
    static func shared(_ path: String) -> PlainTable? {
        SharedData.url(path).flatMap(Gzip.text).map(PlainTable.init)
    }
}
