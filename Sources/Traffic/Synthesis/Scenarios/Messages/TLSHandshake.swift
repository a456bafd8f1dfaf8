/// The part of a TLS 1.3 handshake that is not encrypted, RFC 8446 section 4.1; its secrets are mere noise.
struct TLSHandshake: Hashable, Sendable {
    /// Whom the client asks for.
    let name: String
    let seed: UInt64

    /// The record with the client's greeting.
    var clientHello: [UInt8] {
        let suites: [UInt8] = [0x13, 1, 0x13, 2, 0x13, 3, 0xc0, 0x2b, 0xc0, 0x2f]
        let body = Self.version + noise(1) + [32] + noise(2) + Self.prefixed(suites) + [1, 0]
        return Self.record([3, 1], 1, body + Self.prefixed(clientExtensions))
    }

    /// The records with the server's greeting, and its notice that all further ones are encrypted.
    var serverHello: [UInt8] {
        let suite: [UInt8] = [0x13, 1]
        let extensions =
            Self.part(43, [3, 4]) + Self.part(51, Self.group + Self.prefixed(noise(4)))
        let body = Self.version + noise(3) + [32] + noise(2) + suite + [0] + Self.prefixed(extensions)
        return Self.record(Self.version, 2, body) + Self.cipherChange
    }

    /// The record that announces encryption to old machines on the way, RFC 8446 appendix D.4.
    static let cipherChange: [UInt8] = [20, 3, 3, 0, 1, 1]
}

extension TLSHandshake {
    private static let version: [UInt8] = [3, 3]
    /// X25519.
    private static let group: [UInt8] = [0, 0x1d]

    private var clientExtensions: [UInt8] {
        let serverName = Self.prefixed([0] + Self.prefixed(Array(name.utf8)))
        let protocols = Self.prefixed([2] + Array("h2".utf8) + [8] + Array("http/1.1".utf8))
        let share = Self.prefixed(Self.group + Self.prefixed(noise(5)))
        return Self.part(0, serverName) + Self.part(10, Self.prefixed(Self.group + [0, 0x17]))
            + Self.part(13, Self.prefixed([4, 3, 8, 4, 4, 1])) + Self.part(16, protocols)
            + Self.part(43, [4, 3, 4, 3, 3]) + Self.part(45, [1, 1]) + Self.part(51, share)
    }

    /// 32 bytes that nobody can guess.
    private func noise(_ use: UInt64) -> [UInt8] {
        Payload(count: 32, seed: NoiseGenerator.word(seed, at: use)).bytes(0..<32)
    }

    /// An extension of a kind.
    private static func part(_ kind: UInt16, _ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(kind)
        return bytes + prefixed(content)
    }

    /// Bytes after their number.
    private static func prefixed(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(UInt16(clamping: content.count))
        return bytes + content
    }

    /// A handshake message in a record of its own; only the client's greeting may call itself older than 1.2 (section
    /// 5.1).
    private static func record(_ version: [UInt8], _ kind: UInt8, _ body: [UInt8]) -> [UInt8] {
        [22] + version + prefixed([kind, 0] + prefixed(body))
    }
}
