internal import Glibc

/// The unit in which decaying weights are kept: instead of all weights shrinking, what is new grows.
///
/// An observation at place *p* weighs 2^((*p* − origin) / half-life) units. Before that could grow beyond 2³², the
/// origin moves by whole half-lives, which divides weights by a power of two, exactly. Places are whole numbers, and so
/// is every move, so that no error adds up over time.
struct DecayScale: Hashable, Sendable {
    /// How many half-lives an observation may be after the origin.
    static let span: UInt64 = 32

    private let halfLife: UInt64
    private var origin: UInt64

    /// A scale whose origin is a place.
    init(halfLife: UInt64, origin: UInt64) {
        self.halfLife = halfLife
        self.origin = origin
    }

    /// Moves the origin where a place is so far after it that it must.
    /// - Returns: by what all weights are to be multiplied; nil where nothing moved. It is zero where all have gone.
    mutating func move(to place: UInt64) -> Double? {
        guard place > origin, (place - origin) / halfLife >= Self.span else { return nil }
        let halfLives = (place - origin) / halfLife
        origin += halfLives * halfLife
        return halfLives > 1000 ? 0 : exp2(-Double(halfLives))
    }

    /// What an observation at a place weighs, which may be before the origin.
    func weight(at place: UInt64) -> Double {
        place >= origin
            ? exp2(Double(place - origin) / Double(halfLife))
            : exp2(-Double(origin - place) / Double(halfLife))
    }
}
