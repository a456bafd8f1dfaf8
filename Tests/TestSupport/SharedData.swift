import Foundation

/// Captures and reference figures that stand beside a checkout while Flowbook is being built, and nowhere else.
///
/// A test that wants them is skipped, with a message, where they are absent:
///
///     @Test(.enabled(if: SharedData.has("pcap/synscan.pcap"), "needs the shared captures"))
public enum SharedData {
    /// The file at `path` below the shared data, or nil where it is absent.
    public static func url(_ path: String) -> URL? {
        let url = root.appendingPathComponent(path)
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }

    /// Whether the file at `path` is there.
    public static func has(_ path: String) -> Bool { url(path) != nil }

    /// The names of all captures, in order; none where the shared data is absent.
    public static let captures: [String] = {
        guard let folder = url("pcap") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.contains(".") }.sorted()
    }()

    private static var root: URL {
        if let path = ProcessInfo.processInfo.environment["FLOWBOOK_SHARED_DATA"] {
            return URL(fileURLWithPath: path)
        }
        return packageRoot.deletingLastPathComponent().appendingPathComponent("shared/data")
    }

    private static var packageRoot: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }
}
