extension RandomAccessCollection {
    /// The first index whose element belongs to the second part, of a collection of which all elements after the first
    /// that belongs there do so too; the end if none does.
    /// - Complexity: O(log *n*).
    func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if belongsInSecondPart(self[middle]) {
                count = half
            } else {
                (low, count) = (index(after: middle), count - half - 1)
            }
        }
        return low
    }
}
