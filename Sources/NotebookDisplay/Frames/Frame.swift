/// What a cell sends to the runner.
package enum Frame: Hashable, Sendable {
    /// One output, in the order in which the cell produced them.
    case output(Output)
    /// The text of an interpolated value of prose, by its place among the values of its cell.
    case prose(slot: Int, text: String)
}

extension Frame {
    /// Grows by one whenever the coding of any output changes, so that stored frames of another form are damage.
    static let version: UInt8 = 2

    /// The frame as bytes: equal frames have equal bytes.
    package var bytes: [UInt8] {
        var writer = FrameWriter()
        writer.write(byte: Self.version)
        encode(into: &writer)
        return writer.bytes
    }

    /// Reads a frame from exactly these bytes.
    package init(bytes: [UInt8]) throws(FrameError) {
        var reader = FrameReader(bytes)
        let version = try reader.readByte()
        guard version == Self.version else { throw reader.damaged(.version(version)) }
        self = try Frame(from: &reader)
        guard reader.isAtEnd else { throw reader.damaged(.surplus) }
    }
}

extension Frame: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        switch self {
        case .output(let output):
            writer.write(byte: 0)
            writer.write(output)
        case .prose(let slot, let text):
            writer.write(byte: 1)
            writer.write(slot)
            writer.write(text)
        }
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = .output(try reader.read())
        case 1: self = .prose(slot: try reader.read(), text: try reader.read())
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}
