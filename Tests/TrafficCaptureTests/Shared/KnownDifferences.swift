import Testing

@testable import Traffic

extension Comparison {
    /// Expects that in a capture as many differ as are listed with a reason.
    func expect(
        theirs: [some CustomStringConvertible], ours: [some CustomStringConvertible], in capture: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let known = difference(in: capture)
        let reason = known?.reason ?? "none listed"
        #expect(theirs.count == known?.theirs ?? 0, "\(reason): only theirs \(theirs)", sourceLocation: sourceLocation)
        #expect(ours.count == known?.ours ?? 0, "\(reason): only ours \(ours)", sourceLocation: sourceLocation)
    }
}
