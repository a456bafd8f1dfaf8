import Foundation

/// How commands find the watch that runs on their project and use the processes it holds.
package enum WatchLink {
    static func socketPath(_ project: String) -> String { "\(project)/.flowbook/watch.sock" }

    /// The results of a notebook from the watch on this project; nil when none runs, it watches another notebook, or it
    /// runs under other settings.
    package static func run(
        _ notebook: Notebook, path: String, text: String, _ settings: RunSettings, project: String
    ) -> NotebookRun? {
        guard let socket = LocalSocket.connect(to: socketPath(project)) else { return nil }
        let request = WatchRequest(
            path: URL(fileURLWithPath: path).standardizedFileURL.path, text: ContentHash(of: text.utf8),
            settings: settings)
        guard socket.send(request.bytes), let answer = socket.receive(limit: 1 << 30),
            let reports = try? WatchReply(bytes: answer).reports,
            reports.allSatisfy({ notebook.cells.indices.contains($0.position) })
        else { return nil }
        return NotebookRun(
            notebook: notebook,
            reports: reports.map {
                CellReport(
                    cell: notebook.cells[$0.position], result: $0.result, origin: $0.origin, reason: $0.reason,
                    usage: $0.usage, compileSeconds: $0.compileSeconds)
            })
    }
}

/// The side of the link that the watch holds.
package final class WatchServer {
    private let socket: LocalSocket
    private let path: String

    /// Listens for commands of this project; nil where another watch does already.
    package init?(project: String) {
        path = WatchLink.socketPath(project)
        guard let socket = LocalSocket.listen(at: path) else { return nil }
        self.socket = socket
    }

    deinit { unlink(path) }

    /// What to poll for reading.
    package var fileDescriptor: Int32 { socket.descriptor }

    /// Answers one command.
    /// - Parameter run: gives the results of the notebook at a path whose text has this hash, or nil.
    package func serve(_ run: (_ path: String, _ isText: (String) -> Bool, RunSettings) -> NotebookRun?) {
        guard let peer = socket.accept(), let message = peer.receive(limit: 1 << 20),
            let request = try? WatchRequest(bytes: message)
        else { return }
        let answer = run(request.path, { ContentHash(of: $0.utf8) == request.text }, request.settings)
        _ = peer.send(WatchReply(reports: answer.map(Self.reports)).bytes)
    }

    private static func reports(_ run: NotebookRun) -> [WatchReply.Report] {
        let positions = Dictionary(uniqueKeysWithValues: run.notebook.cells.enumerated().map { ($1.id, $0) })
        return run.reports.compactMap { report in
            positions[report.cell.id].map {
                WatchReply.Report(
                    position: $0, result: report.result, origin: report.origin, reason: report.reason,
                    usage: report.usage, compileSeconds: report.compileSeconds)
            }
        }
    }
}
