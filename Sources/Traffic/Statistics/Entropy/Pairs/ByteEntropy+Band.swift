extension ByteEntropy {
    /// What bytes of an entropy mostly are, by the limits that nDPI uses.
    ///
    /// Sources: R. Lyda and J. Hamrock, Using entropy analysis to find encrypted and packed malware, IEEE Security and
    /// Privacy 5, 2007, who measured executables; nDPI's header `ndpi_main.h`, macros `NDPI_ENTROPY_…` of versions 4.8
    /// and later, for the limits.
    public enum Band: Hashable, Sendable, CaseIterable {
        /// Text that people can read, and other plain data: below 4.941 bits.
        case plainText
        /// The code of a program: from 4.941 bits on.
        case executable
        /// A packed, that is compressed, program: from 6.677 bits on.
        case packedExecutable
        /// An encrypted program: from 7.174 bits on.
        case encryptedExecutable
        /// Encrypted or random data: from 7.312 bits on.
        case encryptedOrRandom
    }
}

extension ByteEntropy.Band {
    /// The least entropy of the band, in bits.
    public var leastBits: Double {
        switch self {
        case .plainText: 0
        case .executable: 4.941
        case .packedExecutable: 6.677
        case .encryptedExecutable: 7.174
        case .encryptedOrRandom: 7.312
        }
    }

    /// The band of an entropy.
    public init(bits: Double) {
        self = Self.allCases.last { $0.leastBits <= bits } ?? .plainText
    }
}

extension ByteEntropy.Band: Comparable {
    /// Whether one band is of less entropy than another.
    public static func < (left: Self, right: Self) -> Bool { left.leastBits < right.leastBits }
}

extension ByteEntropy.Band: CustomStringConvertible {
    /// The band in words.
    public var description: String {
        switch self {
        case .plainText: "plain text"
        case .executable: "executable"
        case .packedExecutable: "packed executable"
        case .encryptedExecutable: "encrypted executable"
        case .encryptedOrRandom: "encrypted or random"
        }
    }
}
