import Glibc

/// The few things the commands themselves do to files. Paths are taken as they are written.
enum Files {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether the path leads to a file that can be read more than once.
    static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether two paths lead to the same file, links followed.
    static func isSame(_ first: String, _ second: String) -> Bool {
        var (one, other) = (stat(), stat())
        guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }

    /// Whether files of these paths would replace each other; there may be none of either yet.
    static func isSamePlace(_ first: String, _ second: String) -> Bool {
        guard first != second else { return true }
        let (one, other) = (place(first), place(second))
        return one.name == other.name && isSame(one.folder, other.folder)
    }

    private static func place(_ path: String) -> (folder: String, name: Substring) {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        return (String(path.dropLast(name.count)) + ".", name)
    }

    /// The names in a folder, sorted; nil where the folder does not exist.
    static func names(in folder: String) throws(FileError) -> [String]? {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return nil }
            throw FileError(.read, folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(name(of: entry))
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    /// The bytes of a file. What is no file, such as a pipe that nobody writes to, is refused and never waited for.
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard number >= 0 else { throw FileError(.read, path) }
        defer { close(number) }
        var status = stat()
        guard fstat(number, &status) == 0 else { throw FileError(.read, path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(.read, path, code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : FileError.notAFile)
        }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(number, &part, part.count)
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { throw FileError(.read, path) }
            bytes += part.prefix(max(0, count))
        }
    }

    /// The content of a file as text; bytes that are no UTF-8 become replacement characters.
    static func text(_ path: String) throws(FileError) -> String { String(decoding: try read(path), as: UTF8.self) }

    /// Makes a folder where there is none.
    static func makeFolder(_ path: String) throws(FileError) {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError(.write, path) }
    }

    /// Makes a new file and fills it. Whatever is there already is left alone, and nothing half-written stays behind.
    static func create(_ path: String, text: String) throws(FileError) {
        let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw FileError(.write, path) }
        do throws(WriteError) {
            try Descriptor(number: number).write(text)
            guard close(number) == 0 else { throw WriteError(descriptor: Descriptor(number: number), code: errno) }
        } catch {
            unlink(path)
            throw FileError(.write, path, code: error.code)
        }
    }

    /// Removes a file.
    static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 else { throw FileError(.remove, path) }
    }

    /// Removes a folder if it is there and nothing is in it.
    static func removeIfEmpty(_ folder: String) throws(FileError) {
        guard rmdir(folder) == 0 || errno == ENOTEMPTY || errno == ENOENT else {
            throw FileError(.remove, folder)
        }
    }

    /// Removes whatever is at `path`, with all it holds; a symbolic link goes, and what it points at stays.
    /// - Returns: Whether there was anything.
    @discardableResult
    static func removeTree(_ path: String) throws(FileError) -> Bool {
        if unlink(path) == 0 { return true }
        if errno == ENOENT { return false }
        guard errno == EISDIR else { throw FileError(.remove, path) }
        for name in try names(in: path) ?? [] {
            try removeTree("\(path)/\(name)")
        }
        guard rmdir(path) == 0 else { throw FileError(.remove, path) }
        return true
    }

    /// The name lies at a fixed place of the entry and ends with a zero byte, as readdir promises.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { field in
            String(cString: UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self))
        }
    }
}
