import TrafficCapture

/// Sees to it that a command replaces neither a capture that it reads nor what it has just written.
enum DistinctFiles {
    /// A place that is written to, and the option that names it.
    typealias Output = (path: String, option: String)

    /// - Throws: ``UsageError/samePlace(_:as:option:)`` for the first output that is an input, or an earlier output.
    static func require(inputs: [CaptureFile], outputs: [Output]) throws(UsageError) {
        for (index, output) in outputs.enumerated() {
            if let input = inputs.first(where: { isRead($0.path, andWritten: output.path) }) {
                throw .samePlace(
                    output.path == "-" ? "standard output" : output.path,
                    as: "the input \(input.path == "-" ? "on standard input" : input.path)", option: output.option)
            }
            if let earlier = outputs[..<index].first(where: { areOneFile($0.path, output.path) }) {
                throw .samePlace(output.path, as: "that of \(earlier.option)", option: output.option)
            }
        }
    }

    private static func isRead(_ input: String, andWritten output: String) -> Bool {
        let (input, output) = (input == "-" ? "/dev/stdin" : input, output == "-" ? "/dev/stdout" : output)
        return Files.isRegular(output) && Files.isSame(input, output)
    }

    /// Standard output may well take both a table and a summary, but not where another output replaces its file.
    private static func areOneFile(_ first: String, _ second: String) -> Bool {
        guard first != "-" || second != "-" else { return false }
        let (one, other) = (first == "-" ? "/dev/stdout" : first, second == "-" ? "/dev/stdout" : second)
        return Files.exists(one)
            ? Files.isRegular(one) && Files.isSame(one, other)
            : !Files.exists(other) && Files.isSamePlace(one, other)
    }
}
