internal import Glibc
import Traffic

/// A live capture of libpcap: the door to its functions, which closes it when released.
///
/// Invariant: one thread at a time uses it; a record and its bytes are touched inside the dispatch that yields them
/// only.
final class LiveHandle {
    let handle: OpaquePointer

    /// A capture that is not active yet.
    init(interface: String) throws(LiveCaptureError) {
        let created = withPcapMessage { pcapCreate(interface, $0) }
        guard let handle = created.answer else {
            throw .cannotOpen(name: interface, reason: created.message)
        }
        self.handle = handle
    }

    deinit { pcapClose(handle) }

    /// How the first bytes of packets are to be read.
    var linkType: LinkType { LinkType(rawValue: pcapLinkType(handle)) }

    /// The socket the kernel gives packets to; there is one once the capture is active.
    var socket: PacketSocket { PacketSocket(descriptor: pcapDescriptor(handle)) }

    /// What a dispatch came to.
    enum Dispatched {
        /// It handed over this many packets; fewer than asked for means that no more were waiting.
        case frames(Int)
        /// The sink wanted no more.
        case refused
        /// libpcap's reason.
        case failed(String)
    }

    /// Hands at most `limit` waiting packets to `sink`; waits for none.
    func dispatch(atMost limit: Int, to sink: FrameSink) -> Dispatched {
        let count = pcapDispatch(
            handle, Int32(clamping: limit),
            { user, record, bytes in
                guard let user, let record, let bytes else { return }
                Unmanaged<FrameSink>.fromOpaque(user).takeUnretainedValue().take(record: record, bytes: bytes)
            }, Unmanaged.passUnretained(sink).toOpaque())
        switch count {
        case 0...: return .frames(Int(count))
        case Pcap.reachedEnd: return .refused
        default: return .failed(pcapText(pcapErrorMessage(handle)))
        }
    }

    /// Ends the dispatch that is handing over a packet just now, after that packet.
    func interruptDispatch() {
        pcapBreak(handle)
    }

    /// Takes the kernel's counts over; leaves them as they are where it does not tell.
    func read(into counters: inout KernelCounters) {
        withUnsafeTemporaryAllocation(byteCount: Pcap.Statistics.size, alignment: 4) { buffer in
            guard let start = buffer.baseAddress, pcapStatistics(handle, start) == 0 else { return }
            counters.advance(
                received: start.load(fromByteOffset: Pcap.Statistics.received, as: UInt32.self),
                dropped: start.load(fromByteOffset: Pcap.Statistics.dropped, as: UInt32.self))
        }
    }
}
