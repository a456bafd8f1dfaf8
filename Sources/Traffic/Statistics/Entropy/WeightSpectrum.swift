/// How many values share each weight, where weights need not be whole: ``CountSpectrum`` is that of counts.
///
/// Ascending and grouped, it is the same however the weights were ordered, and a logarithm is taken once a group.
struct WeightSpectrum: Hashable, Sendable {
    /// A weight above zero, and how many values have it.
    struct Group: Hashable, Sendable {
        let weight: Double
        let multiplicity: Double
    }

    /// The groups in ascending order of weight.
    let groups: [Group]
    /// The sum of all weights, a number above zero unless there are no groups.
    let total: Double
    /// How many values have a weight above zero.
    let support: Int

    /// The spectrum of finite weights of at least zero.
    init(weights: [Double]) throws(StatisticsError) {
        if let bad = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .notAnAmount(statistic: "entropy", index: bad, value: weights[bad])
        }
        let largest = weights.max() ?? 0
        let scaled = weights.filter { $0 > 0 }.map { $0 / largest }
        self.init(ascending: scaled.filter { $0 > 0 }.sorted())
    }

    private init(ascending: [Double]) {
        var groups: [Group] = []
        ascending.forEachRun { groups.append(Group(weight: $0, multiplicity: Double($1))) }
        self.groups = groups
        total = groups.reduce(0) { $0 + $1.weight * $1.multiplicity }
        support = ascending.count
    }
}
