/// The strips that cover a decreasing density, for drawing from it with hardly ever more than one comparison.
///
/// Source: Marsaglia and Tsang, The Ziggurat Method for Generating Random Variables, J. Stat. Software 5(8), 2000.
struct Ziggurat: Sendable {
    /// Where the bottom strip ends and the tail begins.
    let tailStart: Double
    /// For each strip, the magnitude below which a draw lies under the density for certain.
    let limits: [UInt64]
    /// For each strip, the factor that turns a magnitude into an abscissa.
    let widths: [Double]
    /// For each strip, the density at its outer edge.
    let densities: [Double]
}
