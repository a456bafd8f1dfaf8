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

    /// An encoder for the columns of a profile.
    public init(_ profile: Profile<Row>, context: RowContext = RowContext()) {
        self.profile = profile
        self.context = context
        keys = profile.columns.enumerated().map { position, column in
            var key = [UInt8(ascii: position == 0 ? "{" : ",")]
            key.append(jsonText: column.name)
            key.append(UInt8(ascii: ":"))
            return key
        }
    }

    /// Nothing stands before the rows.
    public func begin(_ bytes: inout [UInt8]) {}

    /// Writes a row.
    public func write(_ row: Row, into bytes: inout [UInt8]) {
        if keys.isEmpty { bytes.append(UInt8(ascii: "{")) }
        for (key, column) in zip(keys, profile.columns) {
            bytes.append(contentsOf: key)
            bytes.append(asJSON: column.value(of: row, in: context))
        }
        bytes.append(contentsOf: "}\n".utf8)
    }

    /// Nothing stands after them.
    public func end(_ bytes: inout [UInt8]) {}
}

extension [UInt8] {
    fileprivate mutating func append(asJSON value: FieldValue) {
        switch value {
        case .missing: append(contentsOf: "null".utf8)
        case .boolean(let isTrue): append(contentsOf: (isTrue ? "true" : "false").utf8)
        case .integer(let number): append(decimal: number)
        case .real(let number): number.isFinite ? append(shortest: number) : append(contentsOf: "null".utf8)
        case .text(let text): append(jsonText: text)
        case .address(let address):
            append(UInt8(ascii: "\""))
            append(address)
            append(UInt8(ascii: "\""))
        case .time(let time): append(seconds: time.nanoseconds)
        case .span(let nanoseconds): append(seconds: nanoseconds)
        }
    }

    /// Text in quotes; quotes, backslashes and control characters are escaped, all else is written as it is.
    fileprivate mutating func append(jsonText text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<0x20:
                append(contentsOf: "\\u00".utf8)
                append(hexadecimal: byte)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}

extension [UInt8] {
    /// Writes a byte as two small hexadecimal digits.
    mutating func append(hexadecimal byte: UInt8) {
        for digit in [byte >> 4, byte & 0xf] {
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
