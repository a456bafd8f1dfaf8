import Traffic

/// A way to meter packets: those of files, or those of an interface.
protocol Metering {
    /// Makes flows of the packets.
    func run(_ writer: RowWriter<Flow>) throws -> MeteringOutcome
    /// Makes a row of each packet.
    func run(_ writer: RowWriter<Packet>) throws -> MeteringOutcome
}
