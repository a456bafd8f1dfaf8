import Testing
import Traffic

@testable import TrafficCapture

/// A small capture file, and what is to be read from it.
struct Sample: CustomTestStringConvertible, Sendable {
    struct Frame: Hashable, Sendable {
        var bytes: [UInt8]
        var header: FrameHeader
    }

    let name: String
    let format: CaptureFormat
    var bytes: [UInt8]
    /// How many bytes there must be before anything can be read.
    var headerLength: Int
    /// Where records end, the header among them.
    var boundaries: [Int] = []
    var frames: [Frame] = []
    /// Where the record of each frame ends.
    var frameEnds: [Int] = []

    var testDescription: String { name }

    /// What is to be read where only the first bytes are there.
    func framesWhole(within count: Int) -> [Frame] {
        zip(frames, frameEnds).filter { $0.1 <= count }.map(\.0)
    }

    static let all = pcap + [snoop] + pcapng
}

extension Sample {
    /// The frames of every sample: a whole one, one of no bytes, one that was cut at an odd place.
    static let contents: [(bytes: [UInt8], originalLength: Int)] = [
        (CaptureBytes.datagram(to: 53), 42), ([], 60), (Array(CaptureBytes.datagram(to: 80).prefix(21)), 42),
    ]

    static func header(
        _ nanoseconds: Int64, _ length: Int, link: LinkType = .ethernet, interface: Int = 0, hasTime: Bool = true
    ) -> FrameHeader {
        FrameHeader(
            time: Timestamp(nanoseconds: nanoseconds), originalLength: length, linkType: link, interface: interface,
            hasTime: hasTime)
    }

    mutating func add(_ frame: Frame? = nil, endingAt end: Int) {
        boundaries.append(end)
        if let frame {
            frames.append(frame)
            frameEnds.append(end)
        }
    }
}
