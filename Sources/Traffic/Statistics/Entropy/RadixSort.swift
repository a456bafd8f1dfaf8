/// Sorting by the digits of numbers instead of comparing them.
///
/// From the lowest digit to the highest the numbers are dealt into a pile for each digit, in order, and the piles put
/// together again (Knuth, The Art of Computer Programming 3, section 5.2.5).
enum RadixSort {
    private static var digitBits: Int { 11 }

    /// Numbers of at least zero in ascending order.
    /// - Complexity: O(*n* · *b*) for numbers of *b* digits of eleven bits.
    static func ascending(_ numbers: [Int]) -> [Int] {
        let bits = Int.bitWidth - (numbers.max() ?? 0).leadingZeroBitCount
        var (numbers, spare) = (numbers, [Int](repeating: 0, count: numbers.count))
        for shift in stride(from: 0, to: bits, by: digitBits) {
            deal(numbers, into: &spare, by: shift)
            swap(&numbers, &spare)
        }
        return numbers
    }

    private static func deal(_ numbers: [Int], into piles: inout [Int], by shift: Int) {
        let mask = 1 << digitBits - 1
        var places = [Int](repeating: 0, count: mask + 1)
        for number in numbers { places[number &>> shift & mask] += 1 }
        var next = 0
        for digit in places.indices { (places[digit], next) = (next, next + places[digit]) }
        for number in numbers {
            let digit = number &>> shift & mask
            piles[places[digit]] = number
            places[digit] += 1
        }
    }
}
