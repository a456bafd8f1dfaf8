/// Zeek's own log format: values separated by tabs, below a header that names the fields and their types.
///
/// Times have six decimals, as there. What is missing is `-`, an empty text `(empty)`. Bytes that would break a line
/// are written as `\x09`, and a text that looks like one of the two marks is escaped too.
public struct ZeekEncoder<Row>: TableEncoder {
    /// The columns.
    public let profile: Profile<Row>
    /// The next row's place.
    public var context: RowContext
    /// What the log is of: `conn` for flows.
    public let path: String
    /// When the log was opened and closed: as of the world, or of the capture where the log is to be the same each
    /// time.
    public var opened: Timestamp
    /// When it is closed; the time it was opened until told otherwise. The time of the last packet keeps the log the
    /// same each time.
    public var closed: Timestamp

    /// An encoder for the columns of a profile.
    public init(
        _ profile: Profile<Row>, path: String = "conn", opened: Timestamp = Timestamp(nanoseconds: 0),
        context: RowContext = RowContext()
    ) {
        self.profile = profile
        self.context = context
        self.path = path
        self.opened = opened
        closed = opened
    }

    /// Writes the header.
    public func begin(_ bytes: inout [UInt8]) {
        let fields = profile.columns.map(\.name).joined(separator: "\t")
        let types = profile.columns.map(\.type.zeekName).joined(separator: "\t")
        let lines = [
            "#separator \\x09", "#set_separator\t,", "#empty_field\t(empty)", "#unset_field\t-", "#path\t\(path)",
            "#open\t\(CalendarTime(opened).zeekText)", "#fields\t\(fields)", "#types\t\(types)",
        ]
        for line in lines { bytes.append(contentsOf: "\(line)\n".utf8) }
    }

    /// Writes a row.
    @specialized(where Row == Flow)
    @specialized(where Row == Packet)
    public func write(_ row: Row, into bytes: inout [UInt8]) {
        profile.write(row, context, into: &bytes, room: 8) { text, value, place in
            if place > 0 { text.append(UInt8(ascii: "\t")) }
            text.append(asZeek: value)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Writes the line that says the log is whole.
    public func end(_ bytes: inout [UInt8]) {
        bytes.append(contentsOf: "#close\t\(CalendarTime(closed).zeekText)\n".utf8)
    }
}

extension FieldType {
    /// The name of the type in a log's header.
    fileprivate var zeekName: String {
        switch self {
        case .boolean: "bool"
        case .count: "count"
        case .integer: "int"
        case .real: "double"
        case .span: "interval"
        case .time: "time"
        case .address: "addr"
        case .port: "port"
        case .word: "enum"
        case .text: "string"
        case .list: "set[string]"
        }
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(asZeek value: FieldValue) {
        switch value {
        case .missing: append(UInt8(ascii: "-"))
        case .boolean(let isTrue): append(UInt8(ascii: isTrue ? "T" : "F"))
        case .integer(let number): append(decimal: number)
        case .real(let number): number.isFinite ? append(shortest: number) : append(UInt8(ascii: "-"))
        case .text(let text): append(zeekText: text)
        case .address(let address): append(address)
        case .time(let time): append(secondsInMicroseconds: time.nanoseconds)
        case .span(let nanoseconds): append(secondsInMicroseconds: nanoseconds)
        }
    }

    private mutating func append(zeekText text: String) {
        if text.isEmpty { return append(ascii: "(empty)") }
        var isEscaped = text == "-" || text == "(empty)"
        for byte in text.utf8 {
            if isEscaped || byte < 0x20 || byte == 0x7f || byte == UInt8(ascii: "\\") {
                append(ascii: "\\x")
                append(hexadecimal: byte)
            } else {
                append(byte)
            }
            isEscaped = false
        }
    }
}
