import Traffic

/// Why a capture file could not be written. A file that was there before is as it was.
public enum CaptureWriteError: Error, Hashable, Sendable {
    /// The file could not be created; the reason is the system's.
    case cannotCreate(path: String, reason: String)
    /// The file could be created but not written to its end; the reason is the system's.
    case cannotWrite(path: String, reason: String)
    /// Nobody reads any more at the other end of the pipe.
    case readerHasLeft(path: String)
    /// The time is outside what a pcap file can hold, which is the years 1970 to 2106.
    case timeBeyondFormat(path: String, time: Timestamp)
    /// The link has no number in files.
    case linkWithoutNumber(path: String, link: LinkType)
    /// A frame of another link than the file's: a pcap file holds one kind only.
    case otherLink(path: String, expected: LinkType, found: LinkType)
    /// The writer was closed before.
    case closed(path: String)
}

extension CaptureWriteError: CustomStringConvertible {
    /// The file, the fault, and what to do about it.
    public var description: String {
        switch self {
        case .cannotCreate(let path, let reason):
            "\(path): cannot create: \(reason): name a file in a folder that you may write to"
        case .cannotWrite(let path, let reason):
            "\(path): cannot write: \(reason): make room there, or name another place"
        case .readerHasLeft(let path):
            "\(path): cannot write: its reader has left: let it read to the end"
        case .timeBeyondFormat(let path, let time):
            "\(path): the time \(time.nanoseconds) ns does not fit: pcap holds the years 1970 to 2106, so shift the times"
        case .linkWithoutNumber(let path, let link):
            "\(path): link type \(link.rawValue) has no number in capture files: write frames of a numbered link"
        case .otherLink(let path, let expected, let found):
            "\(path): a frame of link type \(found.rawValue) in a file of link type \(expected.rawValue): write a file for each"
        case .closed(let path):
            "\(path): is closed: write all frames before that"
        }
    }
}
