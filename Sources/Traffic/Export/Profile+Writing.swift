extension Profile {
    /// Writes the values of a row, one after the other.
    ///
    /// The buffer is made wide enough for a whole row at once, as asking for room at every value would take a third of
    /// the time; only a long text asks again.
    /// `room` is the most bytes that `writeField` writes besides a value, such as separators.
    @inline(__always)
    func write(
        _ row: Row, _ context: RowContext, into bytes: inout [UInt8], room: Int,
        _ writeField: (inout OutputSpan<UInt8>, FieldValue, Int) -> Void
    ) {
        let rows = CollectionOfOne(row)
        let evaluations = evaluations.span
        var place = 0
        var wanted = 0
        while place < evaluations.count {
            let capacity = (evaluations.count - place) * (OutputSpan<UInt8>.longestNumber + room) + wanted
            bytes.append(addingCapacity: capacity) { text in
                while place < evaluations.count {
                    let value = evaluations[place].value(rows.span, context)
                    wanted = value.longestText + room
                    guard text.freeCapacity >= wanted else { return }
                    writeField(&text, value, place)
                    place += 1
                }
            }
        }
    }
}
