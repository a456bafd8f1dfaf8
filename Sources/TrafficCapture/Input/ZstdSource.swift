/// What the frames of a Zstandard file expand to, one after the other (RFC 8878).
///
/// Memory stays bounded whatever the file asks for: libzstd refuses windows above 128 MiB.
///
/// Invariant: `stream` is a decompression context of libzstd's; the buffers it is given live no longer than the call.
final class ZstdSource: ByteSource {
    private let input: InputBuffer
    private let stream: OpaquePointer
    /// Whether a frame has begun and not ended.
    private var isWithinFrame = false
    /// How many bytes libzstd wants next: a header, a block or a checksum. It is given no more, because a call that
    /// fails gives out nothing, and so no block is lost to damage that comes after it.
    private var wanted = frameBeginning
    private var fault: CaptureFault?

    /// The fewest bytes that tell how long a frame's header is.
    private static let frameBeginning = 5

    init(_ input: InputBuffer) throws(CaptureFault) {
        guard let stream = zstdCreate() else {
            throw .badCompression(.zstd, reason: "no memory for libzstd", fileOffset: 0)
        }
        (self.input, self.stream) = (input, stream)
    }

    deinit { _ = zstdFree(stream) }

    func read(into target: inout MutableRawSpan) throws(CaptureFault) -> Int {
        while true {
            if let fault { throw fault }
            // Without input a call still gives out what an earlier one had no room for.
            let isAtEnd = !input.fill(1)
            let count = expand(into: &target)
            if count > 0 { return count }
            guard isAtEnd, fault == nil else { continue }
            fault = input.fault ?? (isWithinFrame ? .compressionCut(.zstd, fileOffset: input.offset) : nil)
            if fault == nil { return 0 }
        }
    }
}

extension ZstdSource {
    /// Expands as much as there is at hand, or there is room for.
    /// - Returns: how many bytes came out.
    private func expand(into target: inout MutableRawSpan) -> Int {
        guard input.count > 0 || isWithinFrame else { return 0 }
        let step = decompress(into: &target)
        input.consume(step.consumed)
        if zstdIsError(step.answer) != 0 {
            fault = Self.fault(of: step.answer, at: input.offset)
        } else {
            isWithinFrame = step.answer != 0
            wanted = isWithinFrame ? step.answer : Self.frameBeginning
        }
        return step.produced
    }

    private static func fault(of answer: Int, at offset: Int) -> CaptureFault {
        if zstdErrorCode(answer) == Zstd.windowTooLarge { return .compressionWindow }
        let reason = zstdErrorName(answer).map { String(cString: $0) } ?? "no reason given"
        return .badCompression(.zstd, reason: reason, fileOffset: offset)
    }

    /// One call of `ZSTD_decompressStream`, between the bytes at hand and `target`.
    private func decompress(into target: inout MutableRawSpan) -> (answer: Int, consumed: Int, produced: Int) {
        let (stream, wanted) = (stream, wanted)
        return input.withBytes { bytes in
            bytes.withUnsafeBytes { from in
                target.withUnsafeMutableBytes { to in
                    var output = Zstd.Buffer(address: UnsafeRawPointer(to.baseAddress), size: to.count, position: 0)
                    var input = Zstd.Buffer(address: from.baseAddress, size: min(wanted, from.count), position: 0)
                    let answer = zstdDecompress(stream, &output, &input)
                    return (answer, input.position, output.position)
                }
            }
        }
    }
}
