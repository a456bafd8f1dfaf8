extension ByteMap: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(caption)
        writer.write(fieldsCut)
        writer.write(fields)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        let caption: String? = try reader.read()
        let cut = try reader.readCount()
        self.init(caption: caption, fields: try reader.read(), fieldsCut: cut)
    }
}

extension ByteMap.Field: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(name)
        writer.write(part)
        writer.write(offset)
        writer.write(count)
        writer.write(value)
        writer.write(bytes)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        self.init(
            name: try reader.read(), part: try reader.read(), offset: try reader.readCount(),
            count: try reader.readCount(), value: try reader.read(), bytes: try reader.read())
        guard bytes.count <= count else { throw reader.damaged(.lengths) }
    }
}
