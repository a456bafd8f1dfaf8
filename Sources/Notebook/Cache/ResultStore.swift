import NotebookDisplay

/// Results of cells by execution key; under one key, one for each state of the inputs that was met.
struct ResultStore {
    /// A result with the inputs it rests on.
    struct Trace: Hashable {
        var inputs: [ObservedInput]
        /// The hash of the cell's text, with whose lines a failure is told.
        var layout: ContentHash
        var result: CellResult
        /// What the run that gave the result cost.
        var usage: Usage

        /// The key that stands for the result and for the state the cell leaves: the execution key and all inputs.
        func key(under execution: ContentHash) -> ContentHash {
            var hasher = ContentHasher()
            hasher.field(execution)
            for observed in inputs {
                let (tag, name) = observed.input.coded
                hasher.field("\(tag) \(name)")
                hasher.field(observed.state)
            }
            return hasher.finish()
        }
    }

    /// How many states of its inputs are remembered for one cell.
    static let traceLimit = 8

    var store: Store
    var states: InputStates

    /// The stored result whose inputs are as they were.
    func lookUp(_ execution: ContentHash) -> Trace? {
        traces(execution).first { states.agree(with: $0.inputs) }
    }

    /// Whether there is a result under this key whose inputs have changed; tells a changed input from a new cell.
    func changedInput(_ execution: ContentHash) -> Input? {
        traces(execution).first?.inputs.first { states.state(of: $0.input) != $0.state }?.input
    }

    /// Stores `trace`, in front of those met before.
    func keep(_ trace: Trace, under execution: ContentHash) throws(BuildError) {
        let others = traces(execution).filter { $0.inputs != trace.inputs }
        var writer = FrameWriter()
        writer.write(Array(([trace] + others).prefix(Self.traceLimit)))
        try store.write(.results, execution, writer.bytes)
    }

    private func traces(_ execution: ContentHash) -> [Trace] {
        guard let payload = store.read(.results, execution) else { return [] }
        var reader = FrameReader(payload)
        return (try? reader.read()) ?? []
    }
}

extension ResultStore.Trace: FrameCodable {
    func encode(into writer: inout FrameWriter) {
        writer.write(inputs)
        writer.write(layout)
        writer.write(result)
        writer.write(usage)
    }

    init(from reader: inout FrameReader) throws(FrameError) {
        inputs = try reader.read()
        layout = try reader.read()
        result = try reader.read()
        usage = try reader.read()
    }
}

extension Usage: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(wallSeconds)
        writer.write(cpuSeconds)
        writer.write(peakMemoryBytes)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        wallSeconds = try reader.read()
        cpuSeconds = try reader.read()
        peakMemoryBytes = try reader.read()
    }
}

extension ContentHash: FrameCodable {
    func encode(into writer: inout FrameWriter) { writer.write(bytes) }

    init(from reader: inout FrameReader) throws(FrameError) {
        guard let hash = ContentHash(bytes: try reader.read()) else { throw reader.damaged(.truncated) }
        self = hash
    }
}

extension ObservedInput: FrameCodable {
    func encode(into writer: inout FrameWriter) {
        let (tag, name) = input.coded
        writer.write(byte: tag)
        writer.write(name)
        writer.write(state)
    }

    init(from reader: inout FrameReader) throws(FrameError) {
        let tag = try reader.readByte()
        guard let input = Input(tag: tag, name: try reader.read()) else { throw reader.damaged(.tag(tag)) }
        self.init(input: input, state: try reader.read())
    }
}

private extension Input {
    var coded: (tag: UInt8, name: String) {
        switch self {
        case .file(let path): (0, path)
        case .listing(let path): (1, path)
        case .presence(let path): (2, path)
        case .environment(let name): (3, name)
        case .wholeEnvironment: (4, "")
        case .written(let path): (5, path)
        case .linkPresence(let path): (6, path)
        }
    }

    init?(tag: UInt8, name: String) {
        switch tag {
        case 0: self = .file(name)
        case 1: self = .listing(name)
        case 2: self = .presence(name)
        case 3: self = .environment(name)
        case 4: self = .wholeEnvironment
        case 5: self = .written(name)
        case 6: self = .linkPresence(name)
        default: return nil
        }
    }
}
