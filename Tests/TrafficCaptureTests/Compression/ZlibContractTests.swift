import CZlib
import Testing

@testable import TrafficCapture

@Suite("what we declare of zlib is what its header declares")
struct ZlibContractTests {
    @Test("the stream has the layout that is used")
    func layout() {
        #expect(MemoryLayout<z_stream>.size == Zlib.Stream.size)
        #expect(MemoryLayout<z_stream>.offset(of: \.next_in) == Zlib.Stream.nextIn)
        #expect(MemoryLayout<z_stream>.offset(of: \.avail_in) == Zlib.Stream.availableIn)
        #expect(MemoryLayout<z_stream>.offset(of: \.next_out) == Zlib.Stream.nextOut)
        #expect(MemoryLayout<z_stream>.offset(of: \.avail_out) == Zlib.Stream.availableOut)
        #expect(MemoryLayout<z_stream>.offset(of: \.msg) == Zlib.Stream.message)
        #expect(MemoryLayout.size(ofValue: z_stream().avail_in) == MemoryLayout<UInt32>.size)
        #expect(MemoryLayout.size(ofValue: z_stream().avail_out) == MemoryLayout<UInt32>.size)
    }

    @Test("the constants are the header's")
    func constants() {
        #expect(Zlib.ok == Z_OK && Zlib.streamEnd == Z_STREAM_END && Zlib.bufferError == Z_BUF_ERROR)
        #expect(Zlib.noFlush == Z_NO_FLUSH && Zlib.gzipWindowBits == MAX_WBITS + 16)
    }

    @Test("the functions have the signatures that are called, or this does not compile")
    func signatures() {
        typealias Stream = UnsafeMutablePointer<z_stream>?
        let _: () -> UnsafePointer<CChar>? = CZlib.zlibVersion
        let _: (Stream, Int32, UnsafePointer<CChar>?, Int32) -> Int32 = inflateInit2_
        let _: (Stream, Int32) -> Int32 = inflate
        let _: (Stream) -> Int32 = inflateReset
        let _: (Stream) -> Int32 = inflateEnd
    }
}
