import Foundation
import Testing
import Traffic

@testable import TrafficCapture

@Suite("files that are no captures")
struct CaptureErrorTests {
    private func error(_ path: String) -> CaptureError? {
        #expect(throws: CaptureError.self) { try CaptureFile(path).packets() }
    }

    @Test("are told apart by their first bytes", arguments: Beginning.all)
    func beginnings(beginning: Beginning) throws {
        let file = try TemporaryFile(beginning.bytes)
        #expect(error(file.path)?.description == file.path + beginning.error.description)
    }

    @Test("a missing file and a folder are named")
    func places() {
        #expect(error("/nowhere/x.pcap") == .cannotOpen(path: "/nowhere/x.pcap", reason: "No such file or directory"))
        let folder = FileManager.default.temporaryDirectory.path
        #expect(error(folder) == .isFolder(path: folder))
    }

    @Test(
        "every error names the file, the fault and the remedy",
        arguments: [
            (
                .cannotOpen(path: "x", reason: "Permission denied"),
                "x: cannot open: Permission denied: check the path and the permissions"
            ),
            (.isFolder(path: "x"), "x: is a folder: name a capture file in it"),
            (.isEmpty(path: "x"), "x: is empty: a capture begins with a file header, so write or copy it again"),
            (
                .cannotRead(path: "x", reason: "Input/output error"),
                "x: cannot read: Input/output error: check the disk or the program that writes to the pipe"
            ),
            (
                .notACapture(path: "x", beginning: [0x0a, 0xff]),
                "x: not a pcap, pcapng or snoop capture (it begins with 0a ff): convert it with editcap if Wireshark reads it"
            ),
            (
                .otherCompression(path: "x", program: "xz"),
                "x: is compressed with xz, and only gzip and zstd are expanded here: expand it with xz -d"
            ),
            (
                .cannotExpand(path: "x", fault: .compressionCut(.gzip, fileOffset: 3)),
                "x: the gzip data is cut off at byte 3 of the file: compress or copy it again"
            ),
            (
                .cannotExpand(path: "x", fault: .compressionWindow),
                "x: the zstd data was compressed over more than the 128 MiB that are kept in memory here: expand it with zstd -d --long=31, or compress it without --long"
            ),
            (
                .expandsToNothing(path: "x"),
                "x: expands to nothing: a capture begins with a file header, so write or compress it again"
            ),
            (
                .cutHeader(path: "x", format: .pcap, expected: 24, found: 5),
                "x: ends within the pcap header: 24 bytes expected, 5 found: write or copy it again"
            ),
            (
                .unknownVersion(path: "x", format: .snoop, version: "3"),
                "x: is of snoop version 3, which is not read here: convert it with editcap"
            ),
            (
                .badHeader(path: "x", format: .pcapng, fault: .noByteOrder(found: 1)),
                "x: bad pcapng header: the section has the byte-order magic 00000001, neither 1a2b3c4d nor its reverse: write or copy it again"
            ),
        ] as [(CaptureError, String)])
    func wording(error: CaptureError, expected: String) {
        #expect(error.description == expected)
    }
}
