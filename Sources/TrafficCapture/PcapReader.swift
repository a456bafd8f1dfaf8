internal import Glibc
import Traffic

/// One pass through one capture file: opens it, and closes it when released.
final class PcapReader {
    let linkType: LinkType
    private let path: String
    private let handle: OpaquePointer
    private let file: UnsafeMutablePointer<FILE>

    init(_ path: String) throws(CaptureError) {
        let file = try Self.opened(path)
        let handle: OpaquePointer
        do throws(CaptureError) {
            handle = try Self.recognised(file, path)
        } catch {
            fclose(file)
            throw error
        }
        let linkType = LinkType(rawValue: pcapLinkType(handle))
        guard linkType.isSupported else {
            pcapClose(handle)
            throw .unsupportedLink(path: path, type: linkType, name: Self.name(of: linkType))
        }
        (self.path, self.file, self.handle, self.linkType) = (path, file, handle, linkType)
    }

    /// libpcap has taken the file over and closes it too.
    deinit { pcapClose(handle) }

    /// Hands the remaining packets to `body`.
    func visitAll(_ body: (Packet) -> Void) -> CaptureWarning? {
        var count = 0
        while let packet = next() {
            body(packet)
            count += 1
        }
        return failure.map { CaptureWarning(path: path, packets: count, byteOffset: offset(after: count), reason: $0) }
    }

    /// Why the last packet was the last, unless the file simply ended.
    private var failure: String?

    /// The next packet, or nil at the end, which may be a premature one.
    private func next() -> Packet? {
        var record: UnsafeRawPointer?
        var bytes: UnsafeRawPointer?
        let answer = pcapNext(handle, &record, &bytes)
        guard answer == Pcap.gotPacket, let record, let bytes else {
            failure = answer == Pcap.reachedEnd ? nil : Self.text(pcapErrorMessage(handle))
            return nil
        }
        return Packet(record: record, bytes: bytes, link: linkType)
    }
}

extension PcapReader {
    /// Where the record after `count` packets begins: found by a second pass, so that the first need not ask for its
    /// place at every packet.
    private func offset(after count: Int) -> Int? {
        guard let status = Self.status(of: file), Self.isRegular(status), let again = try? PcapReader(path) else {
            return nil
        }
        for _ in 0..<count where again.next() == nil { return nil }
        let place = ftell(again.file)
        return place >= 0 ? place : nil
    }

    private static func opened(_ path: String) throws(CaptureError) -> UnsafeMutablePointer<FILE> {
        guard let file = fopen(path, "re") else {
            throw .cannotOpen(path: path, reason: text(strerror(errno)))
        }
        if let status = status(of: file) {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            if isFolder || (isRegular(status) && status.st_size == 0) {
                fclose(file)
                throw isFolder ? .isFolder(path: path) : .isEmpty(path: path)
            }
        }
        return file
    }

    private static func recognised(
        _ file: UnsafeMutablePointer<FILE>, _ path: String
    ) throws(CaptureError) -> OpaquePointer {
        let message = UnsafeMutablePointer<CChar>.allocate(capacity: Pcap.errorBufferSize)
        message.initialize(repeating: 0, count: Pcap.errorBufferSize)
        defer { message.deallocate() }
        guard let handle = pcapOpen(OpaquePointer(file), Pcap.nanosecondPrecision, message) else {
            throw .notACapture(path: path, reason: text(message))
        }
        return handle
    }

    private static func status(of file: UnsafeMutablePointer<FILE>) -> stat? {
        var status = stat()
        return fstat(fileno(file), &status) == 0 ? status : nil
    }

    private static func isRegular(_ status: stat) -> Bool {
        status.st_mode & S_IFMT == S_IFREG
    }

    private static func name(of linkType: LinkType) -> String {
        pcapLinkTypeName(linkType.rawValue).map { String(cString: $0) } ?? "unknown"
    }

    private static func text(_ message: UnsafePointer<CChar>?) -> String {
        message.map { String(cString: $0) } ?? "no reason given"
    }
}

extension Packet {
    /// Decodes a packet where libpcap holds it; nothing of it is kept by address.
    fileprivate init(record: UnsafeRawPointer, bytes: UnsafeRawPointer, link: LinkType) {
        let seconds = record.load(fromByteOffset: Pcap.Record.seconds, as: Int.self)
        let fraction = record.load(fromByteOffset: Pcap.Record.fraction, as: Int.self)
        let captured = record.load(fromByteOffset: Pcap.Record.capturedLength, as: UInt32.self)
        let original = record.load(fromByteOffset: Pcap.Record.originalLength, as: UInt32.self)
        let buffer = UnsafeRawBufferPointer(start: bytes, count: Int(captured))
        self.init(
            decoding: buffer.bytes, link: link,
            time: Timestamp(seconds: Int64(seconds), nanoseconds: Int64(fraction)), originalLength: Int(original))
    }
}
