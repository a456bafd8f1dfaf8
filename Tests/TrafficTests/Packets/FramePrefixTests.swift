import Testing
import Traffic

@Suite("frames cut short")
struct FramePrefixTests {
    @Test("every beginning of a sound frame keeps the layers it holds", arguments: Frame.sound.map(\.name))
    func prefixes(name: String) throws {
        let frame = try #require(Frame.sound.first { $0.name == name })
        let whole = Packet(frame.bytes, frame.link)
        for length in 0...frame.bytes.count {
            let cut = Packet(Array(frame.bytes.prefix(length)), frame.link, originalLength: frame.bytes.count)
            let isReached = cut.tunnel == whole.tunnel
            #expect(!isReached || cut.network == nil || cut.source == whole.source)
            #expect(!isReached || cut.ports == nil || cut.ports == whole.ports)
            #expect(!isReached || cut.fault != nil || cut.transport == nil || cut.transport == whole.transport)
            #expect(cut.transport != nil || cut.fault != nil, "\(length) bytes")
            #expect(!"\(cut.fault.map(\.description) ?? "")".contains("packet ends"), "\(length) bytes")
        }
    }
}
