/// Newline-delimited JSON, RFC 8259: an object for each row on a line of its own.
///
/// Numbers are JSON numbers, times and spans in seconds; what is missing, and what is not finite, is `null`.
public struct NDJSONEncoder<Row>: TableEncoder {
    /// The columns.
    public let profile: Profile<Row>
    /// The next row's place.
    public var context: RowContext
    /// For each column its name in quotes and a colon, after a brace or a comma.
    private let keys: [[UInt8]]
    private let longestKey: Int

    /// An encoder for the columns of a profile.
    public init(_ profile: Profile<Row>, context: RowContext = RowContext()) {
        self.profile = profile
        self.context = context
        keys = profile.columns.enumerated().map { position, column in
            var key = [UInt8(ascii: position == 0 ? "{" : ",")]
            let name = FieldValue.text(column.name)
            key.append(addingCapacity: name.longestText) { $0.append(asJSON: name) }
            return key + [UInt8(ascii: ":")]
        }
        longestKey = keys.map(\.count).max() ?? 0
    }

    /// Nothing stands before the rows.
    public func begin(_ bytes: inout [UInt8]) {}

    /// Writes a row.
    @specialized(where Row == Flow)
    @specialized(where Row == Packet)
    public func write(_ row: Row, into bytes: inout [UInt8]) {
        if keys.isEmpty { bytes.append(UInt8(ascii: "{")) }
        profile.write(row, context, into: &bytes, room: longestKey) { text, value, place in
            for byte in keys[place] { text.append(byte) }
            text.append(asJSON: value)
        }
        bytes.append(contentsOf: "}\n".utf8)
    }

    /// Nothing stands after them.
    public func end(_ bytes: inout [UInt8]) {}
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(asJSON value: FieldValue) {
        switch value {
        case .missing: append(ascii: "null")
        case .boolean(let isTrue): append(ascii: isTrue ? "true" : "false")
        case .integer(let number): append(decimal: number)
        case .real(let number): number.isFinite ? append(shortest: number) : append(ascii: "null")
        case .text(let text): append(escapingJSON: text)
        case .address(let address):
            append(UInt8(ascii: "\""))
            append(address)
            append(UInt8(ascii: "\""))
        case .time(let time): append(seconds: time.nanoseconds)
        case .span(let nanoseconds): append(seconds: nanoseconds)
        }
    }

    /// Text in quotes; quotes, backslashes and control characters are escaped, all else is written as it is.
    private mutating func append(escapingJSON text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<0x20:
                append(ascii: "\\u00")
                append(hexadecimal: byte)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}

extension OutputSpan<UInt8> {
    /// Writes a byte as two small hexadecimal digits.
    mutating func append(hexadecimal byte: UInt8) {
        append(Hexadecimal.digit(byte >> 4))
        append(Hexadecimal.digit(byte))
    }
}
