import Foundation

/// Tells the present state of inputs.
///
/// Files are read once: a hash is remembered by what the file system says of the file, here and in the store.
final class InputStates {
    private let store: Store
    private let environment: [String: String]
    private var known: [String: (signature: FileSignature, hash: ContentHash)] = [:]

    /// - Parameter environment: the variables that cells get to see.
    init(store: Store, environment: [String: String]) {
        (self.store, self.environment) = (store, environment)
    }

    /// The state of `input` now.
    func state(of input: Input) -> ContentHash {
        switch input {
        case .file(let path), .written(let path): content(of: path)
        case .listing(let path): listing(of: path)
        case .presence(let path): presence(of: path)
        case .environment(let name): ContentHash(fields: environment[name].map { ["set", $0] } ?? ["unset"])
        case .wholeEnvironment:
            ContentHash(fields: environment.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
        }
    }

    /// Whether every one of `inputs` is as it was seen.
    func agree(with inputs: [ObservedInput]) -> Bool {
        inputs.allSatisfy { state(of: $0.input) == $0.state }
    }

    private func content(of path: String) -> ContentHash {
        guard let signature = FileSignature(path: path) else { return ContentHash(fields: ["missing"]) }
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
        if FileSignature(path: path) == signature, isSettled(signature) {
            known[path] = (signature, hash)
            try? store.write(.facts, key, Array(hash.description.utf8))
        }
        return hash
    }

    /// Whether the file was last changed long enough ago that another change would show in its time stamps.
    private func isSettled(_ signature: FileSignature) -> Bool {
        let age = Date().timeIntervalSince1970 - Double(max(signature.modified, signature.changed)) / 1e9
        return age > 1
    }

    private func listing(of path: String) -> ContentHash {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            return ContentHash(fields: ["missing"])
        }
        return ContentHash(fields: ["names"] + names.sorted())
    }

    private func presence(of path: String) -> ContentHash {
        guard let signature = FileSignature(path: path) else { return ContentHash(fields: ["missing"]) }
        return ContentHash(fields: signature.isFolder ? ["folder"] : ["file", signature.key])
    }
}
