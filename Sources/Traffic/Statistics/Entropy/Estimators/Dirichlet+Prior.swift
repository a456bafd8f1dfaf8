extension Dirichlet {
    /// How often each value of the alphabet is imagined to have been seen.
    public enum Prior: Hashable, Sendable {
        /// Once: every distribution is equally likely beforehand (Bayes, Laplace).
        case laplace
        /// Half a time: the prior that does not depend on how the shares are parametrised (Jeffreys; Krichevsky and
        /// Trofimov).
        case jeffreys
        /// All values together once (Perks; Schürmann and Grassberger 1996).
        case schurmannGrassberger
        /// All values together √*n* times, which makes the greatest expected error of the shares least (Trybuła 1958).
        case minimax
        /// So many times.
        case pseudocount(Double)
    }
}

extension Dirichlet.Prior {
    /// What the prior is called in tables.
    public var name: String {
        switch self {
        case .laplace: "Laplace"
        case .jeffreys: "Jeffreys"
        case .schurmannGrassberger: "Schürmann–Grassberger"
        case .minimax: "minimax"
        case .pseudocount(let amount): "pseudocount \(amount)"
        }
    }

    /// How often each of `alphabet` values is imagined to have been seen before a sample of `size`.
    func pseudocount(size: Double, alphabet: Double) -> Double {
        switch self {
        case .laplace: 1
        case .jeffreys: 0.5
        case .schurmannGrassberger: 1 / alphabet
        case .minimax: size.squareRoot() / alphabet
        case .pseudocount(let amount): amount
        }
    }
}
