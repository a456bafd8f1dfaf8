import CSystem
import Foundation

/// A stream between two processes of one person, through a socket file that only that person can open.
///
/// A message is its length, four bytes with the lowest first, and so many bytes.
struct LocalSocket: ~Copyable, Sendable {
    let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Connects to the process that listens at `name` in `folder`; nil when there is none.
    static func connect(to name: String, in folder: String) -> LocalSocket? {
        open(name, in: folder) { Glibc.connect($0, $1, $2) == 0 }
    }

    /// Listens at `name` in `folder`, in place of a process that is gone; nil, with `errno` set, when that cannot be
    /// done: `EADDRINUSE` where another process listens there.
    static func listen(at name: String, in folder: String) -> LocalSocket? {
        // Of two that begin together, one has to see the other's socket, and not to remove it.
        let lock = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else { return nil }
        defer { close(lock) }
        if connect(to: name, in: folder) != nil {
            errno = EADDRINUSE
            return nil
        }
        unlink("\(folder)/\(name)")
        return open(name, in: folder) { descriptor, address, size in
            // A socket's file gets the rights of the socket, so nobody else can open it at any time.
            fchmod(descriptor, 0o600) == 0 && bind(descriptor, address, size) == 0 && Glibc.listen(descriptor, 8) == 0
        }
    }

    /// The next process that connects.
    func accept() -> LocalSocket? {
        let accepted = system_accept(descriptor)
        return accepted < 0 ? nil : LocalSocket(descriptor: accepted)
    }

    /// Limits the seconds that one call of ``send(_:)`` and of ``receive(limit:)`` may wait for the other side.
    func limitWaiting(sending: Int, receiving: Int) {
        for (option, seconds) in [(SO_SNDTIMEO, sending), (SO_RCVTIMEO, receiving)] {
            var time = timeval(tv_sec: seconds, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Tells the other side that nothing more will be sent.
    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Ends the talk in both directions.
    func hangUp() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// Sends a message; false when the other side is gone or does not listen.
    func send(_ message: [UInt8]) -> Bool {
        let length = withUnsafeBytes(of: UInt32(message.count).littleEndian) { Array($0) }
        var rest = (length + message)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if sent < 0 && errno == EINTR { continue }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Receives a message of at most `limit` bytes; nil when the other side is gone, falls silent, or sends more.
    func receive(limit: Int) -> [UInt8]? {
        guard let length = receive(exactly: 4) else { return nil }
        let count = length.reversed().reduce(0) { $0 << 8 | Int($1) }
        return count <= limit ? receive(exactly: count) : nil
    }
}

private extension LocalSocket {
    func receive(exactly count: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var received = 0
            let part = [UInt8](unsafeUninitializedCapacity: min(count - bytes.count, 65536)) { buffer, filled in
                received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
                filled = max(0, received)
            }
            if received < 0 && errno == EINTR { continue }
            guard received > 0 else { return nil }
            bytes += part
        }
        return bytes
    }

    /// A socket that `prepare` has brought to the address of `name` in `folder`.
    ///
    /// The folder is named by a descriptor, since a socket's address has room for short paths only.
    static func open(
        _ name: String, in folder: String, _ prepare: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
    ) -> LocalSocket? {
        let place = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return nil }
        defer { close(place) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        let opened = LocalSocket(descriptor: descriptor)
        let isReady = sockaddr_un(path: "/proc/self/fd/\(place)/\(name)").withPointer { prepare(descriptor, $0, $1) }
        guard isReady else { return nil }
        return opened
    }
}

private extension sockaddr_un {
    /// The address at a path that is short enough for one.
    init(path: String) {
        self.init()
        sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: self) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Self>.size)) }
        }
    }
}
