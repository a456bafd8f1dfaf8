import Traffic
import TrafficCapture

extension CaptureFile {
    /// The packets with all tunnels closed, as tools see them that open none.
    func outermostPackets(includingLaterFragments: Bool) throws -> [Packet] {
        var packets: [Packet] = []
        try forEachFrame { bytes, header in
            let packet = Packet(decoding: bytes, header, tunnels: .none)
            let isLater = packet.network?.fragment.map { $0.offset > 0 } ?? false
            if includingLaterFragments || !isLater { packets.append(packet) }
            return .next
        }
        return packets
    }
}
