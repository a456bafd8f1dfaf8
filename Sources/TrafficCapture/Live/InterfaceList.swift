internal import Glibc
import Traffic

/// The door to libpcap's list of interfaces: reads it and frees it.
///
/// Invariant: every pointer followed here belongs to the list, which stays whole until `init` returns.
struct InterfaceList {
    let interfaces: [NetworkInterface]

    init() throws(LiveCaptureError) {
        var first: UnsafeMutableRawPointer?
        let listed = withPcapMessage { pcapFindInterfaces(&first, $0) }
        guard listed.answer == 0 else { throw .cannotList(reason: listed.message) }
        defer { pcapFreeInterfaces(first) }
        interfaces = Self.chain(from: UnsafeRawPointer(first), next: Pcap.Interface.next).map(Self.interface)
    }

    /// The members of a list in C, in which each points to the next.
    private static func chain(from first: UnsafeRawPointer?, next: Int) -> [UnsafeRawPointer] {
        Array(
            sequence(state: first) { member in
                defer { member = member?.load(fromByteOffset: next, as: UnsafeRawPointer?.self) }
                return member
            })
    }

    private static func interface(at record: UnsafeRawPointer) -> NetworkInterface {
        let flags = record.load(fromByteOffset: Pcap.Interface.flags, as: UInt32.self)
        let addresses = record.load(fromByteOffset: Pcap.Interface.addresses, as: UnsafeRawPointer?.self)
        return NetworkInterface(
            name: text(in: record, at: Pcap.Interface.name),
            description: text(in: record, at: Pcap.Interface.description),
            addresses: chain(from: addresses, next: Pcap.Address.next).compactMap(address),
            isLoopback: flags & Pcap.Interface.loopback != 0,
            isUp: flags & Pcap.Interface.up != 0,
            isRunning: flags & Pcap.Interface.running != 0)
    }

    private static func text(in record: UnsafeRawPointer, at offset: Int) -> String {
        record.load(fromByteOffset: offset, as: UnsafePointer<CChar>?.self).map { String(cString: $0) } ?? ""
    }

    /// The Internet address of a record; nil for addresses of the link.
    private static func address(at record: UnsafeRawPointer) -> IPAddress? {
        guard let socket = record.load(fromByteOffset: Pcap.Address.address, as: UnsafeRawPointer?.self) else {
            return nil
        }
        switch Int32(socket.load(as: sockaddr.self).sa_family) {
        case AF_INET: return IPAddress(UInt32(bigEndian: socket.load(as: sockaddr_in.self).sin_addr.s_addr))
        case AF_INET6: return version6(socket.load(as: sockaddr_in6.self).sin6_addr)
        default: return nil
        }
    }

    private static func version6(_ address: in6_addr) -> IPAddress {
        withUnsafeBytes(of: address) { bytes in
            let halves = bytes.load(as: (UInt64, UInt64).self)
            return IPAddress(high: UInt64(bigEndian: halves.0), low: UInt64(bigEndian: halves.1))
        }
    }
}
