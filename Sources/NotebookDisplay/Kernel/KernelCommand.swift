/// What the runner asks of a snapshot's process. One command is one packet on the process's control channel; closing
/// the channel tells the process to end itself and everything below it.
package enum KernelCommand: Equatable {
    /// Runs a cell: in a forked child that speaks on the descriptor sent along, or, without one, in the process itself.
    case run(Run)
    /// Has the child with this number report where it is, and end.
    case stop(UInt32)
    /// Kills the child with this number and everything below it.
    case discard(UInt32)

    package struct Run: Equatable {
        /// The number by which the child is called from now on.
        package var number: UInt32
        /// Bytes of data the cell may hold beyond those of a fresh kernel; 0 for no limit.
        package var memory: UInt64
        /// The path of the cell's library.
        package var image: String
        /// The symbol to call; nil to go on in the script of several cells that has paused in the process.
        package var entry: String?
        package var arguments: [String]

        package init(number: UInt32, memory: UInt64, image: String, entry: String?, arguments: [String]) {
            self.number = number
            self.memory = memory
            self.image = image
            self.entry = entry
            self.arguments = arguments
        }
    }

    /// The longest command that is sent, in bytes.
    package static let capacity = 131_072

    package var packet: [UInt8] {
        switch self {
        case .run(let run):
            var writer = PacketWriter(kind: 1)
            writer.write(run.number)
            writer.write(run.memory)
            writer.write(run.image)
            writer.write(run.entry ?? "")
            writer.write(UInt32(run.arguments.count))
            for argument in run.arguments { writer.write(argument) }
            return writer.bytes
        case .stop(let number): return Self.packet(kind: 2, number)
        case .discard(let number): return Self.packet(kind: 3, number)
        }
    }

    package init(packet: [UInt8]) throws(DamagedPacket) {
        var reader = PacketReader(packet)
        switch try reader.read(UInt8.self) {
        case 1: self = .run(try Run(from: &reader))
        case 2: self = .stop(try reader.read())
        case 3: self = .discard(try reader.read())
        default: throw reader.damage
        }
    }

    private static func packet(kind: UInt8, _ number: UInt32) -> [UInt8] {
        var writer = PacketWriter(kind: kind)
        writer.write(number)
        return writer.bytes
    }
}

extension KernelCommand.Run {
    fileprivate init(from reader: inout PacketReader) throws(DamagedPacket) {
        number = try reader.read()
        memory = try reader.read()
        image = try reader.readText()
        let symbol = try reader.readText()
        entry = symbol.isEmpty ? nil : symbol
        arguments = try reader.readList { reader throws(DamagedPacket) in try reader.readText() }
    }
}
