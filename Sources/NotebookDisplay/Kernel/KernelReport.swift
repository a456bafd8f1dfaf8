/// What a process of the kernel tells the runner, one packet each. The last report of a cell that ends its process and
/// the observations are written by the kernel's C side (`endings.c`, `observe.c`), in the same form.
package enum KernelReport: Equatable {
    /// The first report of the root.
    case hello(version: UInt32)
    /// A run of observation records, decoded by `Observation`.
    case observed([UInt8])
    /// The cell succeeded; the process waits as the snapshot after it.
    case completed(Completion)
    /// Why the process is about to end.
    case ended(LastReport)
    /// A child of the reporting process has ended, and everything it left behind.
    case reaped(Reaping)

    /// Changes with every change of the form of commands and reports.
    package static let version: UInt32 = 2

    package struct Usage: Equatable {
        package var wallNanoseconds: UInt64
        package var userMicroseconds: UInt64
        package var systemMicroseconds: UInt64
        package var peakBytes: UInt64

        package init(wallNanoseconds: UInt64, userMicroseconds: UInt64, systemMicroseconds: UInt64, peakBytes: UInt64) {
            self.wallNanoseconds = wallNanoseconds
            self.userMicroseconds = userMicroseconds
            self.systemMicroseconds = systemMicroseconds
            self.peakBytes = peakBytes
        }
    }

    /// An address inside a cell: the path of its library and the offset from where that is loaded.
    package struct Frame: Hashable, Sendable {
        package var image: String
        package var offset: UInt64
    }

    package struct Note: Equatable {
        /// `enum notice` of the kernel's C side.
        package var kind: UInt8
        package var number: UInt64
        package var text: String
        package var frames: [Frame]
    }

    package struct Completion: Equatable {
        /// `enum kernel_bond`: 0 when the process may be forked.
        package var bond: UInt8
        package var usage: Usage
        package var notes: [Note]
    }

    package struct LastReport: Equatable {
        /// `enum kernel_ending`.
        package var reason: UInt8
        /// The number of the signal, or the exit code.
        package var code: Int64
        package var isStackOverflow: Bool
        package var wallNanoseconds: UInt64
        /// Bytes of data the process held at its end.
        package var dataBytes: UInt64
        package var text: String
        package var frames: [Frame]
    }

    package struct Reaping: Equatable {
        package var number: UInt32
        /// The status as wait(2) gives it.
        package var status: Int32
        package var usage: Usage

        package init(number: UInt32, status: Int32, usage: Usage) {
            self.number = number
            self.status = status
            self.usage = usage
        }
    }
}

extension KernelReport {
    package static func helloPacket() -> [UInt8] {
        var writer = PacketWriter(kind: 1)
        writer.write(version)
        return writer.bytes
    }

    package static func observedPacket(_ records: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var writer = PacketWriter(kind: 2)
        writer.write(raw: records)
        return writer.bytes
    }

    /// A completion whose notes are in the form in which the C side wrote them.
    package static func completedPacket(
        bond: UInt8, usage: Usage, noteCount: UInt32, notes: UnsafeBufferPointer<UInt8>
    ) -> [UInt8] {
        var writer = PacketWriter(kind: 3)
        writer.write(bond)
        write(usage, to: &writer)
        writer.write(noteCount)
        writer.write(raw: notes)
        return writer.bytes
    }

    package static func reapedPacket(_ reaping: Reaping) -> [UInt8] {
        var writer = PacketWriter(kind: 5)
        writer.write(reaping.number)
        writer.write(reaping.status)
        write(reaping.usage, to: &writer)
        return writer.bytes
    }

    package init(packet: [UInt8]) throws(DamagedPacket) {
        var reader = PacketReader(packet)
        switch try reader.read(UInt8.self) {
        case 1: self = .hello(version: try reader.read())
        case 2: self = .observed(reader.readRest())
        case 3: self = .completed(try Completion(from: &reader))
        case 4: self = .ended(try LastReport(from: &reader))
        case 5: self = .reaped(try Reaping(from: &reader))
        default: throw reader.damage
        }
    }

    private static func write(_ usage: Usage, to writer: inout PacketWriter) {
        writer.write(usage.wallNanoseconds)
        writer.write(usage.userMicroseconds)
        writer.write(usage.systemMicroseconds)
        writer.write(usage.peakBytes)
    }
}

extension KernelReport.Usage {
    fileprivate init(from reader: inout PacketReader) throws(DamagedPacket) {
        wallNanoseconds = try reader.read()
        userMicroseconds = try reader.read()
        systemMicroseconds = try reader.read()
        peakBytes = try reader.read()
    }
}

extension KernelReport.Frame {
    fileprivate static func list(from reader: inout PacketReader) throws(DamagedPacket) -> [Self] {
        try reader.readList { reader throws(DamagedPacket) in
            Self(image: try reader.readText(), offset: try reader.read())
        }
    }
}

extension KernelReport.Completion {
    fileprivate init(from reader: inout PacketReader) throws(DamagedPacket) {
        bond = try reader.read()
        usage = try KernelReport.Usage(from: &reader)
        notes = try reader.readList { reader throws(DamagedPacket) in
            KernelReport.Note(
                kind: try reader.read(), number: try reader.read(), text: try reader.readText(),
                frames: try KernelReport.Frame.list(from: &reader))
        }
    }
}

extension KernelReport.LastReport {
    fileprivate init(from reader: inout PacketReader) throws(DamagedPacket) {
        reason = try reader.read()
        code = try reader.read()
        isStackOverflow = try reader.read(UInt8.self) != 0
        wallNanoseconds = try reader.read()
        dataBytes = try reader.read()
        text = try reader.readText()
        frames = try KernelReport.Frame.list(from: &reader)
    }
}

extension KernelReport.Reaping {
    fileprivate init(from reader: inout PacketReader) throws(DamagedPacket) {
        number = try reader.read()
        status = try reader.read()
        usage = try KernelReport.Usage(from: &reader)
    }
}
