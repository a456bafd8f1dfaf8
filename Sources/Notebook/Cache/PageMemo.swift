import Foundation
import NotebookDisplay

/// Remembers which pages were made of what, so that asking for them again, with nothing changed, takes no more than
/// finding out that nothing has.
///
/// Only runs without failures are remembered whose results rest on observed inputs alone.
package struct PageMemo {
    private let environment: RunnerEnvironment
    private let states: InputStates
    private let key: ContentHash

    /// The memory of one `question`: everything the pages depend on but what cells observe and the programs that draw,
    /// `tools`. It holds texts, settings and folders.
    package init(_ environment: RunnerEnvironment, question: [String], tools: [String]) {
        self.environment = environment
        states = InputStates(store: environment.store, environment: environment.variables)
        let world = [
            "pages", environment.libraryFingerprint.description, environment.toolchain.fingerprint.description,
            environment.project,
        ]
        key = ContentHash(fields: world + tools.map { "\($0) \(FileSignature(path: $0)?.key ?? "")" } + question)
    }

    /// Whether the pages are there, as the same question made them, and nothing that cells observed has changed since.
    package var isCurrent: Bool {
        guard let payload = environment.store.read(.facts, key) else { return false }
        var reader = FrameReader(payload)
        guard let inputs: [ObservedInput] = try? reader.read(), let pages: [ObservedInput] = try? reader.read() else {
            return false
        }
        return states.agree(with: pages) && states.agree(with: inputs)
    }

    /// Takes down that the files at `pages` are what came of `runs`.
    package func keep(_ runs: [NotebookRun], pages: [String]) {
        let lasting = runs.map(\.lastingInputs)
        guard !lasting.contains(where: { $0 == nil }) else { return }
        var writer = FrameWriter()
        writer.write(lasting.flatMap { $0 ?? [] })
        writer.write(pages.map { ObservedInput(input: .written($0), state: states.state(of: .written($0))) })
        try? environment.store.write(.facts, key, writer.bytes)
    }
}
