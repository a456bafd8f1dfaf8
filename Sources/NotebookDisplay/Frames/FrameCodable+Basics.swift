extension Int: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(number: UInt64(bitPattern: Int64((self << 1) ^ (self >> 63))))
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        let number = try reader.readNumber()
        self = Int(number >> 1) ^ -Int(number & 1)
    }
}

extension Double: FrameCodable {
    package func encode(into writer: inout FrameWriter) { writer.write(bits: bitPattern) }

    package init(from reader: inout FrameReader) throws(FrameError) { self.init(bitPattern: try reader.readBits()) }
}

extension String: FrameCodable {
    package func encode(into writer: inout FrameWriter) { writer.write(Array(utf8)) }

    package init(from reader: inout FrameReader) throws(FrameError) {
        let raw: [UInt8] = try reader.read()
        guard let text = String(validating: raw, as: UTF8.self) else { throw reader.damaged(.text) }
        self = text
    }
}

extension Bool: FrameCodable {
    package func encode(into writer: inout FrameWriter) { writer.write(byte: self ? 1 : 0) }

    package init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = false
        case 1: self = true
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}

/// Alternatives without values are coded by their number.
extension FrameCodable where Self: RawRepresentable, RawValue == UInt8 {
    package func encode(into writer: inout FrameWriter) { writer.write(byte: rawValue) }

    package init(from reader: inout FrameReader) throws(FrameError) {
        let tag = try reader.readByte()
        guard let value = Self(rawValue: tag) else { throw reader.damaged(.tag(tag)) }
        self = value
    }
}
