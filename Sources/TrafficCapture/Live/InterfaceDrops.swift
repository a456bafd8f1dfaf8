internal import Glibc

/// How many packets an interface has lost since it exists, by its driver's account: the door to the kernel's records of
/// interfaces.
///
/// libpcap reads the same two counts, but for promiscuous captures only, and from files of `/sys`, which may show the
/// interfaces of another network namespace.
///
/// Invariant: a record is read as what its address family says it is, and only before the list is freed.
enum InterfaceDrops {
    /// Where the fields of `struct rtnl_link_stats` lie; each is an unsigned number of 32 bits, and wraps.
    enum Statistics {
        static let fifoErrors = 56
        static let missedErrors = 60
    }

    /// Where a `struct sockaddr_ll` has the interface's number.
    static let indexInAddress = 4

    /// Packets that came while the interface, or its driver, had no room for them; nil for an unknown interface.
    /// - Complexity: O(*n*) in the addresses of all interfaces.
    static func count(ofInterface index: UInt32) -> UInt32? {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return nil }
        defer { freeifaddrs(first) }
        return sequence(first: first) { $0?.pointee.ifa_next }.lazy
            .compactMap { $0 }.compactMap { drops($0.pointee, ofInterface: index) }.first
    }

    private static func drops(_ record: ifaddrs, ofInterface index: UInt32) -> UInt32? {
        guard let address = record.ifa_addr, let statistics = record.ifa_data,
            Int32(address.pointee.sa_family) == AF_PACKET,
            UnsafeRawPointer(address).load(fromByteOffset: indexInAddress, as: UInt32.self) == index
        else { return nil }
        return statistics.load(fromByteOffset: Statistics.fifoErrors, as: UInt32.self)
            &+ statistics.load(fromByteOffset: Statistics.missedErrors, as: UInt32.self)
    }
}
