extension Plot.Sharing: FrameCodable {}
extension Panel.Legend: FrameCodable {}
extension Axis.Scale: FrameCodable {}

extension Plot: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(caption)
        writer.write(panels)
        writer.write(columns)
        writer.write(sharing)
        writer.write(alternative)
        writer.write(height)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(caption: try reader.read(), panels: try reader.read())
        columns = max(try reader.read(), 1)
        sharing = try reader.read()
        alternative = try reader.read()
        self = height(try reader.read())
    }
}

extension Panel: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(title)
        writer.write(marks)
        writer.write(x)
        writer.write(y)
        writer.write(legend)
        writer.write(isSquare)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(try reader.read(), marks: try reader.read(), x: try reader.read(), y: try reader.read())
        legend = try reader.read()
        isSquare = try reader.read()
    }
}

extension Axis: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(label)
        writer.write(unit)
        writer.write(scale)
        writer.write(lower)
        writer.write(upper)
        writer.write(tickRotation)
        writer.write(tickFormat)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(label: try reader.read(), unit: try reader.read())
        scale = try reader.read()
        lower = try reader.read()
        upper = try reader.read()
        tickRotation = try reader.read()
        tickFormat = try reader.read()
    }
}

extension Mark: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        switch self {
        case .curve(let curve): writer.write(tag: 0, curve)
        case .interval(let interval): writer.write(tag: 1, interval)
        case .bars(let bars): writer.write(tag: 2, bars)
        case .histogram(let histogram): writer.write(tag: 3, histogram)
        case .box(let box): writer.write(tag: 4, box)
        case .heat(let map): writer.write(tag: 5, map)
        case .span(let span): writer.write(tag: 6, span)
        case .rule(let rule): writer.write(tag: 7, rule)
        case .note(let note): writer.write(tag: 8, note)
        }
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = .curve(try reader.read())
        case 1: self = .interval(try reader.read())
        case 2: self = .bars(try reader.read())
        case 3: self = .histogram(try reader.read())
        case 4: self = .box(try reader.read())
        case 5: self = .heat(try reader.read())
        case 6: self = .span(try reader.read())
        case 7: self = .rule(try reader.read())
        case 8: self = .note(try reader.read())
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}

extension Omission: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(unpaired)
        writer.write(thinned)
        writer.write(undefined)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(
            unpaired: try reader.readCount(), thinned: try reader.readCount(), undefined: try reader.readCount())
    }
}
