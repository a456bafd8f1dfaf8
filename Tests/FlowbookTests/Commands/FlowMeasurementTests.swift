import Foundation
import Testing
import Traffic
import TrafficCapture

@Suite("flows measures more where it is asked to")
struct FlowMeasurementTests {
    /// Writes a connection: a question, an answer of five segments, and another question after two seconds.
    private static func write(to folder: URL) throws {
        var talk = TCPConversation(
            from: FlowEndpoint(IPAddress(192, 0, 2, 1), port: 40_000),
            to: FlowEndpoint(IPAddress(192, 0, 2, 2), port: 80), at: Timestamp(seconds: 1000), segmentSize: 100)
        talk.builder.sourceHardware = HardwareAddress(rawValue: 0x0200_0000_0051)
        talk.open()
        talk.send([1], .forward)
        talk.send([UInt8](repeating: 2, count: 500), .backward)
        talk.wait(.seconds(2))
        talk.send([3], .forward)
        var writer = try CaptureWriter(folder.appendingPathComponent("sample.pcap").path, linkType: .ethernet)
        for frame in talk.frames { try writer.append(frame.bytes.span.bytes, time: frame.time) }
        try writer.close()
    }

    @Test(
        "columns are filled by their option, and empty without it",
        arguments: [
            ([], ",,,,"), (["--activity"], ",,2,0,1"),
            (["--hardware"], "02:00:00:00:00:51,02:00:00:00:00:02,,,"),
            (["--activity", "--hardware"], "02:00:00:00:00:51,02:00:00:00:00:02,2,0,1"),
        ])
    func onDemand(options: [String], row: String) throws {
        try withTemporaryFolder { folder in
            try Self.write(to: folder)
            let columns = "source_hardware,destination_hardware,subflows,forward_bulks,backward_bulks"
            let words = ["flows", "sample.pcap", "-q", "-f", "csv", "--columns", columns]
            let run = try ProgramRun(words + options, in: folder)
            #expect(run.status == 0 && run.errors.isEmpty)
            #expect(run.output.split(whereSeparator: \.isNewline) == [Substring(columns), Substring(row)])
        }
    }
}
