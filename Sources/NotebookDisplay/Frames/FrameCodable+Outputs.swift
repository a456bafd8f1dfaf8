extension Output: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        switch self {
        case .text(let text): writer.write(tag: 0, text)
        case .table(let table): writer.write(tag: 1, table)
        case .plot(let plot): writer.write(tag: 2, plot)
        case .summary(let summary): writer.write(tag: 3, summary)
        case .markdown(let text): writer.write(tag: 4, text)
        case .formula(let text): writer.write(tag: 5, text)
        case .html(let text): writer.write(tag: 6, text)
        case .image(let picture): writer.write(tag: 7, picture)
        case .bytes(let map): writer.write(tag: 8, map)
        }
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = .text(try reader.read())
        case 1: self = .table(try reader.read())
        case 2: self = .plot(try reader.read())
        case 3: self = .summary(try reader.read())
        case 4: self = .markdown(try reader.read())
        case 5: self = .formula(try reader.read())
        case 6: self = .html(try reader.read())
        case 7: self = .image(try reader.read())
        case 8: self = .bytes(try reader.read())
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}

extension FrameWriter {
    mutating func write<Value: FrameCodable>(tag: UInt8, _ value: Value) {
        write(byte: tag)
        write(value)
    }
}

extension Table: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(caption)
        writer.write(rowsCut)
        writer.write(columns)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(caption: try reader.read(), columns: [])
        rowsCut = try reader.readCount()
        columns = try reader.read()
        guard columns.allSatisfy({ $0.values.count == rowCount }) else { throw reader.damaged(.lengths) }
    }
}

extension Table.Column: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(title)
        writer.write(unit)
        writer.write(format)
        writer.write(values)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(
            title: try reader.read(), unit: try reader.read(), format: try reader.read(), values: try reader.read())
    }
}

extension Table.Value: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        switch self {
        case .integer(let integer): writer.write(tag: 0, integer)
        case .number(let number): writer.write(tag: 1, number)
        case .text(let text): writer.write(tag: 2, text)
        case .flag(let flag): writer.write(tag: 3, flag)
        case .missing: writer.write(byte: 4)
        case .estimate(let estimate): writer.write(tag: 5, estimate)
        }
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = .integer(try reader.read())
        case 1: self = .number(try reader.read())
        case 2: self = .text(try reader.read())
        case 3: self = .flag(try reader.read())
        case 4: self = .missing
        case 5: self = .estimate(try reader.read())
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}

extension Estimate: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(value)
        writer.write(low)
        writer.write(high)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(try reader.read(), low: try reader.read(), high: try reader.read())
    }
}

extension Summary: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(itemsCut)
        writer.write(items)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(items: [], itemsCut: try reader.readCount())
        items = try reader.read()
    }
}

extension Summary.Item: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(name)
        writer.write(value)
        writer.write(unit)
        writer.write(format)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(try reader.read(), Table.Value.missing)
        value = try reader.read()
        unit = try reader.read()
        format = try reader.read()
    }
}

extension Picture: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(mediaType)
        writer.write(alternative)
        writer.write(caption)
        writer.write(bytes)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init([], mediaType: try reader.read(), alternative: try reader.read(), caption: try reader.read())
        bytes = try reader.read()
    }
}

extension NumberFormat: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        switch self {
        case .automatic: writer.write(byte: 0)
        case .integer: writer.write(byte: 1)
        case .fixed(let digits): writer.write(tag: 2, digits)
        case .significant(let digits): writer.write(tag: 3, digits)
        case .percent(let digits): writer.write(tag: 4, digits)
        case .scientific(let digits): writer.write(tag: 5, digits)
        case .bits: writer.write(byte: 6)
        case .bytes: writer.write(byte: 7)
        case .seconds: writer.write(byte: 8)
        }
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = .automatic
        case 1: self = .integer
        case 2: self = .fixed(try reader.read())
        case 3: self = .significant(try reader.read())
        case 4: self = .percent(try reader.read())
        case 5: self = .scientific(try reader.read())
        case 6: self = .bits
        case 7: self = .bytes
        case 8: self = .seconds
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}
