import Traffic

/// A compiled filter: the door to libpcap's compiler and to its BPF machine.
///
/// Invariant: `program` is a `struct bpf_program` that libpcap filled, is changed by nobody afterwards, and is freed
/// once, here. Running it reads it and the packet and writes nothing, so threads may share it.
final class FilterProgram: @unchecked Sendable {
    private let program: UnsafeMutableRawPointer

    /// Compiles for the link type and the kind (live or not) of `handle`.
    /// - Throws: libpcap's message.
    init(
        _ expression: String, on handle: OpaquePointer, networkMask: UInt32 = Pcap.unknownNetworkMask
    ) throws(FilterMessage) {
        // C would take what stands before the zero for the whole.
        guard !expression.utf8.contains(0) else { throw FilterMessage(text: "it has a zero character in it") }
        let program = UnsafeMutableRawPointer.allocate(
            byteCount: Pcap.Program.size, alignment: Pcap.Program.alignment)
        guard pcapCompile(handle, program, expression, 1, networkMask) == 0 else {
            program.deallocate()
            throw FilterMessage(text: pcapText(pcapErrorMessage(handle)))
        }
        self.program = program
    }

    /// Compiles for packets of a link type, wherever they come from.
    /// - Throws: libpcap's message.
    convenience init(_ expression: String, for linkType: LinkType) throws(FilterMessage) {
        // A program accepts a packet by answering the snap length it was compiled for: with zero it would reject all.
        guard let handle = pcapOpenDead(linkType.inPrograms.rawValue, Int32(SnapLength.wholeFrames)) else {
            throw FilterMessage(text: "no memory to compile it")
        }
        defer { pcapClose(handle) }
        try self.init(expression, on: handle)
    }

    deinit {
        pcapFreeProgram(program)
        program.deallocate()
    }

    /// Whether the program accepts a packet of which `bytes` were captured.
    func accepts(_ bytes: RawSpan, originalLength: Int) -> Bool {
        let instructions = program.load(fromByteOffset: Pcap.Program.instructions, as: UnsafeRawPointer?.self)
        return bytes.withUnsafeBytes { buffer in
            // A packet of no bytes may have no address, but the machine wants one; it reads nothing there.
            let start = buffer.baseAddress ?? UnsafeRawPointer(program)
            return bpfFilter(
                instructions, start, UInt32(clamping: originalLength), UInt32(clamping: buffer.count)) != 0
        }
    }

    /// Lends the program to a function of libpcap.
    func withProgram<Result>(_ body: (UnsafeMutableRawPointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(program) }
    }
}

/// What libpcap says of an expression it refuses.
struct FilterMessage: Error, Equatable {
    let text: String
}
