import Foundation
import Notebook

/// Which notebooks a watch keeps in step, as the project's folder is at one moment.
struct WatchRoster {
    /// A notebook and what the watch has to do with it.
    struct Entry {
        let reference: NotebookReference
        let settings: RunSettings
        /// Whether the person asked to watch it. The others stand beside it on the page of all.
        let isNamed: Bool
    }

    /// Those that were named first.
    let notebooks: [Entry]
    private let options: WatchOptions

    /// The notebooks that there are now.
    /// - Throws: where two would share a page, or the folder cannot be read.
    init(_ options: WatchOptions) throws {
        self.options = options
        let others = try NotebookLocator.current().others(than: options.named)
        let settings = RunSettings(parameters: options.settings, timeout: options.timeout)
        let isOfAll = options.named.isEmpty
        notebooks =
            options.named.map { Entry(reference: $0, settings: settings, isNamed: true) }
            + others.map { Entry(reference: $0, settings: isOfAll ? settings : RunSettings(), isNamed: isOfAll) }
    }

    /// The notebooks that there are by now.
    func present() throws -> WatchRoster { try WatchRoster(options) }

    /// What changes when a notebook comes or goes.
    static let folder = Input.listing(URL(fileURLWithPath: Project.current.notebookFolder).standardizedFileURL.path)
}
