import Traffic
import TrafficCapture

/// Writes rows to where a table goes, some tens of kilobytes at once.
///
/// Rows come while packets are read, by a function that cannot throw: what goes wrong is kept in ``failure`` for
/// whoever reads on, and rows after it are dropped. What stands before the first row is written with it, so that
/// nothing is where there was nothing to read.
final class RowWriter<Row> {
    private var layout: any RowLayout<Row>
    private let output: OutputFile
    private var bytes: [UInt8] = []
    private var hasBegun = false
    /// What the file is called until it appears; nil where there is none.
    var draft: String? { output.draft }
    private var latest: Timestamp?
    /// Why rows can no longer be written.
    private(set) var failure: CaptureWriteError?

    private static var batch: Int { 1 << 16 }

    /// Opens the place at `path`; `-` is standard output.
    /// - Throws: ``CaptureWriteError`` where it cannot be written to.
    init(_ layout: any RowLayout<Row>, to path: String) throws(CaptureWriteError) {
        self.layout = layout
        output = try OutputFile(path)
    }

    /// When the capture began, for columns that count from there; to be told before the first row, and the first time
    /// counts.
    func begin(at time: Timestamp) {
        guard !hasBegun else { return }
        layout.context.captureStart = time
        begin()
    }

    /// How far in time the rows reach.
    func reach(_ time: Timestamp) {
        latest = max(latest ?? time, time)
    }

    /// Writes a row after those before it.
    func write(_ row: Row) {
        guard failure == nil else { return }
        begin()
        layout.add(row, to: &bytes)
        if bytes.count >= Self.batch { handOver() }
    }

    /// Hands everything on that was written so far.
    func flush() {
        layout.pause(&bytes)
        handOver()
    }

    /// Ends the table and lets the file appear.
    func finish() throws(CaptureWriteError) {
        begin()
        layout.end(&bytes, at: latest)
        handOver()
        if let failure { throw failure }
        try output.finish()
    }
}

extension RowWriter {
    private func begin() {
        if !hasBegun { layout.begin(&bytes) }
        hasBegun = true
    }

    private func handOver() {
        guard failure == nil, !bytes.isEmpty else { return }
        do throws(CaptureWriteError) {
            try output.write(bytes)
            bytes.removeAll(keepingCapacity: true)
        } catch {
            failure = error
        }
    }
}
