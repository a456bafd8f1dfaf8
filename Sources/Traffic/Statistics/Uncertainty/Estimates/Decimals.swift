/// Numbers written with a fixed number of decimal places.
enum Decimals {
    private static let most = 12

    /// How many places an error takes to show one digit of its own, or two where that is a one.
    static func places(ofError error: Double) -> Int {
        guard error > 0, error.isFinite else { return 3 }
        var (places, scaled) = (0, error)
        while scaled < 1.95, places < most {
            scaled *= 10
            places += 1
        }
        return places
    }

    /// The number rounded to `places`; one too large for that as it is.
    static func text(_ number: Double, places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (abs(number) * scale).rounded()
        guard let digits = Int(exactly: scaled), digits < 1 << 53 else { return "\(number)" }
        let sign = number < 0 && digits > 0 ? "-" : ""
        let (whole, rest) = digits.quotientAndRemainder(dividingBy: Int(scale))
        guard places > 0 else { return "\(sign)\(whole)" }
        let fraction = String(rest)
        return "\(sign)\(whole)." + String(repeating: "0", count: places - fraction.count) + fraction
    }
}
