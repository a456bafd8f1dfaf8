import CPcap

/// Sends frames on an interface as they are.
final class Injector {
    private let handle: OpaquePointer

    init(_ interface: String) throws {
        var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard let handle = pcap_open_live(interface, 64, 0, 1, &message) else {
            throw NamespaceError(what: "open \(interface)")
        }
        self.handle = handle
    }

    deinit { pcap_close(handle) }

    func send(_ frame: [UInt8]) throws {
        guard pcap_sendpacket(handle, frame, Int32(frame.count)) == 0 else { throw NamespaceError(what: "send") }
    }
}
