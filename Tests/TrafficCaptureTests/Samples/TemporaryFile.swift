import Foundation

/// A file of bytes in a folder of its own, removed when the test lets go of it.
final class TemporaryFile {
    let path: String
    private let folder: URL

    init(_ bytes: [UInt8], name: String = "x.pcap") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("capture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
