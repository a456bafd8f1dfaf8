import CPcap

/// The packets of a capture file as libpcap itself reads them.
struct PcapFrames {
    struct Frame: Hashable {
        let seconds: Int
        let fraction: Int
        let originalLength: UInt32
        let bytes: [UInt8]
    }

    let linkType: Int32
    let frames: [Frame]

    /// Nil where libpcap cannot open the file; what it can read of a damaged one.
    init?(_ path: String) {
        guard let handle = pcap_open_offline(path, nil) else { return nil }
        defer { pcap_close(handle) }
        linkType = pcap_datalink(handle)
        var frames: [Frame] = []
        var record: UnsafeMutablePointer<pcap_pkthdr>?
        var bytes: UnsafePointer<UInt8>?
        while pcap_next_ex(handle, &record, &bytes) == 1, let header = record?.pointee, let bytes {
            frames.append(
                Frame(
                    seconds: header.ts.tv_sec, fraction: header.ts.tv_usec, originalLength: header.len,
                    bytes: Array(UnsafeBufferPointer(start: bytes, count: Int(header.caplen)))))
        }
        self.frames = frames
    }
}
