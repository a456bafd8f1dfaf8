/// Comma-separated values, RFC 4180: a header with the names, then a line for each row.
///
/// Lines end with CR and LF, as the RFC has it. A field is quoted only where it has to be. What is missing is an empty
/// field, and yes and no are `true` and `false`.
public struct CSVEncoder<Row>: TableEncoder {
    /// The columns.
    public let profile: Profile<Row>
    /// The next row's place.
    public var context: RowContext

    /// An encoder for the columns of a profile.
    public init(_ profile: Profile<Row>, context: RowContext = RowContext()) {
        self.profile = profile
        self.context = context
    }

    /// Writes the header.
    public func begin(_ bytes: inout [UInt8]) {
        for (position, column) in profile.columns.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            let name = FieldValue.text(column.name)
            bytes.append(addingCapacity: name.longestText) { $0.append(asCSV: name) }
        }
        bytes.append(contentsOf: Self.lineEnd)
    }

    /// Writes a row.
    @specialized(where Row == Flow)
    @specialized(where Row == Packet)
    public func write(_ row: Row, into bytes: inout [UInt8]) {
        profile.write(row, context, into: &bytes, room: 1) { text, value, place in
            if place > 0 { text.append(UInt8(ascii: ",")) }
            text.append(asCSV: value)
        }
        bytes.append(contentsOf: Self.lineEnd)
    }

    /// Nothing stands at the end.
    public func end(_ bytes: inout [UInt8]) {}

    private static var lineEnd: String.UTF8View { "\r\n".utf8 }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(asCSV value: FieldValue) {
        switch value {
        case .missing: break
        case .boolean(let isTrue): append(ascii: isTrue ? "true" : "false")
        case .integer(let number): append(decimal: number)
        case .real(let number): if number.isFinite { append(shortest: number) }
        case .text(let text): append(quoting: text)
        case .address(let address): append(address)
        case .time(let time): append(seconds: time.nanoseconds)
        case .span(let nanoseconds): append(seconds: nanoseconds)
        }
    }

    /// Text, within quotes where it holds a comma, a quote or a line end.
    private mutating func append(quoting text: String) {
        let quote = UInt8(ascii: "\"")
        let isSpecial: (UInt8) -> Bool = { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13 }
        guard text.utf8.contains(where: isSpecial) else { return append(ascii: text) }
        append(quote)
        for byte in text.utf8 {
            if byte == quote { append(quote) }
            append(byte)
        }
        append(quote)
    }
}
