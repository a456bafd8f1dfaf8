internal import Glibc

/// Sums of powers of the shares, Σ *p*ᵃ over the values that were seen: what the families of entropy are made of.
struct PowerSum {
    let spectrum: CountSpectrum
    private let size: Double

    init(_ spectrum: CountSpectrum) {
        self.spectrum = spectrum
        size = spectrum.size
    }

    /// Closer to one than this an order is *nearly one*, and ``excess(order:)`` is more exact than
    /// ``logarithm(order:)``.
    private static var near: Double { 0.01 }

    static func isNearlyOne(_ order: Double) -> Bool { abs(order - 1) < near }

    /// ln Σ *p*ᵃ, taken relative to the greatest or least share, so that nothing overflows.
    func logarithm(order: Double) -> Double {
        let outer = (order < 0 ? spectrum.groups.first : spectrum.groups.last)?.count ?? 1
        let leading = log(Double(outer) / size)
        return order * leading + log(spectrum.sum { exp(order * (log($0 / size) - leading)) })
    }

    /// Σ *p*ᵃ − 1, exact to the last digits for orders near one, where it vanishes.
    func excess(order: Double) -> Double {
        spectrum.sum { $0 / size * expm1((order - 1) * log($0 / size)) }
    }
}
