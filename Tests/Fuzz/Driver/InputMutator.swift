/// Makes inputs of known ones: takes one and edits it a few times.
///
/// Equal seeds make equal inputs in equal order.
struct InputMutator {
    private let known: [[UInt8]]
    private var generator: SplitMix

    private static let longest = 4096
    /// Numbers at which meanings change: ends of ranges, versions, flags, lengths of headers, numbers of protocols.
    private static let telling: [UInt8] = [
        0, 1, 2, 4, 6, 8, 17, 20, 33, 41, 44, 47, 58, 60, 0x40, 0x45, 0x4f, 0x60, 0x7f, 0x80, 0x81, 0x86, 0x88, 0xa8,
        0xdd, 0xfe, 0xff,
    ]

    init(known: [[UInt8]], seed: UInt64) {
        self.known = known
        generator = SplitMix(seed: seed)
    }

    /// The next input, in memory that ends where it ends.
    mutating func next() -> [UInt8] {
        var input = another()
        // Half of the inputs are edited once, a quarter twice, and so on.
        for _ in 0...min(generator.next().trailingZeroBitCount, 15) { edit(&input) }
        return input.capacity == input.count ? input : input.withUnsafeBytes { Array($0) }
    }

    private mutating func another() -> [UInt8] { known.isEmpty ? [0] : known[number(below: known.count)] }

    private mutating func edit(_ input: inout [UInt8]) {
        guard !input.isEmpty else { return input.append(UInt8(truncatingIfNeeded: generator.next())) }
        let place = number(below: input.count)
        switch number(below: 8) {
        case 0, 1: input[place] ^= 1 << UInt8(number(below: 8))
        case 2: input[place] = UInt8(truncatingIfNeeded: generator.next())
        case 3: input[place] = Self.telling[number(below: Self.telling.count)]
        case 4: input[place] &+= UInt8(truncatingIfNeeded: number(below: 9)) &- 4
        case 5: input.removeSubrange(place..<min(place + 1 + number(below: 8), input.count))
        case 6: splice(&input, at: place)
        default: cut(&input, at: place)
        }
    }

    /// Puts a part of another input in, or over what is there.
    private mutating func splice(_ input: inout [UInt8], at place: Int) {
        let other = another()
        guard !other.isEmpty else { return }
        let start = number(below: other.count)
        let part = other[start..<min(start + 1 + number(below: 48), other.count)]
        let end = generator.next() & 1 == 0 ? place : min(place + part.count, input.count)
        guard input.count + part.count <= Self.longest else { return }
        input.replaceSubrange(place..<end, with: part)
    }

    /// Ends the input early, but for its last bytes, by which targets choose.
    private mutating func cut(_ input: inout [UInt8], at place: Int) {
        guard input.count - place > 3 else { return }
        input.removeSubrange(place..<input.count - 3)
    }

    private mutating func number(below limit: Int) -> Int {
        Int(truncatingIfNeeded: generator.next() >> 32) % limit
    }
}
