import Foundation

/// What is known of cells by the texts from which they were compiled, before anything is compiled again.
extension CellCompiler {
    /// Whether the cell has been compiled by itself before, at least with other types of what it sees.
    func isFamiliar(_ item: Compilation.Item) -> Bool { store.read(.facts, familiarity(of: item)) != nil }

    /// Takes down that the cell has been compiled by itself.
    func noteFamiliar(_ item: Compilation.Item) throws(BuildError) {
        try store.write(.facts, familiarity(of: item), [])
    }

    /// A name for the texts of each of `items` and of all cells that it sees: what decides on the types in it.
    func sourceKeys(of items: [Compilation.Item?]) -> [ContentHash] {
        var keys: [ContentHash] = []
        for item in items {
            let seen = item.map { $0.visible.map { keys[$0].description } } ?? []
            let own = item.map { familiarity(of: $0).description } ?? "no code"
            keys.append(ContentHash(fields: ["sources", own] + seen))
        }
        return keys
    }

    /// The types in a cell that has been compiled from the sources called `key`.
    func facts(ofSources key: ContentHash) -> TypeFacts? {
        store.read(.facts, key).flatMap { try? JSONDecoder().decode(TypeFacts.self, from: Data($0)) }
    }

    /// Takes down the types in a cell compiled from the sources called `key`.
    func note(_ facts: TypeFacts, ofSources key: ContentHash) throws(BuildError) {
        guard let data = try? JSONEncoder().encode(facts) else { return }
        try store.write(.facts, key, Array(data))
    }

    private func familiarity(of item: Compilation.Item) -> ContentHash {
        ContentHash(
            fields: ["familiar", toolchain.fingerprint.description, libraryFingerprint.description, item.id]
                + item.imports + [item.visible.map(String.init).joined(separator: " "), item.body.text])
    }
}
