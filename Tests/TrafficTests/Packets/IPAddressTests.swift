import Foundation
import Testing
import Traffic

@Suite("addresses")
struct IPAddressTests {
    @Test(
        "are written as RFC 5952 wants",
        arguments: [
            ("2001:0DB8:0:0:0:0:2:1", "2001:db8::2:1"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("0:0:0:0:0:0:0:0", "::"), ("::1", "::1"), ("1::", "1::"), ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
            ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("255.255.255.255", "255.255.255.255"),
            ("0.0.0.0", "0.0.0.0"),
        ])
    func canonical(text: String, expected: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == expected)
        #expect(IPAddress(expected) == address)
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.+4", " 1.2.3.4", "1.2.3.4/8", ":", ":::",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "fe80::1%eth0", "::1.2.3", "1:2:3:4:5:6:7::8",
            "ffff:1.2.3.4::1", "1.2.3.4::", "+1::",
        ])
    func malformed(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("agree with the system's reading and writing", arguments: 1...500)
    func system(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let groups = (0..<8).map { _ in generator.integer(in: 0..<3) == 0 ? generator.integer(in: 0..<65536) : 0 }
        let number = groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
        let address = IPAddress(high: UInt64(number >> 64), low: UInt64(truncatingIfNeeded: number))
        var bytes = groups.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        var text = [CChar](repeating: 0, count: 64)
        _ = inet_ntop(AF_INET6, &bytes, &text, 64)
        let system = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        // The system also writes the long abandoned "compatible" form in dotted numbers; RFC 5952 does not ask for it.
        if !system.contains(".") { #expect(address.description == system, "seed \(seed)") }
        #expect(IPAddress(system) == address && IPAddress(address.description) == address, "seed \(seed)")
    }

    @Test("are ordered by version, then by number")
    func order() {
        let texts = ["0.0.0.1", "10.0.0.2", "10.0.0.10", "::", "::2", "1::"]
        let addresses = texts.compactMap(IPAddress.init)
        #expect(addresses.reversed().sorted() == addresses)
    }

    @Test("of one version are none of the other")
    func versions() {
        #expect(IPAddress("192.0.2.1") != IPAddress("::ffff:192.0.2.1"))
        #expect(IPAddress("::") != IPAddress("0.0.0.0"))
    }
}
