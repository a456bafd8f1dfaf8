import Foundation

/// Tells the state of inputs.
///
/// Files are read once: a hash is remembered by what the file system says of the file, here and in the store.
final class InputStates {
    private let store: Store
    private let environment: [String: String]
    private var known: [String: (signature: FileSignature, hash: ContentHash)] = [:]

    /// The states of inputs where cells get to see `environment` as their variables.
    init(store: Store, environment: [String: String]) {
        (self.store, self.environment) = (store, environment)
    }

    /// The state of `input` now.
    func state(of input: Input) -> ContentHash {
        switch input {
        case .file(let path), .written(let path): content(of: path)
        case .listing(let path): listing(of: path)
        case .presence(let path): Self.hash(FileState(at: path).ignoringEntries)
        case .linkPresence(let path): Self.hash(FileState(at: path, followingLinks: false).ignoringEntries)
        case .environment(let name): ContentHash(fields: environment[name].map { ["set", $0] } ?? ["unset"])
        case .wholeEnvironment:
            ContentHash(fields: environment.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
        }
    }

    /// Whether every one of `inputs` is as it was seen.
    func agree(with inputs: [ObservedInput]) -> Bool {
        inputs.allSatisfy { state(of: $0.input) == $0.state }
    }

    /// The state of a file that a cell has read, when it certainly is still the one the cell saw: the kernel let the
    /// cell read only when every later change would show.
    func state(ofRead path: String, seen: FileState) -> ContentHash? {
        let state = state(of: .file(path))
        return FileState(at: path).ignoringEntries == seen.ignoringEntries ? state : nil
    }

    /// The state of a folder that a cell has listed, when it certainly is still the one the cell saw.
    func state(ofListed path: String, seen: FileState) -> ContentHash? {
        let state = state(of: .listing(path))
        return FileState(at: path) == seen ? state : nil
    }

    /// The state that stands for what a cell was told of a path.
    static func hash(_ state: FileState) -> ContentHash { ContentHash(fields: ["presence", state.key]) }

    private func content(of path: String) -> ContentHash {
        let state = FileState(at: path)
        guard case .regular(let signature) = state else { return Self.hash(state.ignoringEntries) }
        if let entry = known[path], entry.signature == signature { return entry.hash }
        let key = ContentHash(fields: ["file", path, signature.key])
        if let payload = store.read(.facts, key), let hash = ContentHash(String(decoding: payload, as: UTF8.self)) {
            known[path] = (signature, hash)
            return hash
        }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            return ContentHash(fields: ["unreadable"])
        }
        let hash = ContentHash(of: data)
        if FileState(at: path) == state, Self.isSettled(signature) {
            known[path] = (signature, hash)
            try? store.write(.facts, key, Array(hash.description.utf8))
        }
        return hash
    }

    /// Whether the file was last changed so long ago, one second, that another change would show in its time stamps,
    /// whose resolution is that of the system's timer.
    private static func isSettled(_ signature: FileSignature) -> Bool {
        Date().timeIntervalSince1970 - Double(max(signature.modified, signature.changed)) / 1e9 > 1
    }

    private func listing(of path: String) -> ContentHash {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            return ContentHash(fields: ["missing"])
        }
        // A listing tells of each entry of what kind it is, too.
        let entries = names.sorted().flatMap { [$0, FileState(at: "\(path)/\($0)", followingLinks: false).kind] }
        return ContentHash(fields: ["entries"] + entries)
    }
}
