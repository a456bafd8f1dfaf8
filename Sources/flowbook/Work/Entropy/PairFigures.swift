import Traffic

/// What two fields tell of each other in a window, in the unit asked for.
struct PairFigures: Hashable, Sendable {
    /// What is left open of the first field when the second is known.
    let firstGivenSecond: Double
    /// What is left open of the second field when the first is known.
    let secondGivenFirst: Double
    let mutualInformation: Double
    /// The first term of the bias of the plug-in mutual information after Miller, with the supports that were seen.
    let mutualInformationBias: Double

    init(_ entropies: JointEntropies, _ pairs: CountSpectrum, _ sides: FieldSpectra.Sides, in unit: EntropyUnit) {
        firstGivenSecond = entropies.firstGivenSecond(in: unit)
        secondGivenFirst = entropies.secondGivenFirst(in: unit)
        mutualInformation = entropies.mutualInformation(in: unit)
        let freedom = pairs.support - sides.first.support - sides.second.support + 1
        mutualInformationBias = Double(freedom) / (2 * Double(pairs.total)) * Self.amountOfNat(in: unit)
    }

    /// How much of a unit a nat is: the entropy of two equal shares is ln 2 nats.
    private static func amountOfNat(in unit: EntropyUnit) -> Double {
        Entropy.value(of: [1, 1], in: unit) / Entropy.value(of: [1, 1], in: .nats)
    }
}
