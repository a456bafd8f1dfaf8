import Foundation

/// How many packets a capture has, and the plug-in entropies of their fields, as tshark 4.0.17 has them without opening
/// tunnels.
public struct TsharkEntropy: CustomStringConvertible, Sendable {
    /// The capture's name.
    public let capture: String
    private let cells: [String: String]

    /// The name of the capture.
    public var description: String { capture }

    /// How many packets of a kind there are.
    public func count(_ column: String) -> Int? { cells[column].flatMap { Int($0) } }

    /// How many values a field has; nil where that was not counted.
    public func support(of field: String) -> Int? { count("K_\(field)") }

    /// The entropy of a field, in bits.
    public func bits(of field: String) -> Double? { cells["H_\(field)"].flatMap { Double($0) } }
}

extension TsharkEntropy {
    /// Every capture; none where the shared data is absent.
    public static let all: [TsharkEntropy] = {
        guard let url = SharedData.url("pcap/oracle/tshark-entropy.tsv"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard let names = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            TsharkEntropy(capture: cells[0], cells: Dictionary(zip(names, cells)) { first, _ in first })
        }
    }()

    /// The captures of which tshark sees the same packets as Flowbook, with the same fields.
    public static let comparable = all.filter {
        !otherLinks.union(customBlocks).union(misannounced).contains($0.capture)
    }

    /// Captures of links that carry no packets of networks: netlink.
    public static let otherLinks: Set = ["microsecs_big_endian.pcap"]
    /// Captures with three blocks that tshark shows as packets of no link: custom ones, with no packet in them.
    public static let customBlocks: Set = ["pcapng-be-test202.pcapng", "pcapng-le-test202.pcapng"]
    /// Captures with one damaged packet that announces IPv4 and holds version 6, which tshark reads as IPv6.
    public static let misannounced: Set = ["fuzz-2020-02-16-11740.pcap", "fuzz-2006-06-26-2594.pcap"]
}
