/// That a cell needs another one, and why.
package struct Dependency: Hashable, Sendable {
    /// A cause of a dependency.
    package enum Reason: Hashable, Sendable {
        /// The cell uses, directly or through other declarations, what the other one declares under this name.
        case declares(String)
        /// Both use something under this name that can change, so their order counts; three such names are enough.
        case mayChange(String)
        /// The other cell declares something that acts without being named.
        case acts(ImplicitUse)
    }

    /// The id of the needed cell.
    package var cell: String
    /// Declared names first, then changeable ones, each in alphabetical order.
    package var reasons: [Reason]
}

extension Dependency: CustomStringConvertible {
    /// One line: `ports (declares counts, scan; may change total)`.
    package var description: String {
        let parts = [
            part("declares", reasons.compactMap { if case .declares(let name) = $0 { name } else { nil } }),
            part("may change", reasons.compactMap { if case .mayChange(let name) = $0 { name } else { nil } }),
            part("acts unnamed:", reasons.compactMap { if case .acts(let use) = $0 { "\(use)" } else { nil } }),
        ]
        return "\(cell) (\(parts.compactMap(\.self).joined(separator: "; ")))"
    }

    private func part(_ verb: String, _ names: [String]) -> String? {
        names.isEmpty ? nil : "\(verb) \(names.joined(separator: ", "))"
    }
}

extension ImplicitUse: CustomStringConvertible {
    /// A few words, such as `Int: Displayable`.
    package var description: String {
        switch self {
        case .conformance(let type, let protocols): "\(type): \(protocols.joined(separator: ", "))"
        case .member(let name, let type): "\(type).\(name)"
        case .patternMatch: "~="
        case .literalType(let name): name
        }
    }
}
