import Traffic

/// What is wrong with a record of a capture file, or with the file from there on.
public enum CaptureFault: Error, Hashable, Sendable {
    /// The file ends within a part of a record.
    case cut(RecordPart, expected: Int, found: Int)
    /// A frame is longer than any that is believed.
    case frameTooLong(captured: Int, limit: Int)
    /// A frame is longer than the record that is to hold it.
    case frameBeyondRecord(captured: Int, room: Int)
    /// A block's length is no multiple of four, or below what its kind needs.
    case badBlockLength(Int, minimum: Int)
    /// A record that has to be understood is longer than any that is believed.
    case recordTooLong(Int, limit: Int)
    /// The two lengths of a block differ.
    case blockLengthsDiffer(first: Int, last: Int)
    /// A section does not say in which order its bytes lie.
    case noByteOrder(found: UInt32)
    /// A section is of a version that is not read here.
    case sectionVersion(major: Int, minor: Int)
    /// A frame names an interface that its section has not declared.
    case unknownInterface(Int, declared: Int)
    /// There are more interfaces than any sensible file has.
    case tooManyInterfaces(limit: Int)
    /// An option of an interface reaches beyond its block, or has a length that its kind does not allow.
    case badInterfaceOption(code: Int, length: Int)
    /// The compressed data is damaged; the reason is that of the library that expands it.
    case badCompression(Compression, reason: String, fileOffset: Int)
    /// The zstd data asks for more memory than any is given: 128 MiB.
    case compressionWindow
    /// The compressed data ends too early.
    case compressionCut(Compression, fileOffset: Int)
    /// The file could be read no further; the reason is the system's.
    case unreadable(reason: String)
}

/// A part of a capture file's record.
public enum RecordPart: String, Hashable, Sendable {
    /// The header of a record.
    case recordHeader = "record header"
    /// The bytes of a frame, and whatever pads them.
    case frame = "frame"
    /// The first twelve bytes of a block.
    case blockHeader = "block header"
    /// A block.
    case block = "block"
}

extension CaptureFault: CustomStringConvertible {
    /// The fault, with what was expected and what was found.
    public var description: String {
        switch self {
        case .cut(let part, let expected, let found):
            "the file ends within the \(part.rawValue): \(expected) bytes expected, \(found) found"
        case .frameTooLong(let captured, let limit):
            "captured length \(captured) exceeds \(limit), the longest frame there is"
        case .frameBeyondRecord(let captured, let room):
            "captured length \(captured) exceeds the \(room) bytes that its record has for it"
        case .badBlockLength(let length, let minimum):
            "block length \(length) is no multiple of four from \(minimum) on"
        case .recordTooLong(let length, let limit):
            "record length \(length) exceeds \(limit), the longest there is"
        case .blockLengthsDiffer(let first, let last):
            "the block begins with the length \(first) and ends with the length \(last)"
        case .noByteOrder(let found):
            "the section has the byte-order magic \(Hexadecimal.text(UInt64(found), digits: 8)), neither 1a2b3c4d nor its reverse"
        case .sectionVersion(let major, let minor):
            "the section is of version \(major).\(minor), and only 1.x is known"
        case .unknownInterface(let interface, let declared):
            "the frame names interface \(interface), and its section has declared \(declared)"
        case .tooManyInterfaces(let limit):
            "there are more than \(limit) interfaces"
        case .badInterfaceOption(let code, let length):
            "interface option \(code) cannot have the length \(length)"
        case .badCompression(let compression, let reason, let offset):
            "the \(compression) data is damaged near byte \(offset) of the file (\(reason))"
        case .compressionWindow:
            "the zstd data was compressed over more than the 128 MiB that are kept in memory here"
        case .compressionCut(let compression, let offset):
            "the \(compression) data is cut off at byte \(offset) of the file"
        case .unreadable(let reason):
            "the file could be read no further (\(reason))"
        }
    }
}
