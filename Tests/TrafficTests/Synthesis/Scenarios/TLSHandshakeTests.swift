import Testing

@testable import Traffic

@Suite("TLS greetings")
struct TLSHandshakeTests {
    private static let handshake = TLSHandshake(name: "www.example", seed: 3)

    /// Type, version and length of the records in `bytes`; empty where they do not fill them.
    private static func records(_ bytes: [UInt8]) -> [[Int]] {
        var (records, place): ([[Int]], Int) = ([], 0)
        while place + 5 <= bytes.count {
            let length = Int(bytes[place + 3]) << 8 | Int(bytes[place + 4])
            records.append([Int(bytes[place]), Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]), length])
            place += 5 + length
        }
        return place == bytes.count ? records : []
    }

    /// RFC 8446 section 5.1.
    @Test("only the client's greeting may come in a record that calls itself older than TLS 1.2")
    func versions() {
        #expect(Self.records(Self.handshake.clientHello).map { $0.prefix(2) } == [[22, 0x301]])
        #expect(Self.records(Self.handshake.serverHello).map { $0.prefix(2) } == [[22, 0x303], [20, 0x303]])
    }
}
