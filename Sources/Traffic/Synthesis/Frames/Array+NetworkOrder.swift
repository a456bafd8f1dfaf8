extension [UInt8] {
    /// Appends a number, the most significant byte first.
    mutating func append(_ number: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// Puts a number in the place of two bytes.
    mutating func replace(at place: Int, with number: UInt16) {
        self[place] = UInt8(number >> 8)
        self[place + 1] = UInt8(truncatingIfNeeded: number)
    }
}

extension IPAddress {
    /// The address as it stands in a header: four bytes or sixteen.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        switch version {
        case .four: bytes.append(UInt32(truncatingIfNeeded: low))
        case .six:
            bytes.append(high)
            bytes.append(low)
        }
        return bytes
    }
}

extension HardwareAddress {
    /// The six bytes of the address.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(rawValue)
        return Array(bytes.dropFirst(2))
    }
}
