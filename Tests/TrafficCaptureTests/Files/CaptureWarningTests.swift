import Testing
import TrafficCapture

@Suite("warnings of damaged captures")
struct CaptureWarningTests {
    @Test(
        "tell the file, the record, the place, the fault and what was kept",
        arguments: [
            (
                CaptureWarning(
                    path: "x", packets: 1, byteOffset: 82, compression: nil,
                    fault: .frameTooLong(captured: 9, limit: 5)),
                "x: record 2 at byte 82: captured length 9 exceeds 5, the longest frame there is: kept the 1 whole packet before it"
            ),
            (
                CaptureWarning(
                    path: "-", packets: 0, byteOffset: 24, compression: .zstd,
                    fault: .cut(.recordHeader, expected: 16, found: 3)),
                "standard input: record 1 at byte 24 of the expanded data: the file ends within the record header: 16 bytes expected, 3 found: kept the 0 whole packets before it"
            ),
        ])
    func wording(warning: CaptureWarning, expected: String) {
        #expect(warning.description == expected)
    }

    @Test(
        "word every fault",
        arguments: [
            (
                .frameBeyondRecord(captured: 9, room: 5),
                "captured length 9 exceeds the 5 bytes that its record has for it"
            ),
            (.badBlockLength(7, minimum: 12), "block length 7 is no multiple of four from 12 on"),
            (.recordTooLong(9, limit: 5), "record length 9 exceeds 5, the longest there is"),
            (
                .blockLengthsDiffer(first: 12, last: 16),
                "the block begins with the length 12 and ends with the length 16"
            ),
            (.sectionVersion(major: 2, minor: 0), "the section is of version 2.0, and only 1.x is known"),
            (.unknownInterface(3, declared: 2), "the frame names interface 3, and its section has declared 2"),
            (.tooManyInterfaces(limit: 5), "there are more than 5 interfaces"),
            (.badInterfaceOption(code: 9, length: 0), "interface option 9 cannot have the length 0"),
            (
                .badCompression(.gzip, reason: "invalid block type", fileOffset: 7),
                "the gzip data is damaged near byte 7 of the file (invalid block type)"
            ),
            (.unreadable(reason: "Input/output error"), "the file could be read no further (Input/output error)"),
        ] as [(CaptureFault, String)])
    func faults(fault: CaptureFault, expected: String) {
        #expect(fault.description == expected)
    }
}
