import CSystem
import Foundation
import NotebookDisplay
import Synchronization

/// The side of the link that the watch holds.
///
/// Commands are received at any time, on a queue of their own; while one waits for its turn or is served, it hears that
/// the watch is alive. Those that the watch cannot serve soon are left at once, so that they do their work themselves.
package final class WatchServer {
    private let reception: WatchReception
    private let source: any DispatchSourceRead
    private let path: String

    /// Listens for commands of this project; nil, with `errno` set, where that cannot be done: `EADDRINUSE` where
    /// another watch does already.
    package init?(_ environment: RunnerEnvironment) {
        let folder = WatchLink.folder(environment.project)
        path = "\(folder)/\(WatchLink.socketName)"
        guard let socket = LocalSocket.listen(at: WatchLink.socketName, in: folder) else { return nil }
        let states = InputStates(store: environment.store, environment: environment.variables)
        guard
            let reception = WatchReception(
                socket, WatchLink.identity(environment), variables: states.state(of: .wholeEnvironment))
        else { return nil }
        self.reception = reception
        source = DispatchSource.makeReadSource(fileDescriptor: reception.socket.descriptor, queue: reception.queue)
        source.setEventHandler { reception.receive() }
        source.resume()
    }

    deinit {
        source.cancel()
        unlink(path)
    }

    /// Readable while commands wait to be served.
    package var fileDescriptor: Int32 { reception.descriptor }

    /// Readable while somebody waits who asks for one cell only, which is sooner done than a whole notebook.
    package var urgentFileDescriptor: Int32 { reception.urgentDescriptor }

    /// Whether somebody waits who asks for one cell only.
    package var isUrgent: Bool {
        var request = pollfd(fd: urgentFileDescriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0
    }

    /// Does `work` on the notebook at `path`: until it is done, commands that ask for another one are not received.
    package func occupied<Result>(with path: String, _ work: () throws -> Result) rethrows -> Result {
        reception.subject.withLock { $0 = path }
        defer { reception.subject.withLock { $0 = nil } }
        return try work()
    }

    /// Serves the command that waits longest. Where `run` gives nothing, the command does its work itself.
    package func serve(
        _ run: (WatchRequest, Interruption, (RunEvent) -> Void) -> NotebookRun?, stop: Interruption
    ) {
        guard let guest = reception.next() else { return }
        occupied(with: guest.request.path) {
            guard let interruption = try? Interruption(alsoBy: [stop.descriptor, guest.descriptor]) else { return }
            let run = run(guest.request, interruption) { event in
                switch event {
                case .started(_, let index, _): guest.tell(.started(index))
                case .finished(let report, let index, _): guest.tell(.finished(WatchReport(report, at: index)))
                }
            }
            if run != nil, !stop.isRaised { guest.tell(.done(environment: reception.variables)) }
        }
    }
}

/// Where commands arrive and wait.
private final class WatchReception: Sendable {
    let queue = DispatchQueue(label: "flowbook.watch")
    let socket: LocalSocket
    let variables: ContentHash
    /// Readable while somebody waits.
    let descriptor: Int32
    /// Readable while somebody waits for one cell.
    let urgentDescriptor: Int32
    /// The notebook that the watch is at work on.
    let subject = Mutex<String?>(nil)
    private let identity: ContentHash
    private let waiting = Mutex<[WatchGuest]>([])

    /// Nil, with `errno` set, where the system gives no more descriptors.
    init?(_ socket: consuming LocalSocket, _ identity: ContentHash, variables: ContentHash) {
        self.socket = socket
        (self.identity, self.variables) = (identity, variables)
        descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        urgentDescriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        guard descriptor >= 0, urgentDescriptor >= 0 else { return nil }
    }

    deinit {
        close(descriptor)
        close(urgentDescriptor)
    }

    /// Receives the command that has connected.
    func receive() {
        guard let peer = socket.accept() else { return }
        peer.limitWaiting(sending: 5, receiving: 1)
        guard let message = peer.receive(limit: 1 << 20), let request = try? WatchRequest(coded: message),
            request.identity == identity, isFree(for: request.path)
        else { return }
        let guest = WatchGuest(peer, request)
        guest.keepPosted(on: queue)
        waiting.withLock { waiting in
            waiting.append(guest)
            eventfd_write(descriptor, 1)
            if guest.isUrgent { eventfd_write(urgentDescriptor, 1) }
        }
    }

    /// Takes the guest who waits longest.
    func next() -> WatchGuest? {
        waiting.withLock { waiting in
            let guest = waiting.isEmpty ? nil : waiting.removeFirst()
            var count: eventfd_t = 0
            if waiting.isEmpty { eventfd_read(descriptor, &count) }
            if !waiting.contains(where: \.isUrgent) { eventfd_read(urgentDescriptor, &count) }
            return guest
        }
    }

    private func isFree(for path: String) -> Bool {
        let subjects = waiting.withLock { $0.map(\.request.path) } + subject.withLock { $0.map { [$0] } ?? [] }
        return subjects.allSatisfy { $0 == path }
    }
}

/// A command that was received.
private final class WatchGuest: Sendable {
    let request: WatchRequest
    private let socket: LocalSocket
    private let speaking = Mutex(())

    init(_ socket: consuming LocalSocket, _ request: WatchRequest) {
        self.socket = socket
        self.request = request
    }

    /// Lets the command hear twice a second, for as long as it is a guest, that the watch is alive.
    func keepPosted(on queue: DispatchQueue) {
        _ = speaking.withLockIfAvailable { _ in send(.alive) }
        queue.asyncAfter(deadline: .now() + .milliseconds(500)) { [weak self] in self?.keepPosted(on: queue) }
    }

    /// Whether it asks for one cell only.
    var isUrgent: Bool { request.settings.target != nil }

    /// Readable when the command no longer wants an answer.
    var descriptor: Int32 { socket.descriptor }

    func tell(_ message: WatchMessage) { speaking.withLock { _ in send(message) } }

    private func send(_ message: WatchMessage) {
        // Whoever does not listen has left.
        if !socket.send(message.coded) { socket.hangUp() }
    }
}
