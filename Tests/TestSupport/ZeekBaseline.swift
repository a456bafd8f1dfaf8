import Foundation

/// The connections that Zeek 9.1 found in one of its own test captures, as its repository keeps them.
public struct ZeekBaseline: CustomStringConvertible, Sendable {
    /// The capture's name.
    public let capture: String
    /// The log's name: that of the capture, and of the test that made it.
    public let description: String
    private let url: URL

    /// All there are; none where the shared data is absent.
    public static let all: [ZeekBaseline] = {
        guard let folder = SharedData.url("pcap/oracle/zeek-conn") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { ZeekBaseline($0, in: folder) }
    }()

    private init?(_ name: String, in folder: URL) {
        guard let end = name.range(of: "__")?.lowerBound else { return nil }
        (capture, description) = (String(name[..<end]), name)
        url = folder.appendingPathComponent(name)
    }

    /// Reads the log.
    public func log() throws -> ZeekLog { ZeekLog(try String(contentsOf: url, encoding: .utf8)) }
}
