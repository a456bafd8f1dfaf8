extension Packet {
    /// The packet's bytes, cut into the fields of its headers and what these carry.
    ///
    ///     for field in packet.fields(in: bytes) { print(field.range, field.name, field.value ?? "") }
    ///
    /// Every captured byte is in exactly one field, and the fields are in the order of their bytes. Of a packet in a
    /// tunnel the innermost headers are told apart. A field that is cut short with the capture has no value. Headers
    /// that could not be decoded are part of what is carried.
    /// - Parameter bytes: the packet as captured, from the link header on: those it was decoded from.
    /// - Returns: the fields, none of them empty.
    public func fields(in bytes: RawSpan) -> [PacketField] {
        var cutter = FieldCutter(end: bytes.byteCount)
        cutLink(&cutter)
        if let network, let networkOffset {
            cutter.take(
                until: networkOffset, tunnel == nil ? "Further headers" : "Headers", tunnel == nil ? .link : .tunnel)
            cutNetwork(network, at: networkOffset, &cutter)
            cutter.take(until: bytes.byteCount, "Padding", .trailer)
        } else {
            cutter.take(until: bytes.byteCount, "Payload", .payload)
        }
        return cutter.pieces.map { $0.field(bytes) }
    }

    private func cutLink(_ cutter: inout FieldCutter) {
        if link.type == .ethernet {
            cutter.take(FieldLayout.ethernet, .link, until: Ethernet.headerLength)
        } else if let networkOffset, tunnel == nil {
            cutter.take(until: networkOffset, "Header", .link)
        }
    }

    private func cutNetwork(_ network: IPHeader, at offset: Int, _ cutter: inout FieldCutter) {
        let isVersion4 = network.version == .four
        let part = PacketField.Part.network(network.version)
        let start = offset + network.headerLength
        let end = start + network.payloadLength
        cutter.take(isVersion4 ? FieldLayout.version4 : FieldLayout.version6, part, until: start)
        cutter.take(until: start, isVersion4 ? "Options" : "Extension headers", part)
        if let transport {
            let part = PacketField.Part.transport(network.carriedProtocol)
            cutter.take(FieldLayout.layout(of: transport), part, until: end)
            cutter.take(until: min(start + transport.length, end), transport.restName, part)
        }
        cutter.take(until: end, "Payload", .payload)
    }
}

extension TransportHeader {
    /// What the bytes of the header are called that stand behind those of its layout.
    fileprivate var restName: String { if case .tcp = self { "Options" } else { "Rest of header" } }
}

/// Cuts bytes into pieces, from the first to the last.
private struct FieldCutter {
    struct Piece {
        let name: String
        let part: PacketField.Part
        let range: Range<Int>
        /// How the bytes are told; nil where they are not, or not whole.
        let kind: FieldLayout.Kind?

        func field(_ bytes: RawSpan) -> PacketField {
            PacketField(name: name, part: part, range: range, value: kind.flatMap { $0.value(bytes.extracting(range)) })
        }
    }

    private let end: Int
    private(set) var pieces: [Piece] = []
    private var place = 0

    init(end: Int) { self.end = end }

    /// Takes the bytes up to `limit` as one piece, where there are any.
    mutating func take(until limit: Int, _ name: String, _ part: PacketField.Part, _ kind: FieldLayout.Kind? = nil) {
        let limit = min(limit, end)
        guard limit > place else { return }
        pieces.append(Piece(name: name, part: part, range: place..<limit, kind: kind))
        place = limit
    }

    /// Takes the fields of a header, as far as they stand before `limit`.
    mutating func take(_ layout: [FieldLayout.Entry], _ part: PacketField.Part, until limit: Int) {
        let limit = min(limit, end)
        for entry in layout {
            let isWhole = place + entry.count <= limit
            take(until: min(place + entry.count, limit), entry.name, part, isWhole ? entry.kind : nil)
        }
    }
}
