/// The pairs of hardware addresses that flows have, each kept once: on a link there are few, however many flows.
///
/// A flow keeps a number of two bytes. Hostile traffic may show more pairs than such a number tells apart; of what
/// comes then, nothing is kept, so that it costs no memory.
struct HardwareTable {
    private var numbers: [HardwareAddresses: UInt16] = [:]
    private var pairs: [HardwareAddresses] = []
    /// What was asked for last: most flows of a capture pass between the same two routers.
    private var latest: UInt16 = Self.none

    /// The number that stands for no addresses.
    static let none = UInt16.max

    /// The number of a packet's pair of addresses.
    mutating func number(of packet: Packet) -> UInt16 {
        guard let pair = HardwareAddresses(packet) else { return Self.none }
        if self[latest] != pair { latest = numbers[pair] ?? add(pair) }
        return latest
    }

    private mutating func add(_ pair: HardwareAddresses) -> UInt16 {
        guard pairs.count < Int(Self.none) else { return Self.none }
        let number = UInt16(pairs.count)
        pairs.append(pair)
        numbers[pair] = number
        return number
    }

    /// The pair of a number; nil for none.
    subscript(number: UInt16) -> HardwareAddresses? { number == Self.none ? nil : pairs[Int(number)] }

    /// The memory held, in bytes.
    var byteCount: Int { (pairs.capacity + numbers.capacity) * MemoryLayout<HardwareAddresses>.stride }
}
