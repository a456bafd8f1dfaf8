import Foundation
import NotebookDisplay

/// How commands find the watch that runs on their project and use the processes it holds.
package enum WatchLink {
    /// The name of the socket beside the store.
    static let socketName = "watch.sock"

    static func folder(_ project: String) -> String { "\(project)/.flowbook" }

    /// Whether a watch runs on the project.
    package static func isWatched(_ project: String) -> Bool {
        LocalSocket.connect(to: socketName, in: folder(project)) != nil
    }

    /// What a watch must have in common with a command to do its work: project, library, toolchain and person.
    static func identity(_ environment: RunnerEnvironment) -> ContentHash {
        ContentHash(
            fields: [
                "watch 3", environment.project, environment.libraryFingerprint.description,
                environment.toolchain.fingerprint.description, "\(geteuid())",
            ])
    }

    /// The results of a notebook from the watch on this project, the same that a run here would come to.
    ///
    /// Nil when no watch runs, or it cannot or will not serve: it is of another build, holds another notebook, text or
    /// settings, is busy with another notebook, ends, or falls silent. Nothing has to be undone then.
    package static func run(
        _ notebook: Notebook, path: String, text: String, _ settings: RunSettings, _ environment: RunnerEnvironment,
        interruption: Interruption, observer: (RunEvent) -> Void = { _ in }
    ) -> NotebookRun? {
        guard let socket = LocalSocket.connect(to: socketName, in: folder(environment.project)) else { return nil }
        let request = WatchRequest(
            identity: identity(environment), path: URL(fileURLWithPath: path).standardizedFileURL.path,
            text: ContentHash(of: text.utf8), settings: settings)
        socket.limitWaiting(sending: WatchCall.firstPatience, receiving: WatchCall.patience)
        guard socket.send(request.coded) else { return nil }
        var call = WatchCall(socket, interruption)
        var reports: [Int: CellReport] = [:]
        let count = notebook.cells.count
        while let message = call.next() {
            switch message {
            case .alive: break
            case .started(let position):
                guard notebook.cells.indices.contains(position) else { return nil }
                observer(.started(cell: notebook.cells[position], index: position, count: count))
            case .finished(let told):
                guard notebook.cells.indices.contains(told.position) else { return nil }
                let report = told.report(on: notebook.cells[told.position])
                reports[told.position] = report
                observer(.finished(report, index: told.position, count: count))
            case .done(let variables):
                let ordered = reports.sorted { $0.key < $1.key }.map(\.value)
                guard ordered.allSatisfy({ $0.holds(in: environment, where: variables) }) else { return nil }
                return NotebookRun(notebook: notebook, reports: ordered)
            }
        }
        return nil
    }
}

/// A command that waits for what the watch has to tell.
private struct WatchCall: ~Copyable {
    /// Seconds to wait for a first sign of life, and between one and the next. A watch gives one every half second.
    static let (firstPatience, patience) = (2, 5)

    private let socket: LocalSocket
    private let interruption: Interruption
    private var hasHeard = false
    /// Whether the watch has begun to do what it was asked for.
    private var isServed = false
    /// When to wait no longer for a watch that was asked to stop.
    private var end: ContinuousClock.Instant?

    init(_ socket: consuming LocalSocket, _ interruption: Interruption) {
        self.socket = socket
        self.interruption = interruption
    }

    /// The next message; nil when there is none that can be understood, or none in time.
    ///
    /// When the person interrupts, the watch is asked to stop, and has a moment to tell what it came to.
    mutating func next() -> WatchMessage? {
        while true {
            var polled = [socket.descriptor, end == nil ? interruption.descriptor : -1].map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            let ready = poll(&polled, nfds_t(polled.count), milliseconds)
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { return nil }
            if polled[1].revents != 0 {
                socket.finishSending()
                end = .now + (isServed ? .seconds(Self.firstPatience) : .zero)
            }
            guard polled[0].revents != 0 else { continue }
            let message = socket.receive(limit: 1 << 30).flatMap { try? WatchMessage(coded: $0) }
            hasHeard = true
            if case .started = message { isServed = true }
            return message
        }
    }

    private var milliseconds: Int32 {
        let most = (hasHeard ? Self.patience : Self.firstPatience) * 1000
        guard let end else { return Int32(most) }
        return Int32(max(0, min(Double(most), (end - .now) / .milliseconds(1))))
    }
}

private extension CellReport {
    /// Whether the result is what a run with these variables would come to, where it came about under `others`.
    func holds(in environment: RunnerEnvironment, where others: ContentHash) -> Bool {
        let states = InputStates(store: environment.store, environment: environment.variables)
        guard states.state(of: .wholeEnvironment) != others, origin == .ran || origin == .reused else { return true }
        return isLasting && states.agree(with: inputs.filter(\.input.isOfEnvironment))
    }
}

private extension Input {
    var isOfEnvironment: Bool {
        switch self {
        case .environment, .wholeEnvironment: true
        case .file, .listing, .presence, .linkPresence, .written: false
        }
    }
}

extension FrameCodable {
    /// The value as the bytes of a message.
    var coded: [UInt8] {
        var writer = FrameWriter()
        writer.write(self)
        return writer.bytes
    }

    /// The value that `coded` gave these bytes.
    init(coded: [UInt8]) throws(FrameError) {
        var reader = FrameReader(coded)
        self = try reader.read()
        guard reader.isAtEnd else { throw reader.damaged(.surplus) }
    }
}
