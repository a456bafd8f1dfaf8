import Foundation

/// A page on disk: it is replaced whole or not at all, and left alone where it is the same already.
public enum PageFile {
    /// Why a page could not be written; the page that was there is still there.
    public struct Problem: Error, Hashable, CustomStringConvertible {
        public var path: String
        public var reason: String

        /// `PATH: cannot be written: REASON; REMEDY`.
        public var description: String {
            "\(path): cannot be written: \(reason); make room, make the folder writable, or choose another with --output"
        }
    }

    /// Makes `folder` if need be, and sees that files can be made in it: better told before a long run than after.
    public static func prepare(_ folder: String) throws(Problem) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Problem(path: folder, reason: error.localizedDescription)
        }
        guard access(folder, W_OK | X_OK) == 0 else { throw Problem(path: folder, reason: String(cString: strerror(errno))) }
    }

    /// Writes `markup` to `path`, making its folder if need be.
    /// - Returns: Whether the file changed.
    @discardableResult
    public static func write(_ markup: String, to path: String) throws(Problem) -> Bool {
        let content = Data(markup.utf8)
        if FileManager.default.contents(atPath: path) == content { return false }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let aside = "\(folder)/.\(UUID().uuidString)"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try content.write(to: URL(fileURLWithPath: aside))
        } catch {
            unlink(aside)
            throw Problem(path: path, reason: error.localizedDescription)
        }
        guard rename(aside, path) == 0 else {
            let code = errno
            unlink(aside)
            throw Problem(path: path, reason: String(cString: strerror(code)))
        }
        return true
    }
}
