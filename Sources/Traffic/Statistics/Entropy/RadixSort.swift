/// Sorting by the digits of numbers instead of comparing them.
///
/// From the lowest digit to the highest the numbers are dealt into a pile for each digit, in order, and the piles put
/// together again (Knuth, The Art of Computer Programming 3, section 5.2.5).
enum RadixSort {
    private static var digitBits: Int { 11 }

    /// Numbers of at least zero in ascending order.
    /// - Complexity: O(*n* · *b*) for numbers of *b* digits of eleven bits.
    @inline(__always)
    static func ascending<Number: FixedWidthInteger>(_ numbers: consuming [Number]) -> [Number] {
        let bits = Number.bitWidth - (numbers.max() ?? 0).leadingZeroBitCount
        var spare = [Number](repeating: 0, count: numbers.count)
        for shift in stride(from: 0, to: bits, by: digitBits) {
            deal(numbers, into: &spare, by: shift)
            swap(&numbers, &spare)
        }
        return numbers
    }

    @inline(__always)
    private static func deal<Number: FixedWidthInteger>(_ numbers: [Number], into piles: inout [Number], by shift: Int)
    {
        let mask = 1 << digitBits - 1
        var places = [Int](repeating: 0, count: mask + 1)
        for number in numbers { places[Int(truncatingIfNeeded: number &>> Number(shift)) & mask] += 1 }
        var next = 0
        for digit in places.indices { (places[digit], next) = (next, next + places[digit]) }
        for number in numbers {
            let digit = Int(truncatingIfNeeded: number &>> Number(shift)) & mask
            piles[places[digit]] = number
            places[digit] += 1
        }
    }
}
