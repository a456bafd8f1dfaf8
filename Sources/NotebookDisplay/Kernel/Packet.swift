/// Writes the binary form in which kernel and runner speak: little-endian words, texts as length and UTF-8.
///
/// It is not that of frames, because the kernel's side is in part C, which writes it while a cell is dying: words of a
/// fixed size take neither memory nor time there.
package struct PacketWriter {
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []

    package init(kind: UInt8) { bytes.append(kind) }

    package mutating func write<Word: FixedWidthInteger>(_ word: Word) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func write(_ text: String) {
        write(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func write(raw part: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: part) }
}

/// A packet that ends too early or says something unknown.
package struct DamagedPacket: Error, Equatable {
    /// The position in the packet at which reading failed, in bytes.
    package var offset: Int
}

/// Reads what `PacketWriter` and the kernel's C side write. Every length is checked before anything is taken.
package struct PacketReader {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether everything has been read.
    package var isAtEnd: Bool { position == bytes.count }

    /// The error for damage at this position.
    package var damage: DamagedPacket { DamagedPacket(offset: position) }

    package mutating func read<Word: FixedWidthInteger>(_ type: Word.Type = Word.self) throws(DamagedPacket) -> Word {
        let part = try take(MemoryLayout<Word>.size)
        return part.reversed().reduce(Word.zero) { $0 << 8 | Word(truncatingIfNeeded: $1) }
    }

    /// A text; bytes that are no UTF-8 become replacement characters.
    package mutating func readText() throws(DamagedPacket) -> String {
        String(decoding: try take(Int(try read(UInt32.self))), as: UTF8.self)
    }

    /// The bytes of a text as they are.
    package mutating func readBytes() throws(DamagedPacket) -> [UInt8] { Array(try take(Int(try read(UInt32.self)))) }

    /// Everything that is left.
    package mutating func readRest() -> [UInt8] {
        defer { position = bytes.count }
        return Array(bytes[position...])
    }

    /// As many elements as the packet says, each of at least one byte.
    package mutating func readList<Element>(
        _ element: (inout PacketReader) throws(DamagedPacket) -> Element
    ) throws(DamagedPacket) -> [Element] {
        let count = Int(try read(UInt32.self))
        guard count <= bytes.count - position else { throw damage }
        var list: [Element] = []
        for _ in 0..<count { list.append(try element(&self)) }
        return list
    }

    private mutating func take(_ count: Int) throws(DamagedPacket) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - position else { throw damage }
        defer { position += count }
        return bytes[position..<position + count]
    }
}
