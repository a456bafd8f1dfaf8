extension NamedEstimator {
    /// Whether there is a formula for its variance (``AnalyticVariance``).
    public var hasAnalyticVariance: Bool { self == .plugIn || self == .millerMadow }

    /// What the estimator does, and when it is the one to take.
    public var guide: String {
        switch self {
        case .plugIn:
            "The shares of the sample taken for the source's. Too low by about (support − 1) / 2n nats; to compare "
                + "windows of equal counts, and to be comparable with others."
        case .millerMadow:
            "Plug-in with the first term of its bias taken off. Where nearly all values were seen: several observations "
                + "a value."
        case .chaoShen:
            "What was not seen is guessed from what was seen once. For many rare values; scatters where nearly all are rare."
        case .grassberger1988:
            "Digamma functions instead of logarithms: the published estimate without its alternating term, so figures "
                + "published by it may differ. The later form has a better one: take that."
        case .grassberger2003:
            "Nearly unbiased where values are seen more than a few times, and cheap: the best to begin with."
        case .schurmannZhang:
            "Its bias falls exponentially with the sample for every source of finitely many values. Never below zero."
        case .jackknife:
            "Plug-in less its bias as seen by leaving out one observation at a time. Scatters more than plug-in."
        case .shrinkage: "Shares drawn towards equal ones as far as the sample allows. For nearly uniform sources."
        case .laplace: "One imagined observation of each value. Far too high where most values never occur."
        case .jeffreys: "Half an imagined observation of each value."
        case .schurmannGrassberger: "One imagined observation shared by all values: mild even for large alphabets."
        case .minimax: "√n imagined observations shared by all values."
        case .nsb:
            "All these priors mixed so that beforehand every entropy is about as likely. Where far more values can occur "
                + "than were seen; a heavy tail makes it too sure. Some hundred times as costly."
        }
    }

    /// Where the estimator was published.
    public var source: String {
        switch self {
        case .plugIn: "Shannon 1948"
        case .millerMadow: "Miller 1955"
        case .chaoShen: "Chao and Shen 2003"
        case .grassberger1988: "Grassberger 1988, without the alternating term"
        case .grassberger2003: "Grassberger 2003"
        case .schurmannZhang: "Schürmann 2004; Zhang 2012"
        case .jackknife: "Quenouille 1956; Zahl 1977"
        case .shrinkage: "Hausser and Strimmer 2009"
        case .laplace: "Bayes; Laplace"
        case .jeffreys: "Jeffreys 1946; Krichevsky and Trofimov 1981"
        case .schurmannGrassberger: "Schürmann and Grassberger 1996"
        case .minimax: "Trybuła 1958"
        case .nsb: "Nemenman, Shafee and Bialek 2002"
        }
    }
}
