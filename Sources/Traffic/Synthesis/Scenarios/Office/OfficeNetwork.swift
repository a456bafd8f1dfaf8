/// Which addresses the office and its surroundings have: private ones inside, those for documentation and benchmarks
/// outside (RFC 1918, RFC 5737, RFC 3849, RFC 2544), so that nobody's real address is ever named.
enum OfficeNetwork {
    static let nameServer = IPAddress(10, 1, 0, 2)
    static let backupServer = IPAddress(10, 1, 0, 5)
    static let shellServer = IPAddress(10, 1, 0, 22)
    static let webServer = IPAddress(10, 1, 0, 80)
    /// An address at which no host answers any more.
    static let deadServer = IPAddress(10, 1, 0, 99)
    static let mailServer = IPAddress(192, 0, 2, 25)
    static let updateServer = IPAddress(192, 0, 2, 80)
    /// The most clients there is room for.
    static let mostClients = 40_000

    /// A client's address; numbers begin at zero.
    static func client(_ number: Int) -> IPAddress { IPAddress(0x0a01_0100 + UInt32(clamping: number + 1)) }

    /// The same client's address of version 6.
    static func client6(_ number: Int) -> IPAddress {
        IPAddress(high: 0x2001_0db8_0001_0000, low: UInt64(number + 0x101))
    }

    /// An address of the office's network of 65,536, taken by somebody or not.
    static func inside(_ number: Int) -> IPAddress {
        IPAddress(0x0a01_0000 | UInt32(truncatingIfNeeded: number & 0xffff))
    }

    /// One of 381 servers outside, those for mail and updates included.
    static func server(_ number: Int) -> IPAddress {
        let networks: [UInt32] = [0xc000_0200, 0xc633_6400, 0xcb00_7100]
        let place = ((number % 381) + 381) % 381
        return IPAddress(networks[place / 127] + UInt32(place % 127 + 1))
    }

    /// The same server's address of version 6.
    static func server6(_ number: Int) -> IPAddress { IPAddress(high: 0x2001_0db8_5000_0000, low: UInt64(number + 1)) }

    /// How many addresses there are from which nothing good comes.
    static let attackerCount = 127

    /// An address from which nothing good comes; numbers begin at zero.
    static func attacker(_ number: Int) -> IPAddress { IPAddress(203, 0, 113, UInt8(128 + number % attackerCount)) }

    /// One of 65,536 addresses that floods pretend to come from.
    static func spoofed(_ number: Int) -> IPAddress { IPAddress(0xc612_0000 | UInt32(number & 0xffff)) }

    /// One of 32,768 machines of content networks.
    static func edge(_ number: Int) -> IPAddress { IPAddress(0xc613_0000 | UInt32(number & 0x7fff)) }

    /// The same machine's address of version 6.
    static func edge6(_ number: Int) -> IPAddress {
        IPAddress(high: 0x2001_0db8_cd00_0000, low: UInt64(number & 0x7fff) + 1)
    }

    /// One of 32,768 people outside who look at the office's own pages.
    static func visitor(_ number: Int) -> IPAddress { IPAddress(0xc613_8000 | UInt32(number & 0x7fff)) }

    /// A host's own hardware address inside; outside, that of the router on the way there.
    static func hardware(of address: IPAddress) -> HardwareAddress {
        let isInside =
            address.version == .four ? address.low >> 16 == 0x0a01 : address.high == 0x2001_0db8_0001_0000
        return HardwareAddress(rawValue: isInside ? 0x020a_0100_0000 | address.low & 0xffff : 0x0200_0000_0001)
    }
}
