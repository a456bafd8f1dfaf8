/// What the members of a gzip file expand to, one after the other (RFC 1952).
///
/// Invariant: `stream` is a `z_stream` that `inflateInit2_` has set up; its pointers are set anew for every call and
/// not used after it.
final class GzipSource: ByteSource {
    private let input: InputBuffer
    private let stream: UnsafeMutableRawPointer
    private var state = State.between
    /// How many whole members were expanded.
    private var members = 0

    private enum State {
        /// Before a member, or after the last one.
        case between
        case within
        case failed(CaptureFault)
    }

    init(_ input: InputBuffer) throws(CaptureFault) {
        self.input = input
        stream = .allocate(byteCount: Zlib.Stream.size, alignment: 16)
        stream.initializeMemory(as: UInt8.self, repeating: 0, count: Zlib.Stream.size)
        let answer = zlibInflateInit(stream, Zlib.gzipWindowBits, zlibVersion(), Int32(Zlib.Stream.size))
        guard answer == Zlib.ok else {
            throw .badCompression(.gzip, reason: "zlib answers \(answer) at its start", fileOffset: 0)
        }
    }

    deinit {
        _ = zlibInflateEnd(stream)
        stream.deallocate()
    }

    func read(into target: inout MutableRawSpan) throws(CaptureFault) -> Int {
        while true {
            switch state {
            case .failed(let fault): throw fault
            case .between:
                guard try beginMember() else { return 0 }
                state = .within
            case .within:
                let count = expand(into: &target)
                if count > 0 { return count }
            }
        }
    }
}

extension GzipSource {
    /// Passes over zeros, with which tapes and block devices pad a file.
    /// - Returns: false at the end of the file.
    private func beginMember() throws(CaptureFault) -> Bool {
        while input.fill(1), input.withBytes({ $0.integer(at: 0, .little, as: UInt8.self) }) == 0, members > 0 {
            input.consume(1)
        }
        if let fault = input.fault { throw fault }
        return input.count > 0
    }

    /// Expands as much as there is at hand, or there is room for.
    /// - Returns: how many bytes came out; with a fault, those before it.
    private func expand(into target: inout MutableRawSpan) -> Int {
        // Without input a call still gives out what an earlier one had no room for.
        let isAtEnd = !input.fill(1)
        let step = inflate(into: &target)
        input.consume(step.consumed)
        switch step.answer {
        case Zlib.streamEnd: endMember()
        case Zlib.ok, Zlib.bufferError:
            guard isAtEnd, step.produced == 0 else { break }
            state = .failed(input.fault ?? .compressionCut(.gzip, fileOffset: input.offset))
        default: state = .failed(.badCompression(.gzip, reason: message(step.answer), fileOffset: input.offset))
        }
        return step.produced
    }

    private func endMember() {
        members += 1
        _ = zlibInflateReset(stream)
        state = .between
    }

    /// One call of `inflate`, between the bytes at hand and `target`.
    private func inflate(into target: inout MutableRawSpan) -> (answer: Int32, consumed: Int, produced: Int) {
        let stream = stream
        return input.withBytes { bytes in
            bytes.withUnsafeBytes { from in
                target.withUnsafeMutableBytes { to in
                    let available = (UInt32(clamping: from.count), UInt32(clamping: to.count))
                    stream.storeBytes(
                        of: from.baseAddress, toByteOffset: Zlib.Stream.nextIn, as: UnsafeRawPointer?.self)
                    stream.storeBytes(of: available.0, toByteOffset: Zlib.Stream.availableIn, as: UInt32.self)
                    stream.storeBytes(
                        of: to.baseAddress, toByteOffset: Zlib.Stream.nextOut, as: UnsafeMutableRawPointer?.self)
                    stream.storeBytes(of: available.1, toByteOffset: Zlib.Stream.availableOut, as: UInt32.self)
                    let answer = zlibInflate(stream, Zlib.noFlush)
                    let left = (
                        stream.load(fromByteOffset: Zlib.Stream.availableIn, as: UInt32.self),
                        stream.load(fromByteOffset: Zlib.Stream.availableOut, as: UInt32.self)
                    )
                    return (answer, Int(available.0 - left.0), Int(available.1 - left.1))
                }
            }
        }
    }

    private func message(_ answer: Int32) -> String {
        let text = stream.load(fromByteOffset: Zlib.Stream.message, as: UnsafePointer<CChar>?.self)
        return text.map { String(cString: $0) } ?? "zlib answers \(answer)"
    }
}
