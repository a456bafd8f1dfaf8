import Glibc
import Traffic

@testable import TrafficCapture

/// The program that meters every capture it is named, whole, and reads every beginning of those that are small.
///
/// Invariant: `arguments` are the addresses of `count` strings, as the system gives them to a program.
@_cdecl("sweep_captures")
func sweepCaptures(_ count: CInt, _ arguments: UnsafePointer<UnsafePointer<CChar>?>) -> CInt {
    let paths = (1..<Int(max(count, 1))).compactMap { arguments[$0].map { String(cString: $0) } }
    var (frames, prefixes) = (0, 0)
    for path in paths {
        do {
            frames += try CaptureTarget.run(path)
            guard let small = try contents(path, atMost: CapturePrefixes.longest) else { continue }
            prefixes += try CapturePrefixes(small).checkAll()
        } catch {
            fatalError("\(path): \(error)")
        }
    }
    print("\(paths.count) captures, \(frames) frames metered, \(prefixes) prefixes read")
    return 0
}

/// The bytes of a file; nil where there are more than `limit`.
func contents(_ path: String, atMost limit: Int) throws -> [UInt8]? {
    let buffer = InputBuffer(try InputFile(CaptureFile(path)))
    guard !buffer.fill(limit + 1) else { return nil }
    return buffer.withBytes { bytes in bytes.withUnsafeBytes { Array($0) } }
}
