import Traffic

@testable import TrafficCapture

/// A capture file, in any format and compression; the last byte says in how small pieces it is read.
///
/// Whatever the pieces, the same frames, the same end and the same warning must come of it.
enum FileTarget {
    static func run(_ input: RawSpan) throws {
        guard let last = input.withUnsafeBytes({ $0.last }) else { return }
        let whole = try read(input, pieces: 1 << 20)
        let piecewise = try read(input, pieces: max(Int(last), 1))
        // Of a damaged frame libzstd finds more wrong where it has the whole of it at hand.
        guard !whole.isDamagedZstd, !piecewise.isDamagedZstd else { return }
        try hold(whole == piecewise, "pieces of \(max(Int(last), 1)) bytes give \(piecewise), and not \(whole)")
    }

    private static func read(_ input: RawSpan, pieces: Int) throws -> Outcome {
        let file = CaptureFile("input")
        do {
            let stored = InputBuffer(BytesInPieces(input, pieces))
            let recognition = Recognition(file)
            let compression = try recognition.compression(of: stored)
            let buffer = try recognition.expanded(stored, compression)
            return try outcome(of: recognition.parser(of: buffer), buffer)
        } catch let error as CaptureError {
            try hold(!error.description.isEmpty, "an error has words")
            return Outcome(error: withoutPlace(error))
        }
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

    private static func outcome(of parser: OpenedParser, _ buffer: InputBuffer) throws -> Outcome {
        switch parser {
        case .pcap(let parser): try outcome(of: FramePass(parser, buffer))
        case .pcapng(let parser): try outcome(of: FramePass(parser, buffer))
        case .snoop(let parser): try outcome(of: FramePass(parser, buffer))
        }
    }

    private static func outcome<Parser>(of pass: FramePass<Parser>) throws -> Outcome {
        var (pass, outcome) = (pass, Outcome())
        while try pass.advance({ bytes, header in try outcome.add(bytes, header) }) {}
        outcome.fault = pass.failure.map { withoutPlace($0.fault) }
        outcome.place = pass.failure?.offset
        outcome.interfaces = pass.parser.interfaces
        try hold(outcome.frames == pass.frames, "frames handed over are counted")
        try hold(outcome.interfaces.count <= 65_536, "interfaces are bounded")
        return outcome
    }
}

/// What came of reading.
private struct Outcome: Equatable {
    var error: CaptureError?
    var fault: CaptureFault?
    var place: Int?
    var interfaces: [CaptureInterface] = []
    var frames = 0
    /// Of all frames and what the file says of them.
    private var digest: UInt64 = 0

    init(error: CaptureError? = nil) { self.error = error }

    var isDamagedZstd: Bool {
        var damage = fault
        if case .cannotExpand(_, let fault) = error { damage = fault }
        if case .badCompression(.zstd, _, _) = damage { return true }
        return false
    }

    /// A small input expands to few frames, unless it means harm.
    private static let mostFrames = 5000

    mutating func add(_ bytes: RawSpan, _ header: FrameHeader) throws -> FrameVisit {
        frames += 1
        try hold(bytes.byteCount <= FrameLimit.of(header.linkType), "frames have a longest")
        try hold(header.originalLength >= 0, "no frame is shorter than nothing")
        let packet = Packet(decoding: bytes, header)
        mix(UInt64(truncatingIfNeeded: header.time.nanoseconds))
        mix(UInt64(bytes.byteCount) << 32 | UInt64(header.interface))
        mix(UInt64(header.originalLength) << 32 | UInt64(packet.payloadRange?.lowerBound ?? 0))
        bytes.withUnsafeBytes { for byte in $0.prefix(64) { mix(UInt64(byte)) } }
        return frames < Self.mostFrames ? .next : .stop
    }

    private mutating func mix(_ number: UInt64) { digest = (digest ^ number) &* 0x0000_0100_0000_01b3 }
}

/// The bytes of an input as a file would give them.
private final class BytesInPieces: ByteSource {
    private let bytes: [UInt8]
    private let longest: Int
    private var place = 0

    init(_ bytes: RawSpan, _ longest: Int) {
        self.bytes = bytes.withUnsafeBytes { Array($0) }
        self.longest = longest
    }

    func read(into target: inout MutableRawSpan) throws(CaptureFault) -> Int {
        let count = min(longest, target.byteCount, bytes.count - place)
        target.withUnsafeMutableBytes { $0.copyBytes(from: bytes[place..<place + count]) }
        place += count
        return count
    }
}
