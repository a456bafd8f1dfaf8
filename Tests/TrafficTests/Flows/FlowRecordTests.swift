import Testing

@testable import Traffic

@Suite("the records of live flows")
struct FlowRecordTests {
    @Test("are as small as the memory of a million flows asks for")
    func sizes() {
        #expect(MemoryLayout<FlowHead>.stride == 128)
        #expect(MemoryLayout<ReplyRecord>.stride == 104)
        #expect(MemoryLayout<ConnectionRecord>.stride == 64)
    }
}
