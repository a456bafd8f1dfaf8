extension NumPyGenerator {
    /// `count` elements drawn with replacement, all equally likely: `rng.choice(elements, count)`.
    /// - Precondition: `elements` is not empty, unless `count` is zero.
    public mutating func choices<Element>(
        of elements: some RandomAccessCollection<Element>, count: Int
    ) -> [Element] {
        integers(in: 0..<elements.count, count: count).map { elements.element(at: $0) }
    }

    /// `count` elements drawn with replacement by weight: `rng.choice(elements, count, p=probabilities)`.
    ///
    ///     try generator.choices(of: [80, 443], probabilities: [0.75, 0.25], count: 3)
    ///
    /// - Throws: ``ChoiceError`` when the probabilities are not a distribution over the elements.
    /// - Complexity: O(*n* + *count* log *n*) for *n* elements.
    public mutating func choices<Element>(
        of elements: some RandomAccessCollection<Element>, probabilities: [Double], count: Int
    ) throws(ChoiceError) -> [Element] {
        let limits = try Self.cumulative(probabilities, over: elements.count)
        return random(count: count).map { drawn in elements.element(at: limits.partitioningIndex { $0 > drawn }) }
    }

    /// `count` different elements in random order: `rng.choice(elements, count, replace=False)`.
    ///
    /// - Throws: ``ChoiceError/tooFew(population:asked:)`` when there are not that many elements.
    /// - Complexity: O(*count*), or O(*n*) where more than a fiftieth of a large population is drawn.
    public mutating func sample<Element>(
        of elements: some RandomAccessCollection<Element>, count: Int
    ) throws(ChoiceError) -> [Element] {
        let population = elements.count
        guard count >= 0, count <= population else { throw .tooFew(population: population, asked: count) }
        let indices =
            population > 10_000 && count > population / 50
            ? tailShuffled(count, of: population) : floydSampled(count, of: population)
        return indices.map { elements.element(at: $0) }
    }
}

extension NumPyGenerator {
    /// Shuffles only the last `count` places of all indices, which is cheap where many are drawn.
    private mutating func tailShuffled(_ count: Int, of population: Int) -> [Int] {
        var indices = Array(0..<population)
        for last in stride(from: population - 1, through: max(population - count, 1), by: -1) {
            indices.swapAt(Int(bounded(upTo: UInt64(last))), last)
        }
        return Array(indices.suffix(count))
    }

    /// Floyd's sampling (Bentley and Floyd, CACM 30, 1987), which finds a set, then puts it in random order.
    private mutating func floydSampled(_ count: Int, of population: Int) -> [Int] {
        var chosen = Set<Int>(minimumCapacity: count)
        var indices: [Int] = []
        for last in population - count..<population {
            let candidate = Int(bounded(upTo: UInt64(last)))
            let pick = chosen.contains(candidate) ? last : candidate
            chosen.insert(pick)
            indices.append(pick)
        }
        for last in stride(from: count - 1, to: 0, by: -1) {
            indices.swapAt(Int(bounded(upTo: UInt64(last))), last)
        }
        return indices
    }

    private static func cumulative(_ probabilities: [Double], over count: Int) throws(ChoiceError) -> [Double] {
        guard probabilities.count == count else {
            throw .countMismatch(elements: count, probabilities: probabilities.count)
        }
        if let bad = probabilities.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .notAProbability(index: bad, value: probabilities[bad])
        }
        var sum = 0.0
        let limits = probabilities.map { probability in
            sum += probability
            return sum
        }
        guard abs(sum - 1) <= Double.ulpOfOne.squareRoot() else { throw .doesNotSumToOne(sum: sum) }
        return limits.map { $0 / sum }
    }
}

extension RandomAccessCollection {
    fileprivate func element(at offset: Int) -> Element {
        self[index(startIndex, offsetBy: offset)]
    }
}
