/// What this module knows of zlib: the layout of its stream here, the functions it calls below, and nothing else of C.
///
/// Declared rather than imported for the reason that `Pcap` gives; `ZlibContractTests` compares all of it with the real
/// header.
enum Zlib {
    /// Where the fields of `z_stream` lie.
    enum Stream {
        static let nextIn = 0
        static let availableIn = 8
        static let nextOut = 24
        static let availableOut = 32
        static let message = 48
        static let size = 112
    }

    static let ok: Int32 = 0
    static let streamEnd: Int32 = 1
    static let bufferError: Int32 = -5
    static let noFlush: Int32 = 0
    /// The largest window, in a gzip wrapping.
    static let gzipWindowBits: Int32 = 15 + 16
}

@_extern(c, "zlibVersion")
func zlibVersion() -> UnsafePointer<CChar>?

@_extern(c, "inflateInit2_")
func zlibInflateInit(
    _ stream: UnsafeMutableRawPointer, _ windowBits: Int32, _ version: UnsafePointer<CChar>?, _ streamSize: Int32
) -> Int32

@_extern(c, "inflate")
func zlibInflate(_ stream: UnsafeMutableRawPointer, _ flush: Int32) -> Int32

@_extern(c, "inflateReset")
func zlibInflateReset(_ stream: UnsafeMutableRawPointer) -> Int32

@_extern(c, "inflateEnd")
func zlibInflateEnd(_ stream: UnsafeMutableRawPointer) -> Int32
