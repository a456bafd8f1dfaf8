import Testing
import Traffic
import TrafficCapture

@Suite("expressions that are no filters")
struct PacketFilterErrorTests {
    /// An expression, and under it a caret where the fault is; none where no place can be told.
    static let places = [
        """
        tcp port 80 adn host 192.0.2.1
                    ^
        """,
        """
        tcp and
               ^
        """,
        """
        tcp and prot 80
                ^
        """,
        """
        (tcp or udp
                   ^
        """,
        """
        tcp) or udp
           ^
        """,
        """
        tcp[13
              ^
        """,
        """
        tcp[13] & 2 !=
                      ^
        """,
        """
        tcp[13] ! 2
                ^
        """,
        """
        port 80 or or port 81
                      ^
        """,
        """
        portrange 1-
                  ^
        """,
        """
        udp and port nonsense
                     ^
        """,
        """
        net 300.1.2.3
            ^
        """,
        """
        tcp port 99999
                 ^
        """,
        """
        vlan 5000
             ^
        """,
        """
        @@
        ^
        """,
    ]

    @Test("show the place of the fault", arguments: places)
    func place(picture: String) throws {
        let lines = picture.split(separator: "\n").map(String.init)
        let error = try #require(throws: PacketFilterError.self) { try PacketFilter(lines[0], for: .ethernet) }
        #expect(error.position == lines[1].count - 1)
        #expect(error.description.contains("\n    \(lines[0])\n    \(lines[1])\n"), "\(error)")
    }

    static let remedies: [(expression: String, link: LinkType, says: String)] = [
        ("ip broadcast", .ethernet, "name the broadcast address instead, as in 'dst host 192.0.2.255'"),
        ("tcp and udp", .ethernet, "no packet can meet all its conditions"),
        ("ether host 02:00:00:00:00:01", .raw, "see pcap-filter(7)"),
        ("wlan type mgt", .ethernet, "supported only on 802.11"),
        ("port nonsense", .ethernet, "write the port's number"),
        ("ip proto nonsense", .ethernet, "write the protocol's number"),
        ("tcp\0 or udp", .ethernet, "it has a zero character in it"),
    ]

    @Test("say what to do", arguments: remedies.indices)
    func remedy(row: Int) throws {
        let row = Self.remedies[row]
        let error = try #require(throws: PacketFilterError.self) { try PacketFilter(row.expression, for: row.link) }
        #expect(error.description.contains(row.says), "\(error)")
        #expect(error.description.hasPrefix("filter"), "\(error)")
    }
}
