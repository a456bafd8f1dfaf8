import Traffic

@testable import TrafficCapture

/// What came of reading the bytes of a capture file.
struct FileReading: Equatable {
    /// Why the bytes are no capture.
    private(set) var error: CaptureError?
    /// Why reading ended before the end.
    private(set) var fault: CaptureFault?
    /// Where the record begins in which it ended.
    private(set) var place: Int?
    private var interfaces: [CaptureInterface] = []
    /// Of all frames so far and what the file says of them, after each.
    private var digests: [UInt64] = []

    /// A small input expands to few frames, unless it means harm.
    private static let mostFrames = 5000

    /// Reads all, `pieces` bytes at a time, with room for `room` bytes at first.
    init(_ input: RawSpan, pieces: Int, room: Int) throws {
        let recognition = Recognition(CaptureFile("input"))
        do {
            let stored = InputBuffer(BytesInPieces(input, pieces), capacity: room)
            let compression = try recognition.compression(of: stored)
            let buffer = try recognition.expanded(stored, compression)
            try read(try recognition.parser(of: buffer), buffer)
        } catch let error as CaptureError {
            try hold(!error.description.isEmpty, "an error has words")
            self.error = Self.withoutPlace(error)
        }
    }

    /// How many frames there were.
    var frames: Int { digests.count }

    /// Whether the data is compressed by Zstandard, and damaged.
    var isDamagedZstd: Bool {
        var damage = fault
        if case .cannotExpand(_, let fault) = error { damage = fault }
        if case .badCompression(.zstd, _, _) = damage { return true }
        return false
    }

    /// Whether all that `other` found was found here too, and first.
    func begins(like other: FileReading) -> Bool {
        digests.starts(with: other.digests) && interfaces.starts(with: other.interfaces)
    }
}

extension FileReading {
    private mutating func read(_ parser: OpenedParser, _ buffer: InputBuffer) throws {
        switch parser {
        case .pcap(let parser): try read(FramePass(parser, buffer))
        case .pcapng(let parser): try read(FramePass(parser, buffer))
        case .snoop(let parser): try read(FramePass(parser, buffer))
        }
    }

    private mutating func read<Parser>(_ pass: FramePass<Parser>) throws {
        var pass = pass
        while try pass.advance({ bytes, header in try add(bytes, header) }) {}
        fault = pass.failure.map { Self.withoutPlace($0.fault) }
        place = pass.failure?.offset
        interfaces = pass.parser.interfaces
        try hold(frames == pass.frames, "frames handed over are counted")
        try hold(interfaces.count <= 65_536, "interfaces are bounded")
    }

    private mutating func add(_ bytes: RawSpan, _ header: FrameHeader) throws -> FrameVisit {
        try hold(bytes.byteCount <= FrameLimit.of(header.linkType), "frames have a longest")
        try hold(header.originalLength >= 0, "no frame is shorter than nothing")
        let packet = Packet(decoding: bytes, header)
        var digest = FrameDigest(digests.last ?? 0)
        digest.mix(UInt64(truncatingIfNeeded: header.time.nanoseconds))
        digest.mix(UInt64(bytes.byteCount) << 32 | UInt64(header.interface))
        digest.mix(UInt64(header.originalLength) << 32 | UInt64(packet.payloadRange?.lowerBound ?? 0))
        bytes.withUnsafeBytes { for byte in $0.prefix(64) { digest.mix(UInt64(byte)) } }
        digests.append(digest.value)
        return frames < Self.mostFrames ? .next : .stop
    }

    /// Where compressed data is damaged is told by how far it was read, so only about.
    private static func withoutPlace(_ fault: CaptureFault) -> CaptureFault {
        guard case .badCompression(let compression, let reason, _) = fault else { return fault }
        return .badCompression(compression, reason: reason, fileOffset: 0)
    }

    private static func withoutPlace(_ error: CaptureError) -> CaptureError {
        guard case .cannotExpand(let path, let fault) = error else { return error }
        return .cannotExpand(path: path, fault: withoutPlace(fault))
    }
}

/// A number that stands for all that was mixed into it.
private struct FrameDigest {
    private(set) var value: UInt64

    init(_ value: UInt64) { self.value = value }

    mutating func mix(_ number: UInt64) { value = (value ^ number) &* 0x0000_0100_0000_01b3 }
}
