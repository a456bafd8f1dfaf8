/// What two ends of the Secure Shell say before they encrypt, RFC 4253; its secrets are mere noise.
struct SecureShellHandshake: Hashable, Sendable {
    let seed: UInt64

    static let clientVersion = Array("SSH-2.0-OpenSSH_9.6\r\n".utf8)
    static let serverVersion = Array("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u2\r\n".utf8)

    /// Which algorithms a side would take, section 7.1.
    func algorithms(_ direction: FlowDirection) -> [UInt8] {
        let lists = [
            "curve25519-sha256", "ssh-ed25519", "aes128-ctr", "aes128-ctr", "hmac-sha2-256", "hmac-sha2-256", "none",
            "none", "", "",
        ]
        let names = lists.flatMap { Self.string(Array($0.utf8)) }
        return packet([20] + noise(16, direction == .forward ? 1 : 2) + names + [0, 0, 0, 0, 0])
    }

    /// The client's half of the key, RFC 5656 section 4.
    var exchange: [UInt8] { packet([30] + Self.string(noise(32, 3))) }

    /// The server's half of the key, its signature, and that what follows is encrypted.
    var reply: [UInt8] {
        let kind = Self.string(Array("ssh-ed25519".utf8))
        let key = Self.string(kind + Self.string(noise(32, 4)))
        let signature = Self.string(kind + Self.string(noise(64, 5)))
        return packet([31] + key + Self.string(noise(32, 6)) + signature) + newKeys
    }

    /// That what follows is encrypted, section 7.3.
    var newKeys: [UInt8] { packet([21]) }
}

extension SecureShellHandshake {
    private func noise(_ count: Int, _ use: UInt64) -> [UInt8] {
        Payload(count: count, seed: NoiseGenerator.word(seed, at: use)).bytes(0..<count)
    }

    private static func string(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(UInt32(content.count))
        return bytes + content
    }

    /// A packet of the protocol: its length, at least four bytes of padding, a multiple of eight in all; section 6.
    private func packet(_ content: [UInt8]) -> [UInt8] {
        let padding = 4 + (8 - (9 + content.count) % 8) % 8
        var bytes: [UInt8] = []
        bytes.append(UInt32(1 + content.count + padding))
        return bytes + [UInt8(padding)] + content + [UInt8](repeating: 0, count: padding)
    }
}
