extension FrameBuilder {
    /// The frame of an IP packet whose payload has its checksum, still zero, at `place`.
    func frame(_ carried: IPProtocol, checksumAt place: Int, _ payload: [UInt8]) -> [UInt8] {
        let longest = source.version == .four ? 0xffff - IPv4.shortestHeader : 0xffff
        demand(
            payload.count <= longest,
            "FrameBuilder: \(payload.count) bytes exceed the \(longest) that an IP packet can carry; send less at once")
        var payload = payload
        let checksum = checksum(carried, of: payload)
        // In UDP zero stands for no checksum, so a checksum of zero is sent as its other form, RFC 768.
        payload.replace(at: place, with: carried == .udp && checksum == 0 ? 0xffff : checksum)
        var frame = ethernetHeader + ipHeader(carried, payloadLength: payload.count) + payload
        if frame.count < shortestFrame { frame += [UInt8](repeating: 0, count: shortestFrame - frame.count) }
        return frame
    }

    private var ethernetHeader: [UInt8] {
        var header = destinationHardware.bytes + sourceHardware.bytes
        header.append((source.version == .four ? EtherType.ipv4 : .ipv6).rawValue)
        return header
    }

    private func ipHeader(_ carried: IPProtocol, payloadLength: Int) -> [UInt8] {
        source.version == .four
            ? version4Header(carried, payloadLength: payloadLength)
            : version6Header(carried, payloadLength: payloadLength)
    }

    /// RFC 791 section 3.1, without options.
    private func version4Header(_ carried: IPProtocol, payloadLength: Int) -> [UInt8] {
        var header: [UInt8] = [0x45, 0]
        header.append(UInt16(IPv4.shortestHeader + payloadLength))
        header += [0, 0, 0x40, 0, hopLimit, carried.rawValue, 0, 0] + source.bytes + destination.bytes
        var checksum = InternetChecksum()
        checksum.add(header)
        header.replace(at: 10, with: checksum.value)
        return header
    }

    /// RFC 8200 section 3, without extension headers.
    private func version6Header(_ carried: IPProtocol, payloadLength: Int) -> [UInt8] {
        var header: [UInt8] = [0x60, 0, 0, 0]
        header.append(UInt16(payloadLength))
        return header + [carried.rawValue, hopLimit] + source.bytes + destination.bytes
    }

    /// The checksum covers the addresses, too, but not in ICMP of version 4: RFC 9293 section 3.1, RFC 8200 section
    /// 8.1.
    private func checksum(_ carried: IPProtocol, of payload: [UInt8]) -> UInt16 {
        var checksum = InternetChecksum()
        checksum.add(payload)
        if carried != .icmp {
            checksum.add(source.bytes)
            checksum.add(destination.bytes)
            checksum.add(UInt16(carried.rawValue))
            checksum.add(UInt16(payload.count))
        }
        return checksum.value
    }
}
