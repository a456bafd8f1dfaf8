/// What this module knows of libzstd: the layout of its buffers here, the functions it calls below, and nothing else.
///
/// Declared rather than imported for the reason that `Pcap` gives; `ZstdContractTests` compares all of it with the real
/// header.
enum Zstd {
    /// The fields of `ZSTD_inBuffer` and `ZSTD_outBuffer`, which lie alike.
    struct Buffer {
        var address: UnsafeRawPointer?
        var size: Int
        var position: Int
    }

    /// `ZSTD_error_frameParameter_windowTooLarge`.
    static let windowTooLarge: UInt32 = 16
}

@_extern(c, "ZSTD_createDStream")
func zstdCreate() -> OpaquePointer?

@_extern(c, "ZSTD_freeDStream")
func zstdFree(_ stream: OpaquePointer?) -> Int

@_extern(c, "ZSTD_decompressStream")
func zstdDecompress(
    _ stream: OpaquePointer, _ output: UnsafeMutableRawPointer, _ input: UnsafeMutableRawPointer
) -> Int

@_extern(c, "ZSTD_isError")
func zstdIsError(_ answer: Int) -> UInt32

@_extern(c, "ZSTD_getErrorName")
func zstdErrorName(_ answer: Int) -> UnsafePointer<CChar>?

@_extern(c, "ZSTD_getErrorCode")
func zstdErrorCode(_ answer: Int) -> UInt32
