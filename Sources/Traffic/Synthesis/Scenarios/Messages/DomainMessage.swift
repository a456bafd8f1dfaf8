/// Questions to a name server and its answers, RFC 1035 section 4.
struct DomainMessage: Hashable, Sendable {
    /// What is asked for.
    enum RecordType: UInt16, Hashable, Sendable {
        case address = 1
        case address6 = 28
    }

    let identification: UInt16
    let name: String
    let type: RecordType

    /// The question, with recursion desired.
    var question: [UInt8] { header(flags: 0x0100, answers: 0) + questionSection }

    /// An answer with these addresses, for `lifetime` seconds; without any it is that there are none of this type.
    func answer(_ addresses: [IPAddress], lifetime: UInt32) -> [UInt8] {
        var bytes = header(flags: 0x8180, answers: UInt16(clamping: addresses.count)) + questionSection
        for address in addresses {
            bytes.append(Self.nameOfQuestion)
            bytes.append(type.rawValue)
            bytes.append(Self.internet)
            bytes.append(lifetime)
            bytes.append(UInt16(address.bytes.count))
            bytes += address.bytes
        }
        return bytes
    }

    /// The answer that there is no such name.
    var refusal: [UInt8] { header(flags: 0x8183, answers: 0) + questionSection }
}

extension DomainMessage {
    private static let internet: UInt16 = 1
    /// Points back to where the question names it.
    private static let nameOfQuestion: UInt16 = 0xc00c

    private func header(flags: UInt16, answers: UInt16) -> [UInt8] {
        var bytes: [UInt8] = []
        for word in [identification, flags, 1, answers, 0, 0] { bytes.append(word) }
        return bytes
    }

    private var questionSection: [UInt8] {
        var bytes: [UInt8] = []
        for label in name.utf8.split(separator: UInt8(ascii: ".")) {
            bytes.append(UInt8(label.count))
            bytes += label
        }
        bytes.append(UInt8(0))
        bytes.append(type.rawValue)
        bytes.append(Self.internet)
        return bytes
    }
}
