import CChannel
import Foundation

/// A stream between two processes of one person, through a socket file that only that person can open.
///
/// A message is its length, four bytes with the lowest first, and so many bytes.
struct LocalSocket: ~Copyable {
    let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Connects to the process that listens at `path`; nil when there is none.
    static func connect(to path: String) -> LocalSocket? {
        guard let address = sockaddr_un(path: path) else { return nil }
        let descriptor = socket(AF_UNIX, Self.kind, 0)
        guard descriptor >= 0 else { return nil }
        let result = address.withPointer { Glibc.connect(descriptor, $0, $1) }
        guard result == 0 else {
            close(descriptor)
            return nil
        }
        return LocalSocket(descriptor: descriptor)
    }

    /// Listens at `path`, in place of a process that is gone; nil when another one listens there or it cannot be done.
    static func listen(at path: String) -> LocalSocket? {
        guard connect(to: path) == nil, let address = sockaddr_un(path: path) else { return nil }
        unlink(path)
        let descriptor = socket(AF_UNIX, Self.kind, 0)
        guard descriptor >= 0 else { return nil }
        let mask = umask(0o077)
        defer { umask(mask) }
        guard address.withPointer({ bind(descriptor, $0, $1) }) == 0, Glibc.listen(descriptor, 8) == 0 else {
            close(descriptor)
            return nil
        }
        return LocalSocket(descriptor: descriptor)
    }

    /// The next process that connects.
    func accept() -> LocalSocket? {
        let accepted = Glibc.accept(descriptor, nil, nil)
        guard accepted >= 0 else { return nil }
        _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
        return LocalSocket(descriptor: accepted)
    }

    /// Sends a message; false when the other side is gone.
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

    /// Receives a message of at most `limit` bytes; nil when the other side is gone or sends more.
    func receive(limit: Int) -> [UInt8]? {
        guard let length = receive(exactly: 4) else { return nil }
        let count = length.reversed().reduce(0) { $0 << 8 | Int($1) }
        return count <= limit ? receive(exactly: count) : nil
    }

    private func receive(exactly count: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let part = [UInt8](unsafeUninitializedCapacity: min(count - bytes.count, 65536)) { buffer, filled in
                filled = max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
            }
            guard !part.isEmpty else { return nil }
            bytes += part
        }
        return bytes
    }

    private static let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
}

private extension sockaddr_un {
    /// Nil where the path is longer than a socket's may be.
    init?(path: String) {
        self.init()
        sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let isShort = withUnsafeMutableBytes(of: &sun_path) { buffer in
            guard bytes.count < buffer.count else { return false }
            buffer.copyBytes(from: bytes)
            return true
        }
        guard isShort else { return nil }
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: self) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Self>.size)) }
        }
    }
}
