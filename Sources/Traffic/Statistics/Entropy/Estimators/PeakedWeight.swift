internal import Glibc

/// A weight along the real line with one peak, however narrow, that falls exponentially on both sides; known by its
/// logarithm.
///
/// For an analytic integrand of this kind the plain sum over equidistant points converges faster than any power of
/// their distance (L. N. Trefethen and J. A. C. Weideman, The exponentially convergent trapezoidal rule, SIAM Review
/// 56, 2014), so all that is needed is where the peak is and how far it reaches.
struct PeakedWeight {
    let logarithm: (Double) -> Double

    /// What is less than the peak by a factor of e⁴⁰ is left out.
    private static var depth: Double { 40 }
    private static var tolerance: Double { 1e-11 }
    private static var mostPoints: Int { 1024 }

    /// The mean of a function under the weight, whose peak lies in `range`.
    func mean(over range: ClosedRange<Double>, of function: (Double) -> Double) -> Double {
        let peak = peak(in: range)
        let low = edge(from: peak, by: -peak.scale)
        let high = edge(from: peak, by: peak.scale)
        var sums = sums(from: low, to: high, points: 64, offset: 0, peak: peak, function)
        var points = 64
        while points < Self.mostPoints {
            let between = self.sums(from: low, to: high, points: points, offset: 0.5, peak: peak, function)
            let last = sums.y / sums.x
            sums += between
            points *= 2
            if abs(sums.y / sums.x - last) <= Self.tolerance * abs(last) { break }
        }
        return sums.y / sums.x
    }
}

extension PeakedWeight {
    private struct Peak {
        var place: Double
        var height: Double
        /// A step from the peak at which the weight is of the peak's order still.
        var scale: Double
    }

    /// The highest of points one apart, then uphill in ever smaller steps until a step no longer leads far down.
    private func peak(in range: ClosedRange<Double>) -> Peak {
        var peak = Peak(place: range.lowerBound, height: -.infinity, scale: 1)
        for place in stride(from: range.lowerBound, through: range.upperBound, by: 1) { climb(&peak, to: place) }
        while peak.scale > 1e-9 {
            let (place, height) = (peak.place, peak.height)
            let left = climb(&peak, to: place - peak.scale)
            let right = climb(&peak, to: place + peak.scale)
            guard peak.place == place else { continue }
            if max(left, right) > height - 1 { break }
            peak.scale /= 2
        }
        return peak
    }

    @discardableResult
    private func climb(_ peak: inout Peak, to place: Double) -> Double {
        let height = logarithm(place)
        if height > peak.height { (peak.place, peak.height) = (place, height) }
        return height
    }

    private func edge(from peak: Peak, by step: Double) -> Double {
        var step = step
        for _ in 0..<48 where logarithm(peak.place + step) > peak.height - Self.depth { step *= 2 }
        return peak.place + step
    }

    /// The sums of the weight, and of the weight times the function, over midpoints or ends of equal steps.
    private func sums(
        from low: Double, to high: Double, points: Int, offset: Double, peak: Peak, _ function: (Double) -> Double
    ) -> SIMD2<Double> {
        let step = (high - low) / Double(points)
        return (0..<points).reduce(into: .zero) { sums, point in
            let place = low + (Double(point) + offset) * step
            let weight = exp(logarithm(place) - peak.height)
            sums += weight > 0 ? SIMD2(weight, weight * function(place)) : .zero
        }
    }
}
