extension Curve.Style: FrameCodable {}
extension Interval.Style: FrameCodable {}
extension Span.Direction: FrameCodable {}

extension Curve: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(name)
        writer.write(style)
        writer.write(x)
        writer.write(y)
        writer.write(omitted)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init([], [], style: .line, name: try reader.read())
        style = try reader.read()
        x = try reader.read()
        y = try reader.readColumn(like: x)
        omitted = try reader.read()
    }
}

extension Interval: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(name)
        writer.write(style)
        writer.write(x)
        writer.write(low)
        writer.write(high)
        writer.write(middle)
        writer.write(omitted)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        let name: String? = try reader.read()
        self.init(try reader.read(), name: name, x: [], columns: [[], []])
        x = try reader.read()
        low = try reader.readColumn(like: x)
        high = try reader.readColumn(like: x)
        middle = try reader.readColumn(like: style == .ribbon ? [] : x)
        omitted = try reader.read()
    }
}

extension Bars: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(name)
        writer.write(categories)
        writer.write(values)
        writer.write(omitted)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        let name: String? = try reader.read()
        let categories: [String] = try reader.read()
        self.init([String](), [Double](), name: name)
        self.categories = categories
        values = try reader.readColumn(like: categories)
        omitted = try reader.read()
    }
}

extension Histogram: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(name)
        writer.write(edges)
        writer.write(counts)
        writer.write(omitted)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init([Double](), name: try reader.read())
        edges = try reader.read()
        counts = try reader.readColumn(like: edges.dropFirst())
        guard counts.allSatisfy((0..<(1 << 40)).contains) else { throw reader.damaged(.number) }
        omitted = try reader.read()
    }
}

extension Box: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(name)
        writer.write(count)
        for statistic in Self.statistics { writer.write(self[keyPath: statistic]) }
        writer.write(outliers)
        writer.write(omitted)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(try reader.read(), [Double]())
        count = try reader.readCount()
        for statistic in Self.statistics { self[keyPath: statistic] = try reader.read() }
        outliers = try reader.read()
        omitted = try reader.read()
    }

    private static var statistics: [WritableKeyPath<Box, Double>] {
        [\.median, \.lowerQuartile, \.upperQuartile, \.lowerWhisker, \.upperWhisker]
    }
}

extension HeatMap: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(columns)
        writer.write(rows)
        writer.write(values)
        writer.write(label)
        writer.write(format)
        writer.write(isAnnotated)
        writer.write(omitted)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        let (columns, rows): ([String], [String]) = (try reader.read(), try reader.read())
        self.init([[Double]](), columns: [String](), rows: [String]())
        self.columns = columns
        self.rows = rows
        values = try reader.read()
        let (fields, overflow) = columns.count.multipliedReportingOverflow(by: rows.count)
        guard !overflow, values.count == fields else { throw reader.damaged(.lengths) }
        label = try reader.read()
        format = try reader.read()
        isAnnotated = try reader.read()
        omitted = try reader.read()
    }
}

extension Span: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(direction)
        writer.write(lower)
        writer.write(upper)
        writer.write(label)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(0.0...0.0)
        direction = try reader.read()
        lower = try reader.read()
        upper = try reader.read()
        label = try reader.read()
    }
}

extension Rule: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        switch course {
        case .vertical(let x): writer.write(tag: 0, x)
        case .horizontal(let y): writer.write(tag: 1, y)
        case .slanted(let slope, let intercept):
            writer.write(tag: 2, slope)
            writer.write(intercept)
        }
        writer.write(label)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self.init(x: try reader.read())
        case 1: self.init(y: try reader.read())
        case 2: self.init(slope: try reader.read(), intercept: try reader.read())
        case let tag: throw reader.damaged(.tag(tag))
        }
        label = try reader.read()
    }
}

extension Note: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(text)
        writer.write(x)
        writer.write(y)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(try reader.read(), x: try reader.read(), y: try reader.read())
    }
}

extension FrameReader {
    /// A column that must be as long as the one it belongs to.
    fileprivate mutating func readColumn<Value: FrameCodable>(
        like other: some Collection
    ) throws(FrameError) -> [Value] {
        let column: [Value] = try read()
        guard column.count == other.count else { throw damaged(.lengths) }
        return column
    }
}
