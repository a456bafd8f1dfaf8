import Foundation
import Testing

/// One Swift file of the package, read as text.
struct SourceFile: CustomTestStringConvertible {
    /// Below the package, such as `Sources/Traffic/Flows/Flow.swift`.
    let path: String
    let lines: [Substring]

    var testDescription: String { path }

    /// The target whose folder holds the file.
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

    /// The modules that the file imports. Imports stand at the first column, so text that quotes one is not taken.
    var imports: [String] {
        let statement =
            /(?:@\w+ )*(?:(?:public|package|internal|private|fileprivate) )?import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/
        return lines.compactMap { line in (try? statement.prefixMatch(in: line)).map { String($0.output.1) } }
    }
}

extension SourceFile {
    /// Every Swift file below a folder of the package, sorted by path.
    static func all(below folder: String) -> [SourceFile] {
        let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
        return (paths?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap {
            path in
            let path = "\(folder)/\(path)"
            guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else {
                return nil
            }
            return SourceFile(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// The package.
    static var root: URL {
        (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    }
}
