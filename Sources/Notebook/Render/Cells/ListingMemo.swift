import Markup
import Synchronization

/// Remembers the coloured lines of code, because colouring parses it.
final class ListingMemo: Sendable {
    private let known = Mutex<[String: [HTML]]>([:])

    /// The lines of `source`, coloured.
    func lines(of source: String) -> [HTML] {
        if let lines = known.withLock({ $0[source] }) { return lines }
        let lines = SwiftHighlighter.lines(source)
        known.withLock { known in
            // Old texts of edited cells pile up only so far.
            if known.count > 1000 { known = [:] }
            known[source] = lines
        }
        return lines
    }
}
