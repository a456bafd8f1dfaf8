extension IPAddress: CustomStringConvertible {
    /// The canonical text: dotted decimal for version 4, RFC 5952 for version 6.
    public var description: String {
        switch version {
        case .four: Self.dotted(UInt32(truncatingIfNeeded: low))
        case .six: isMapped ? "::ffff:" + Self.dotted(UInt32(truncatingIfNeeded: low)) : compressed
        }
    }
}

extension IPAddress: LosslessStringConvertible {
    /// The address written in `text`, in any form RFC 4291 allows; nil for anything else.
    ///
    /// Zone identifiers, prefixes, leading zeros of dotted numbers and surrounding blanks are not part of an address.
    public init?(_ text: String) {
        if let number = Self.dottedNumber(text[...]) {
            self.init(number)
        } else if let groups = Self.groups(text) {
            let halves = groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
            self.init(high: UInt64(halves >> 64), low: UInt64(truncatingIfNeeded: halves))
        } else {
            return nil
        }
    }
}

extension IPAddress {
    private var isMapped: Bool { high == 0 && low >> 32 == 0xffff }

    private var groups: [UInt16] {
        [high, low].flatMap { half in
            stride(from: 48, through: 0, by: -16).map { UInt16(truncatingIfNeeded: half >> UInt64($0)) }
        }
    }

    /// The groups with the longest run of two or more zeros, the first of equals, written as `::`.
    private var compressed: String {
        let groups = groups
        let run = Self.longestZeroRun(groups)
        guard run.count >= 2 else { return Self.joined(groups[...]) }
        return Self.joined(groups[..<run.lowerBound]) + "::" + Self.joined(groups[run.upperBound...])
    }

    private static func joined(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in groups.indices {
            if groups[index] != 0 { start = index + 1 }
            if index + 1 - start > longest.count { longest = start..<index + 1 }
        }
        return longest
    }

    private static func dotted(_ number: UInt32) -> String {
        stride(from: 24, through: 0, by: -8).map { "\(number >> UInt32($0) & 0xff)" }.joined(separator: ".")
    }
}

extension IPAddress {
    private static func dottedNumber(_ text: Substring) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var number: UInt32 = 0
        for part in parts {
            guard let byte = dottedByte(part) else { return nil }
            number = number << 8 | UInt32(byte)
        }
        return number
    }

    private static func dottedByte(_ part: Substring) -> UInt8? {
        let isPlain = part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isPlain, part.count == 1 || part.first != "0" else { return nil }
        return UInt8(part)
    }

    /// The eight groups of version 6 text, with `::` filled in.
    private static func groups(_ text: String) -> [UInt16]? {
        guard let gap = text.firstRange(of: "::") else {
            return expanded(text[...], endsAddress: true).flatMap { $0.count == 8 ? $0 : nil }
        }
        guard let left = expanded(text[..<gap.lowerBound], endsAddress: false),
            let right = expanded(text[gap.upperBound...], endsAddress: true)
        else { return nil }
        let missing = 8 - left.count - right.count
        return missing >= 1 ? left + [UInt16](repeating: 0, count: missing) + right : nil
    }

    /// Groups of hexadecimal digits, of which the last two of an address may be written as a dotted number.
    private static func expanded(_ text: Substring, endsAddress: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var tail: [UInt16] = []
        if endsAddress, let last = parts.last, last.contains("."), let number = dottedNumber(last) {
            tail = [UInt16(number >> 16), UInt16(truncatingIfNeeded: number)]
            parts.removeLast()
        }
        let head = parts.compactMap(group)
        return head.count == parts.count ? head + tail : nil
    }

    private static func group(_ part: Substring) -> UInt16? {
        guard (1...4).contains(part.utf8.count), part.first != "+", part.first != "-" else { return nil }
        return UInt16(part, radix: 16)
    }
}
