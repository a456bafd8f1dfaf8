extension NumPyGenerator {
    /// An integer of `range`, all equally likely: `rng.integers(low, high)`.
    /// - Precondition: `range` is not empty.
    public mutating func integer(in range: Range<Int>) -> Int {
        demand(!range.isEmpty, "no integer lies in the empty range \(range): give one with room for some")
        return integer(in: range.lowerBound...(range.upperBound - 1))
    }

    /// An integer of `range`, both ends included: `rng.integers(low, high, endpoint=True)`.
    public mutating func integer(in range: ClosedRange<Int>) -> Int {
        let span = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
        return range.lowerBound &+ Int(truncatingIfNeeded: bounded(upTo: span))
    }

    /// `count` integers of `range`, all equally likely.
    public mutating func integers(in range: Range<Int>, count: Int) -> [Int] {
        (0..<count).map { _ in integer(in: range) }
    }

    /// An integer of 0...`limit` by Lemire's multiplication with rejection (ACM TOMACS 29, 2019).
    ///
    /// Limits that fit 32 bits use half words; that choice is visible in the stream, so it is NumPy's.
    mutating func bounded(upTo limit: UInt64) -> UInt64 {
        switch limit {
        case 0: 0
        case ..<UInt64(UInt32.max): UInt64(boundedHalf(upTo: UInt32(limit)))
        case UInt64(UInt32.max): UInt64(nextHalf())
        case UInt64.max: next()
        default: boundedWord(upTo: limit)
        }
    }

    /// An integer of 0...`limit` by masking and rejection: what NumPy's shuffle uses in place of Lemire's way.
    mutating func interval(upTo limit: UInt64) -> UInt64 {
        guard limit > 0 else { return 0 }
        let mask = UInt64.max >> UInt64(limit.leadingZeroBitCount)
        while true {
            let value = (limit <= UInt64(UInt32.max) ? UInt64(nextHalf()) : next()) & mask
            if value <= limit { return value }
        }
    }
}

extension NumPyGenerator {
    private mutating func boundedHalf(upTo limit: UInt32) -> UInt32 {
        let size = limit + 1
        var product = nextHalf().multipliedFullWidth(by: size)
        if product.low < size {
            let threshold = (UInt32.max - limit) % size
            while product.low < threshold { product = nextHalf().multipliedFullWidth(by: size) }
        }
        return product.high
    }

    private mutating func boundedWord(upTo limit: UInt64) -> UInt64 {
        let size = limit + 1
        var product = next().multipliedFullWidth(by: size)
        if product.low < size {
            let threshold = (UInt64.max - limit) % size
            while product.low < threshold { product = next().multipliedFullWidth(by: size) }
        }
        return product.high
    }
}
