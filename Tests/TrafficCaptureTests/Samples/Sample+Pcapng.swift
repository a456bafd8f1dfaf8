import Traffic

@testable import TrafficCapture

extension Sample {
    static let pcapng: [Sample] = [
        pcapng("pcapng, little-endian then big-endian", .little, .big),
        pcapng("pcapng, big-endian then little-endian", .big, .little),
    ]

    /// Every kind of packet block, blocks without packets, interfaces of several links and clocks, and two sections.
    private static func pcapng(_ name: String, _ first: ByteOrder, _ second: ByteOrder) -> Sample {
        var sample = Sample(name: name, format: .pcapng, bytes: [], headerLength: 28)
        var file = PcapngWriter(first)
        let (whole, empty, cut) = (contents[0], contents[1], contents[2])
        func end(_ frame: Frame? = nil) { sample.add(frame, endingAt: file.bytes.count) }
        file.section()
        end()
        file.interface(snapLength: 21, [(2, Array("lo".utf8)), (9, [9])])
        end()
        file.interface(link: 105)
        end()
        file.enhancedPacket(0, ticks: 5_000_000_000_000_000_001, whole.bytes, originalLength: whole.originalLength)
        end(Frame(bytes: whole.bytes, header: header(5_000_000_000_000_000_001, whole.originalLength)))
        file.block(4) { $0.append32(1, 2, 3) }
        end()
        file.simplePacket(cut.bytes, originalLength: cut.originalLength)
        end(Frame(bytes: cut.bytes, header: header(0, cut.originalLength, hasTime: false)))
        file.obsoletePacket(1, ticks: 1_000_001, empty.bytes, originalLength: empty.originalLength)
        let other = LinkType(rawValue: 105)
        end(
            Frame(
                bytes: empty.bytes, header: header(1_000_001_000, empty.originalLength, link: other, interface: 1)))
        file.section(second)
        end()
        file.interface(link: 101, [(9, [0x80 | 10]), (14, file.option(-100))])
        end()
        file.enhancedPacket(0, ticks: 512, whole.bytes, originalLength: whole.originalLength)
        let before1970 = Int64(-99_500_000_000)
        let header = header(before1970, whole.originalLength, link: .rawInFiles, interface: 2)
        end(Frame(bytes: whole.bytes, header: header))
        sample.bytes = file.bytes
        return sample
    }
}
