import Traffic

/// Why nothing could be read from a capture file.
public enum CaptureError: Error, Hashable, Sendable {
    /// The file could not be opened; the reason is the system's.
    case cannotOpen(path: String, reason: String)
    /// The path names a folder.
    case isFolder(path: String)
    /// The file has no bytes at all, not even a capture's header.
    case isEmpty(path: String)
    /// The file could be opened but not read; the reason is the system's.
    case cannotRead(path: String, reason: String)
    /// The file begins like none of the formats that are read; the bytes are its first.
    case notACapture(path: String, beginning: [UInt8])
    /// The file is compressed in a way that is not read here; the name is the program's that expands it.
    case otherCompression(path: String, program: String)
    /// The compressed file cannot be expanded even to the capture's header.
    case cannotExpand(path: String, fault: CaptureFault)
    /// The file is compressed, and what it expands to has no bytes at all.
    case expandsToNothing(path: String)
    /// The file ends within the capture's header.
    case cutHeader(path: String, format: CaptureFormat, expected: Int, found: Int)
    /// The capture is of a version of its format that is not read here.
    case unknownVersion(path: String, format: CaptureFormat, version: String)
    /// The capture's header makes no sense.
    case badHeader(path: String, format: CaptureFormat, fault: CaptureFault)
}

extension CaptureError: CustomStringConvertible {
    /// The file, the fault, and what to do about it.
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "\(path): cannot open: \(reason): check the path and the permissions"
        case .isFolder(let path):
            "\(path): is a folder: name a capture file in it"
        case .isEmpty(let path):
            "\(path): is empty: a capture begins with a file header, so write or copy it again"
        case .cannotRead(let path, let reason):
            "\(path): cannot read: \(reason): check the disk or the program that writes to the pipe"
        case .notACapture(let path, let beginning):
            "\(path): not a pcap, pcapng or snoop capture (\(Self.text(beginning))): convert it with editcap if Wireshark reads it"
        case .otherCompression(let path, let program):
            "\(path): is compressed with \(program), and only gzip and zstd are expanded here: expand it with \(program) -d"
        case .cannotExpand(let path, .compressionWindow):
            "\(path): \(CaptureFault.compressionWindow): expand it with zstd -d --long=31, or compress it without --long"
        case .cannotExpand(let path, let fault):
            "\(path): \(fault): compress or copy it again"
        case .expandsToNothing(let path):
            "\(path): expands to nothing: a capture begins with a file header, so write or compress it again"
        case .cutHeader(let path, let format, let expected, let found):
            "\(path): ends within the \(format) header: \(expected) bytes expected, \(found) found: write or copy it again"
        case .unknownVersion(let path, let format, let version):
            "\(path): is of \(format) version \(version), which is not read here: convert it with editcap"
        case .badHeader(let path, let format, let fault):
            "\(path): bad \(format) header: \(fault): write or copy it again"
        }
    }

    private static func text(_ beginning: [UInt8]) -> String {
        let bytes = beginning.map { Hexadecimal.text(UInt64($0), digits: 2) }
        return "it begins with \(bytes.joined(separator: " "))"
    }
}
