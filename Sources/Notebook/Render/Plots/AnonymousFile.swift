import Foundation

/// A temporary file that has lost its name, gone when the last descriptor of it closes.
final class AnonymousFile {
    let descriptor: Int32

    init() throws(PlotError) {
        let path = NSTemporaryDirectory() + "/flowbook-" + UUID().uuidString
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw PlotError(.notStarted(code: errno)) }
        unlink(path)
    }

    deinit { close(descriptor) }

    func write(_ text: String) throws(PlotError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { throw PlotError(.notStarted(code: errno)) }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// All of the file, wherever its writer stands.
    var text: String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = pread(descriptor, &buffer, buffer.count, off_t(bytes.count))
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: buffer[0..<count])
        }
    }
}
