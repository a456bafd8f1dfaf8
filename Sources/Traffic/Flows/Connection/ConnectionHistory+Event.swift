extension ConnectionHistory {
    /// What a letter of a history stands for.
    ///
    /// `d`, `a`, `i` and `q` are noted once in each direction. `s`, `h`, `f` and `r` are noted again where the sequence
    /// number is another than before. `c`, `g`, `t` and `w` are noted at the 1st, 10th and 100th time, `t` also at
    /// the 1000th and 10 000th. `^` stands alone, without a direction.
    public enum Event: UInt8, Hashable, Sendable, CaseIterable {
        /// `s`: a SYN without ACK.
        case syn = 1
        /// `h`: a SYN with ACK, the answer in the handshake.
        case synAck
        /// `a`: an ACK without payload.
        case acknowledgement
        /// `d`: payload. For UDP, any datagram.
        case data
        /// `f`: a FIN.
        case fin
        /// `r`: a RST.
        case reset
        /// `c`: a packet with a wrong checksum, which then counts for nothing else.
        case badChecksum
        /// `g`: a content gap: the other side acknowledged bytes that were not captured.
        case gap
        /// `t`: payload that ends no later than what was already seen: sent again, or come late.
        case retransmission
        /// `w`: a window of zero, where the sender may still receive.
        case zeroWindow
        /// `i`: FIN and RST in one segment.
        case inconsistent
        /// `q`: SYN with FIN, or SYN with RST, in one segment.
        case multipleFlags
        /// `x`: the analysis was given up part of the way, for a limit. Nothing in this library sets one, so it is only
        /// found in histories written by Zeek.
        case limit
        /// `^`: the roles of initiator and responder were exchanged, against the order of the packets.
        case reversal
    }
}

extension ConnectionHistory {
    /// An event and its direction in five bits.
    struct Code: Equatable {
        static let width = 5
        static let mask: UInt8 = 0x1f
        /// Stands for all that could not be kept.
        static let cut = Code(rawValue: mask)
        private static let forward: UInt8 = 0x10

        let rawValue: UInt8

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(_ event: Event, _ direction: FlowDirection) {
            let isForward = direction == .forward && event != .reversal
            rawValue = event.rawValue | (isForward ? Self.forward : 0)
        }

        init?(letter: Character) {
            let codes = Event.allCases.flatMap { [Code($0, .forward), Code($0, .backward)] } + [.cut]
            guard let code = codes.first(where: { $0.letter == letter }) else { return nil }
            self = code
        }

        var letter: Character {
            if self == .cut { return "…" }
            let small = "?shadfrcgtwiqx^"
            let letter = small[small.index(small.startIndex, offsetBy: Int(rawValue & ~Self.forward))]
            return rawValue & Self.forward == 0 ? letter : Character(letter.uppercased())
        }
    }
}
