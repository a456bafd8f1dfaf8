import NotebookDisplay

/// What a cell produced, decoded: outputs in order, and the values of its prose by their slots.
struct RunItems {
    private(set) var items: [Item] = []
    private(set) var interpolations: [String] = []

    init(_ raw: [RawItem]) {
        for item in raw { add(item) }
    }

    private mutating func add(_ raw: RawItem) {
        switch raw {
        case .stream(let stream, let bytes):
            items.append(.stream(stream, String(decoding: ContextAddresses.hidden(in: bytes), as: UTF8.self)))
        case .frame(let bytes): add(frame: ContextAddresses.hidden(in: bytes))
        case .cut(.text(let bytes?)): items.append(.cut("\(bytes) more bytes of text were left out"))
        case .cut(.text(nil)): items.append(.cut("more text was left out"))
        case .cut(.frames(let count?)): items.append(.cut("\(count) more outputs were left out"))
        case .cut(.frames(nil)): items.append(.cut("more outputs were left out"))
        case .cut(.damaged(let bytes)): addDamage(bytes)
        }
    }

    /// A cell can write to the descriptor of frames itself, so a frame may be damaged.
    private mutating func add(frame bytes: [UInt8]) {
        switch try? Frame(bytes: bytes) {
        case .output(let output): items.append(.output(output))
        case .prose(let slot, let text) where slot >= interpolations.count && slot < interpolations.count + 1000:
            interpolations += Array(repeating: "", count: slot - interpolations.count) + [text]
        case .prose, nil: addDamage(bytes.count)
        }
    }

    private mutating func addDamage(_ count: Int) {
        items.append(.cut("an output of \(count) \(count == 1 ? "byte" : "bytes") could not be read"))
    }
}
