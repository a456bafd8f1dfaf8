internal import Glibc

/// The file this process was started from.
enum OwnProgram {
    /// Its path, free of symbolic links; the link in `/proc` itself where that cannot be read.
    static var path: String {
        let link = "/proc/self/exe"
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
            guard let start = buffer.baseAddress else { return link }
            let length = readlink(link, start, buffer.count)
            guard length > 0 else { return link }
            return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
        }
    }
}
