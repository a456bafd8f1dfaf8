import NotebookDisplay

extension CellResult: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(status)
        writer.write(items)
        writer.write(notices)
        writer.write(warnings)
        writer.write(interpolations)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        status = try reader.read()
        items = try reader.read()
        notices = try reader.read()
        warnings = try reader.read()
        interpolations = try reader.read()
    }
}

extension CellResult {
    /// The coded form, by which results are compared: a number that is none equals itself there.
    var bytes: [UInt8] {
        var writer = FrameWriter()
        writer.write(self)
        return writer.bytes
    }
}

extension CellResult.Status: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        switch self {
        case .succeeded: writer.write(byte: 0)
        case .failed(let failure):
            writer.write(byte: 1)
            writer.write(failure)
        case .blocked(let cells):
            writer.write(byte: 2)
            writer.write(cells)
        case .interrupted: writer.write(byte: 3)
        }
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = .succeeded
        case 1: self = .failed(try reader.read())
        case 2: self = .blocked(by: try reader.read())
        case 3: self = .interrupted
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}

extension Item: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        switch self {
        case .stream(let stream, let text):
            writer.write(byte: stream == .standardOutput ? 0 : 1)
            writer.write(text)
        case .output(let output):
            writer.write(byte: 2)
            writer.write(output)
        case .cut(let text):
            writer.write(byte: 3)
            writer.write(text)
        }
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = .stream(.standardOutput, try reader.read())
        case 1: self = .stream(.standardError, try reader.read())
        case 2: self = .output(try reader.read())
        case 3: self = .cut(try reader.read())
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}

extension Failure: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(message)
        writer.write(remedy)
        writer.write(line)
        writer.write(column)
        writer.write(diagnostics)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        message = try reader.read()
        remedy = try reader.read()
        line = try reader.read()
        column = try reader.read()
        diagnostics = try reader.read()
    }
}

extension Diagnostic: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(severity.rawValue)
        writer.write(message)
        writer.write(line)
        writer.write(column)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        guard let severity = Severity(rawValue: try reader.read()) else { throw reader.damaged(.text) }
        self.severity = severity
        message = try reader.read()
        line = try reader.read()
        column = try reader.read()
    }
}

extension Notice: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(message)
        writer.write(line)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        message = try reader.read()
        line = try reader.read()
    }
}
