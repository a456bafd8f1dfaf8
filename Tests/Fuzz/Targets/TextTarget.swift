import Glibc
import Traffic

/// Text that may be an address, of a host or of an interface, or a history of a connection.
enum TextTarget {
    static func run(_ input: RawSpan) throws {
        let text = String(decoding: input.withUnsafeBytes { Array($0) }, as: UTF8.self)
        try checkAddress(text)
        if let address = HardwareAddress(text) {
            try hold(HardwareAddress(address.description) == address, "a hardware address reads what it writes")
        }
        if let history = ConnectionHistory(text) {
            try hold(history.description == text, "a history writes what it read: \(text)")
        }
    }

    /// The C library is the oracle of what an address is.
    private static func checkAddress(_ text: String) throws {
        let address = IPAddress(text)
        let expected = text.utf8.contains(0) ? nil : systemAddress(text)
        try hold(address == expected, "\(text) is \(expected?.description ?? "no address")")
        if let address { try hold(IPAddress(address.description) == address, "\(address) reads what it writes") }
    }

    private static func systemAddress(_ text: String) -> IPAddress? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return IPAddress(UInt32(bigEndian: four.s_addr)) }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        return withUnsafeBytes(of: six) { bytes in
            IPAddress(
                high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }
}
