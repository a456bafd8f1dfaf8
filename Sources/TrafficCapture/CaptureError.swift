import Traffic

/// Why nothing could be read from a capture file.
public enum CaptureError: Error, Hashable, Sendable {
    /// The file could not be opened; the reason is the system's.
    case cannotOpen(path: String, reason: String)
    /// The path names a folder.
    case isFolder(path: String)
    /// The file has no bytes at all, not even a capture's header.
    case isEmpty(path: String)
    /// The file does not begin like a capture; the reason is libpcap's.
    case notACapture(path: String, reason: String)
    /// The packets come from a kind of link that cannot be decoded.
    case unsupportedLink(path: String, type: LinkType, name: String)
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
        case .notACapture(let path, let reason):
            "\(path): not a pcap or pcapng capture (\(reason)): convert it with editcap if Wireshark reads it"
        case .unsupportedLink(let path, let type, let name):
            "\(path): cannot decode link type \(name) (\(type.rawValue)): use Ethernet, PPP, Linux cooked, loopback or raw IP"
        }
    }
}
