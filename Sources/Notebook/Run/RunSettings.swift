/// How a notebook is to be run.
package struct RunSettings: Hashable, Sendable {
    /// Replacements for the defaults of declared parameters, as text, by name.
    package var parameters: [String: String] = [:]
    /// Whether stored results are left alone and every cell runs.
    package var fresh = false
    /// Seconds a cell may run that does not say otherwise.
    package var timeout = 30.0
    /// Mebibytes a cell's process may grow by that does not say otherwise.
    package var memory = 2048
    /// The only cell wanted, with what it needs; nil for all.
    package var target: String?
    /// Whether dictionaries and sets keep one order in every run. Only a check that results do not depend on it turns
    /// this off.
    package var deterministicHashing = true

    /// The settings on which results rest, as text: the same for the same settings.
    package var key: String {
        let values = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "\(values) \(timeout) \(memory) \(target ?? "") \(deterministicHashing)"
    }

    /// The defaults.
    package init() {}
}

extension CellLimits {
    /// What a cell with these options may use.
    init(_ options: CellOptions, _ settings: RunSettings) {
        self.init(
            seconds: options.timeout ?? settings.timeout, memory: UInt64(options.memory ?? settings.memory) << 20)
    }
}
