/// One pass through one capture file: opens it, and closes it when released.
struct CaptureReader {
    private let file: CaptureFile
    private let input: InputFile
    private let stopper: CaptureStopper?
    private let buffer: InputBuffer
    private let compression: Compression?
    private let parser: OpenedParser

    /// - Throws: ``CaptureError`` when the file does not even begin as a capture does.
    init(_ file: CaptureFile, until stopper: CaptureStopper? = nil) throws(CaptureError) {
        self.file = file
        self.stopper = stopper
        input = try InputFile(file, until: stopper)
        let stored = InputBuffer(input)
        let recognition = Recognition(file)
        compression = try recognition.compression(of: stored)
        buffer = try recognition.expanded(stored, compression)
        parser = try recognition.parser(of: buffer)
    }

    /// Hands all frames to `body`, until it wants no more.
    func run<Failure: Error>(
        progress: ((CaptureProgress) -> Void)? = nil,
        _ body: (RawSpan, FrameHeader) throws(Failure) -> FrameVisit
    ) throws(Failure) -> CaptureSummary {
        switch parser {
        case .pcap(let parser): try run(parser, .pcap, progress, body)
        case .pcapng(let parser): try run(parser, .pcapng, progress, body)
        case .snoop(let parser): try run(parser, .snoop, progress, body)
        }
    }

    /// The same, compiled for each parser of its own.
    private func run<Parser: FrameParser, Failure: Error>(
        _ parser: Parser, _ format: CaptureFormat, _ progress: ((CaptureProgress) -> Void)?,
        _ body: (RawSpan, FrameHeader) throws(Failure) -> FrameVisit
    ) throws(Failure) -> CaptureSummary {
        var pass = FramePass(parser, buffer)
        while try pass.advance(body), stopper?.isStopped != true {
            progress?(CaptureProgress(bytesRead: input.bytesRead, fileSize: input.size))
        }
        progress?(CaptureProgress(bytesRead: input.bytesRead, fileSize: input.size))
        return CaptureSummary(
            format: format, compression: compression, interfaces: pass.parser.interfaces, frames: pass.frames,
            framesWithoutTime: pass.parser.framesWithoutTime,
            warning: pass.failure.map { warning($0, after: pass.frames) })
    }

    private func warning(_ failure: FramePassFailure, after frames: Int) -> CaptureWarning {
        CaptureWarning(
            path: file.path, packets: frames, byteOffset: failure.offset, compression: compression,
            fault: failure.fault)
    }
}
