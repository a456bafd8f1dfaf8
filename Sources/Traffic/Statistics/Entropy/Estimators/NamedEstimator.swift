/// The estimators of entropy by the names that options and tables of contents know them by.
///
///     try NamedEstimator("chao-shen").estimator(alphabet: nil)
///     NamedEstimator.allCases.map(\.rawValue)     // ["plug-in", "miller-madow", …]
public enum NamedEstimator: String, CaseIterable, Hashable, Sendable {
    /// ``PlugIn``.
    case plugIn = "plug-in"
    /// ``MillerMadow``.
    case millerMadow = "miller-madow"
    /// ``ChaoShen``.
    case chaoShen = "chao-shen"
    /// ``Grassberger1988``.
    case grassberger1988 = "grassberger-1988"
    /// ``Grassberger2003``.
    case grassberger2003 = "grassberger-2003"
    /// ``SchurmannZhang``.
    case schurmannZhang = "schurmann-zhang"
    /// ``Jackknife``.
    case jackknife
    /// ``Shrinkage``.
    case shrinkage
    /// ``Dirichlet`` with ``Dirichlet/Prior/laplace``.
    case laplace
    /// ``Dirichlet`` with ``Dirichlet/Prior/jeffreys``.
    case jeffreys
    /// ``Dirichlet`` with ``Dirichlet/Prior/schurmannGrassberger``.
    case schurmannGrassberger = "schurmann-grassberger"
    /// ``Dirichlet`` with ``Dirichlet/Prior/minimax``.
    case minimax
    /// ``NSB``.
    case nsb

    /// The estimator of a name.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)``, which lists the names.
    public init(_ name: String) throws(StatisticsError) {
        guard let known = Self(rawValue: name) else {
            let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw .outOfRange(argument: "estimator", value: name, allowed: "one of \(names)")
        }
        self = known
    }

    /// Whether the estimator must be told how many values the source can have.
    public var needsAlphabet: Bool {
        switch self {
        case .plugIn, .millerMadow, .chaoShen, .grassberger1988, .grassberger2003, .schurmannZhang, .jackknife: false
        case .shrinkage, .laplace, .jeffreys, .schurmannGrassberger, .minimax, .nsb: true
        }
    }

    /// The estimator, for a source of `alphabet` values if it matters how many.
    /// - Throws: ``StatisticsError/noAlphabet(estimator:)`` where it matters and none is given, and
    ///   ``StatisticsError/notPositive(argument:value:)`` for an alphabet of none.
    public func estimator(alphabet: Int? = nil) throws(StatisticsError) -> any EntropyEstimator {
        switch self {
        case .plugIn: PlugIn()
        case .millerMadow: MillerMadow()
        case .chaoShen: ChaoShen()
        case .grassberger1988: Grassberger1988()
        case .grassberger2003: Grassberger2003()
        case .schurmannZhang: SchurmannZhang()
        case .jackknife: Jackknife()
        case .shrinkage: try Shrinkage(alphabet: known(alphabet))
        case .laplace: try Dirichlet(.laplace, alphabet: known(alphabet))
        case .jeffreys: try Dirichlet(.jeffreys, alphabet: known(alphabet))
        case .schurmannGrassberger: try Dirichlet(.schurmannGrassberger, alphabet: known(alphabet))
        case .minimax: try Dirichlet(.minimax, alphabet: known(alphabet))
        case .nsb: try NSB(alphabet: known(alphabet))
        }
    }

    private func known(_ alphabet: Int?) throws(StatisticsError) -> Int {
        guard let alphabet else { throw .noAlphabet(estimator: rawValue) }
        return alphabet
    }
}
