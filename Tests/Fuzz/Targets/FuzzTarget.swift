import Traffic

/// One door through which bytes of strangers come in, and what must hold whatever they are.
///
/// The same bodies are run by a fuzzer, which invents inputs, and by the tests, which replay those worth keeping. Every
/// input is an input: figures that a target needs besides the bytes proper are taken from the input's end, so a file or
/// a frame from anywhere makes a seed as it is.
struct FuzzTarget: Sendable {
    let name: String
    /// Tries one input.
    /// - Throws: ``FuzzFinding`` where something does not hold.
    let run: @Sendable (RawSpan) throws -> Void

    static let all: [FuzzTarget] = [
        FuzzTarget(name: "decode", run: DecodeTarget.run), FuzzTarget(name: "file", run: FileTarget.run),
        FuzzTarget(name: "meter", run: MeterTarget.run), FuzzTarget(name: "text", run: TextTarget.run),
        FuzzTarget(name: "filter", run: FilterTarget.run),
    ]

    /// The target called `name`.
    static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// What did not hold for some input.
struct FuzzFinding: Error, CustomStringConvertible {
    let description: String
}

/// Ends the run of an input with a finding where `condition` does not hold.
@inline(__always)
func hold(_ condition: Bool, _ claim: @autoclosure () -> String) throws {
    guard condition else { throw FuzzFinding(description: "does not hold: \(claim())") }
}
