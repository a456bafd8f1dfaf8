/// The options of an interface description block that matter here.
struct InterfaceOptions: Equatable {
    private(set) var name: String?
    private(set) var resolution = TimestampResolution.microseconds
    /// Seconds to be added to every time stamp.
    private(set) var offset: Int64 = 0

    private static let nameLimit = 255

    private enum Code {
        static let end: UInt16 = 0
        static let name: UInt16 = 2
        static let resolution: UInt16 = 9
        static let offset: UInt16 = 14
    }

    /// Reads the options that lie at `range`.
    /// - Returns: the fault of the option that makes no sense, or nil.
    mutating func read(_ bytes: RawSpan, in range: Range<Int>, _ order: ByteOrder) -> CaptureFault? {
        var place = range.lowerBound
        while range.upperBound - place >= 4 {
            let code: UInt16 = bytes.integer(at: place, order)
            let length = Int(bytes.integer(at: place + 2, order, as: UInt16.self))
            if code == Code.end { return nil }
            let value = (place + 4)..<(place + 4 + length)
            guard value.upperBound <= range.upperBound, take(code, bytes, value, order) else {
                return .badInterfaceOption(code: Int(code), length: length)
            }
            place = value.lowerBound + (length + 3) & ~3
        }
        return nil
    }

    /// Takes up one option; false where its length is not one that its kind allows.
    private mutating func take(_ code: UInt16, _ bytes: RawSpan, _ value: Range<Int>, _ order: ByteOrder) -> Bool {
        switch code {
        case Code.name:
            name = Self.text(bytes, value.prefix(Self.nameLimit))
        case Code.resolution:
            guard value.count == 1 else { return false }
            let byte: UInt8 = bytes.integer(at: value.lowerBound, order)
            resolution = TimestampResolution(base: byte < 0x80 ? .ten : .two, exponent: Int(byte & 0x7f))
        case Code.offset:
            guard value.count == 8 else { return false }
            offset = bytes.integer(at: value.lowerBound, order)
        default: break
        }
        return true
    }

    /// The text at `range`, without the zeros that some programs end it with.
    private static func text(_ bytes: RawSpan, _ range: Range<Int>) -> String {
        let text = range.map { bytes.integer(at: $0, .little, as: UInt8.self) }.prefix { $0 != 0 }
        return String(decoding: text, as: UTF8.self)
    }
}
