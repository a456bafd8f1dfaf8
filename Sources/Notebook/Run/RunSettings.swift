/// How a notebook is to be run.
public struct RunSettings: Hashable, Sendable {
    /// Replacements for the defaults of declared parameters, as text, by name.
    public var parameters: [String: String] = [:]
    /// Whether stored results are left alone and every cell runs.
    public var fresh = false
    /// Seconds a cell may run that does not say otherwise.
    public var timeout = 30.0
    /// Mebibytes a cell's process may grow by that does not say otherwise.
    public var memory = 2048
    /// The only cell wanted, with what it needs; nil for all.
    public var target: String?
    /// Whether dictionaries and sets keep one order in every run. Only a check that results do not depend on it turns
    /// this off.
    public var deterministicHashing = true

    /// The settings on which results rest, as text: the same for the same settings.
    public var key: String {
        let values = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "\(values) \(timeout) \(memory) \(target ?? "") \(deterministicHashing)"
    }

    /// The defaults.
    public init() {}
}

extension CellLimits {
    /// What a cell with these options may use.
    init(_ options: CellOptions, _ settings: RunSettings) {
        self.init(
            seconds: options.timeout ?? settings.timeout, memory: UInt64(options.memory ?? settings.memory) << 20)
    }
}
