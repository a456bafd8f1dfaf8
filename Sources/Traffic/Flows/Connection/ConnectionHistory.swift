/// What happened in a connection, in order, a letter an event: Zeek's `history`.
///
///     ConnectionHistory("ShADadFf")?.description     // "ShADadFf"
///
/// Letters of the initiator are capitals, those of the responder small; ``Event`` says what each stands for. Here are
/// kept the first sixteen letters. Where more follow, the sixteenth gives way to `…`, so a cut history shows as one.
///
/// Ten bytes, because a table of millions of flows holds one for each.
public struct ConnectionHistory: BitwiseCopyable, Hashable, Sendable {
    // Sixteen codes of five bits, the first in the lowest; zero where there is none yet. In two fields, as one of
    // 128 bits would be padded to sixteen bytes.
    private var low: UInt64 = 0
    private var high: UInt16 = 0

    /// How many letters are kept at most.
    public static let capacity = 16

    /// Nothing happened yet.
    public init() {}
}

extension ConnectionHistory {
    /// How many letters there are.
    public var count: Int { (Self.width - bits.leadingZeroBitCount + Code.width - 1) / Code.width }

    /// Whether nothing happened yet.
    public var isEmpty: Bool { low == 0 }

    /// Whether more happened than could be kept.
    public var isCut: Bool { code(at: Self.capacity - 1) == .cut }

    /// Whether `event` of the endpoint that sends in `direction` is among the letters kept.
    public func contains(_ event: Event, _ direction: FlowDirection) -> Bool {
        let wanted = Code(event, direction)
        return (0..<count).contains { code(at: $0) == wanted }
    }

    /// Adds an event of the endpoint that sends in `direction`.
    package mutating func append(_ event: Event, _ direction: FlowDirection) {
        append(Code(event, direction))
    }

    /// Whether these and no other letters are there.
    package func isOnly(_ event: Event, _ direction: FlowDirection) -> Bool {
        bits == UInt128(Code(event, direction).rawValue)
    }
}

extension ConnectionHistory: CustomStringConvertible {
    /// The letters, as Zeek writes them; empty where nothing happened.
    public var description: String {
        String((0..<count).map { code(at: $0).letter })
    }

    /// A history from its letters; nil where one is unknown or there are more than sixteen.
    public init?(_ text: some StringProtocol) {
        guard text.count <= Self.capacity else { return nil }
        for character in text {
            guard let code = Code(letter: character) else { return nil }
            append(code)
        }
    }
}

extension ConnectionHistory {
    /// Whether a SYN of the initiator is followed by its RST with nothing of a handshake between them: Zeek's pattern
    /// `^?S[^HAFGIQ]*R`.
    var isAbortedAttempt: Bool {
        let letters = description.drop { $0 == "^" }
        guard letters.first == "S", let reset = letters.firstIndex(of: "R") else { return false }
        return !letters[..<reset].contains { "HAFGIQ".contains($0) }
    }
}

extension ConnectionHistory {
    private static var width: Int { UInt128.bitWidth }

    private var bits: UInt128 {
        get { UInt128(high) << 64 | UInt128(low) }
        set {
            low = UInt64(truncatingIfNeeded: newValue)
            high = UInt16(truncatingIfNeeded: newValue >> 64)
        }
    }

    private func code(at index: Int) -> Code {
        Code(rawValue: UInt8(truncatingIfNeeded: bits >> UInt128(index * Code.width)) & Code.mask)
    }

    private mutating func append(_ code: Code) {
        let index = count
        if index < Self.capacity {
            bits |= UInt128(code.rawValue) << UInt128(index * Code.width)
        } else {
            bits |= UInt128(Code.cut.rawValue) << UInt128((Self.capacity - 1) * Code.width)
        }
    }
}
