import CZstd
import Testing

@testable import TrafficCapture

@Suite("what we declare of libzstd is what its header declares")
struct ZstdContractTests {
    @Test("the buffers have the layout that is used")
    func layout() {
        #expect(MemoryLayout<ZSTD_inBuffer>.size == MemoryLayout<Zstd.Buffer>.size)
        #expect(MemoryLayout<ZSTD_outBuffer>.size == MemoryLayout<Zstd.Buffer>.size)
        #expect(MemoryLayout<ZSTD_inBuffer>.offset(of: \.src) == MemoryLayout<Zstd.Buffer>.offset(of: \.address))
        #expect(MemoryLayout<ZSTD_inBuffer>.offset(of: \.size) == MemoryLayout<Zstd.Buffer>.offset(of: \.size))
        #expect(MemoryLayout<ZSTD_inBuffer>.offset(of: \.pos) == MemoryLayout<Zstd.Buffer>.offset(of: \.position))
        #expect(MemoryLayout<ZSTD_outBuffer>.offset(of: \.dst) == MemoryLayout<Zstd.Buffer>.offset(of: \.address))
        #expect(MemoryLayout<ZSTD_outBuffer>.offset(of: \.size) == MemoryLayout<Zstd.Buffer>.offset(of: \.size))
        #expect(MemoryLayout<ZSTD_outBuffer>.offset(of: \.pos) == MemoryLayout<Zstd.Buffer>.offset(of: \.position))
    }

    @Test("the functions have the signatures that are called, or this does not compile")
    func signatures() {
        let _: () -> OpaquePointer? = ZSTD_createDStream
        let _: (OpaquePointer?) -> Int = ZSTD_freeDStream
        let _: (OpaquePointer?, UnsafeMutablePointer<ZSTD_outBuffer>?, UnsafeMutablePointer<ZSTD_inBuffer>?) -> Int =
            ZSTD_decompressStream
        let _: (Int) -> UInt32 = ZSTD_isError
        let _: (Int) -> UnsafePointer<CChar>? = ZSTD_getErrorName
        let _: (Int) -> ZSTD_ErrorCode = ZSTD_getErrorCode
    }

    @Test("the code of the error that is told apart is that of the header")
    func codes() {
        #expect(MemoryLayout<ZSTD_ErrorCode>.size == MemoryLayout<UInt32>.size)
        #expect(ZSTD_error_frameParameter_windowTooLarge.rawValue == Zstd.windowTooLarge)
    }
}
