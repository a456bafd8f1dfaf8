import Foundation

/// Content under keys, on disk, shared safely by any number of runners at once.
///
/// An entry is written aside and renamed into place, and carries a checksum: whatever happens to a runner, an entry is
/// whole or it is absent, and a damaged one counts as absent. Nothing here is ever the only copy of anything.
package struct Store: Sendable {
    /// What an entry is; each kind has a folder of its own.
    enum Kind: String, CaseIterable {
        /// What compiling a cell came to, by compile key.
        case compiled
        /// Loadable code and module files, by the hash of their content.
        case blobs
        /// What running a cell came to, by execution key.
        case results
        /// Drawn plots, by script.
        case plots
        /// Formulas as MathML, by source.
        case formulas
        /// Small facts that took work to find out: hashes of files by what the file system says of them, types by the
        /// texts of cells, pages by what they came of.
        case facts
    }

    /// The `.flowbook` folder.
    let root: String
    private let scratch: String
    private let intact = IntactFiles()

    /// Opens the store below the project folder `directory`, making it if need be.
    package init(in directory: String) throws(BuildError) {
        root = "\(directory)/.flowbook"
        scratch = "\(root)/tmp/\(getpid())"
        do throws(FileFailure) {
            try makeFolders()
        } catch {
            throw .storeUnwritable(error.path, reason: "cannot be made (\(error.reason))")
        }
        StoreSweep(root: root).removeAbandonedScratch()
    }

    /// The payload stored under `key`; nil when there is none or it is damaged.
    func read(_ kind: Kind, _ key: ContentHash) -> [UInt8]? {
        let path = path(kind, key)
        guard let data = FileManager.default.contents(atPath: path), let payload = StoreEntry.payload(of: data) else {
            return nil
        }
        touch(path)
        return payload
    }

    /// Stores `payload` under `key`, replacing what was there.
    func write(_ kind: Kind, _ key: ContentHash, _ payload: [UInt8]) throws(BuildError) {
        try place(StoreEntry.encode(payload), at: path(kind, key))
    }

    /// Stores a file's content under its own hash, as a plain file that other programs can open.
    func writeBlob(_ content: [UInt8]) throws(BuildError) -> ContentHash {
        let hash = ContentHash(of: content)
        let path = path(.blobs, hash)
        if !isIntact(blob: hash) { try place(content, at: path) }
        return hash
    }

    /// The path of a stored blob; nil when it is absent or damaged.
    func blob(_ hash: ContentHash) -> String? {
        guard isIntact(blob: hash) else { return nil }
        let path = path(.blobs, hash)
        touch(path)
        intact.note(path)
        return path
    }

    /// A new folder for work in progress; the caller removes it.
    func makeWorkFolder() throws(BuildError) -> String {
        let folder = "\(scratch)/\(UUID().uuidString)"
        do throws(FileFailure) {
            try Folder.make(folder)
        } catch {
            throw .storeUnwritable(folder, reason: "cannot be made (\(error.reason))")
        }
        return folder
    }

    /// Removes the work folder of this process.
    package func close() { try? FileManager.default.removeItem(atPath: scratch) }

    private func isIntact(blob hash: ContentHash) -> Bool {
        let path = path(.blobs, hash)
        if intact.contains(path) { return true }
        return FileManager.default.contents(atPath: path).map { ContentHash(of: $0) == hash } ?? false
    }

    private func path(_ kind: Kind, _ key: ContentHash) -> String { "\(root)/\(kind.rawValue)/\(key)" }

    /// Marks an entry as used now, so that eviction takes others first.
    private func touch(_ path: String) { utimensat(AT_FDCWD, path, nil, 0) }

    private func place(_ content: [UInt8], at path: String) throws(BuildError) {
        if case .directory = FileState(at: path) {
            // Damage like any other, but not replaced by renaming.
            try? FileManager.default.removeItem(atPath: path)
        }
        do throws(FileFailure) {
            do throws(FileFailure) {
                try draft(content, for: path).place()
            } catch {
                guard error.code == ENOENT else { throw error }
                // Somebody has removed the store, as anybody may: it begins anew.
                try makeFolders()
                try draft(content, for: path).place()
            }
        } catch {
            throw .storeUnwritable(root, reason: "cannot be written to (\(error.reason))")
        }
    }

    private func draft(_ content: [UInt8], for path: String) throws(FileFailure) -> FileDraft {
        try FileDraft(Data(content), aside: "\(scratch)/\(UUID().uuidString)", for: path)
    }

    private func makeFolders() throws(FileFailure) {
        for folder in Kind.allCases.map({ "\(root)/\($0.rawValue)" }) + [scratch] { try Folder.make(folder) }
    }
}

/// The form of one entry on disk: a mark, the payload's hash, the payload.
private enum StoreEntry {
    static let mark = Array("flowbook entry 1\n".utf8)

    static func encode(_ payload: [UInt8]) -> [UInt8] { mark + ContentHash(of: payload).bytes + payload }

    static func payload(of data: Data) -> [UInt8]? {
        let start = mark.count + ContentHash.byteCount
        guard data.count >= start, data.prefix(mark.count).elementsEqual(mark) else { return nil }
        let payload = Array(data.dropFirst(start))
        guard data.dropFirst(mark.count).prefix(ContentHash.byteCount).elementsEqual(ContentHash(of: payload).bytes)
        else {
            return nil
        }
        return payload
    }
}
