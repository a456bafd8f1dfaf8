extension ICMPHeader {
    /// What stands for the ports of a control message: its type, and the type that answers it, so that a request and
    /// its reply are one flow; where nothing answers it, its code.
    func exchange(_ version: IPAddress.Version) -> (UInt16, UInt16) {
        let answer = version == .four ? Self.answers[type] : Self.answersOfVersionSix[type]
        return (UInt16(type), UInt16(answer ?? code))
    }

    /// Echo, router discovery (RFC 1256), time stamp, information and address mask (RFC 950).
    private static let answers: [UInt8: UInt8] = [
        8: 0, 0: 8, 10: 9, 9: 10, 13: 14, 14: 13, 15: 16, 16: 15, 17: 18, 18: 17,
    ]

    /// Echo, multicast listeners (RFC 2710), router and neighbour discovery (RFC 4861), node information (RFC 4620),
    /// home agents (RFC 6275).
    private static let answersOfVersionSix: [UInt8: UInt8] = [
        128: 129, 129: 128, 130: 131, 131: 130, 133: 134, 134: 133, 135: 136, 136: 135, 139: 140, 140: 139,
        144: 145, 145: 144,
    ]
}
