extension TCPHeader {
    /// The header as it stands on the wire, its checksum zero: RFC 9293 section 3.1.
    func bytes(_ ports: Ports) -> [UInt8] {
        let options = options.bytes
        var bytes: [UInt8] = []
        bytes.append(ports.source)
        bytes.append(ports.destination)
        bytes.append(sequenceNumber)
        bytes.append(acknowledgementNumber)
        bytes += [UInt8((TCP.shortestHeader + options.count) / 4) << 4 | (hasAccurateECN ? 1 : 0), flags.rawValue]
        bytes.append(window)
        return bytes + [0, 0, 0, 0] + options
    }
}

extension TCPOptions {
    /// The options in the order in which Linux writes them, filled up to a multiple of four bytes.
    fileprivate var bytes: [UInt8] {
        let padding: UInt8 = 1
        var bytes: [UInt8] = []
        if let maximumSegmentSize {
            bytes += [2, 4]
            bytes.append(maximumSegmentSize)
        }
        if permitsSelectiveAcknowledgement {
            bytes += [4, 2]
        } else if timestamps != nil {
            bytes += [padding, padding]
        }
        if let timestamps {
            bytes += [8, 10]
            bytes.append(timestamps.value)
            bytes.append(timestamps.echo)
        }
        if let windowScale { bytes += [padding, 3, 3, windowScale] }
        while !bytes.count.isMultiple(of: 4) { bytes.append(padding) }
        return bytes
    }
}
