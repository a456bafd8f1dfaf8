internal import CSodium

/// The name of some content: a 256-bit BLAKE2b digest (RFC 7693).
///
/// Equal hashes mean equal content, so a hash serves as the key of everything in the store.
struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    /// The hash of `content`.
    /// - Complexity: O(*n*).
    init(of content: some Collection<UInt8>) {
        var hasher = ContentHasher()
        hasher.update(content)
        self = hasher.finish()
    }

    /// The hash that `text`, as written by `description`, stands for.
    init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == Self.byteCount * 2 else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
        }
        self.init(bytes: bytes)
    }

    /// A hash that was written down as bytes; nil unless there are thirty-two.
    init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    fileprivate init(digest: [UInt8]) { bytes = digest }

    /// Sixty-four lower-case hexadecimal digits.
    var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    static let byteCount = 32
}

/// Takes in fields one after the other and gives the hash of them all.
///
/// Fields are length-prefixed, so that `["ab", "c"]` and `["a", "bc"]` differ.
struct ContentHasher: ~Copyable {
    /// The library's state, which Swift cannot lay out itself: allocated here, released once, never shared.
    private let memory: UnsafeMutableRawPointer
    private var state: OpaquePointer { OpaquePointer(memory) }

    init() {
        memory = .allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
        crypto_generichash_init(state, nil, 0, ContentHash.byteCount)
    }

    deinit { memory.deallocate() }

    /// Adds raw bytes, without a length.
    mutating func update(_ bytes: some Collection<UInt8>) {
        let handled: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            _ = crypto_generichash_update(state, buffer.baseAddress, UInt64(buffer.count))
        }
        guard handled == nil else { return }
        let copy = Array(bytes)
        crypto_generichash_update(state, copy, UInt64(copy.count))
    }

    /// Adds a length-prefixed text.
    mutating func field(_ text: String) { field(Array(text.utf8)) }

    /// Adds length-prefixed bytes.
    mutating func field(_ bytes: [UInt8]) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { update(Array($0)) }
        update(bytes)
    }

    /// Adds a hash.
    mutating func field(_ hash: ContentHash) { field(hash.bytes) }

    /// The hash of everything added. The hasher is used up.
    consuming func finish() -> ContentHash {
        var digest = [UInt8](repeating: 0, count: ContentHash.byteCount)
        crypto_generichash_final(state, &digest, digest.count)
        return ContentHash(digest: digest)
    }
}

extension ContentHash {
    /// The hash of a list of fields, each length-prefixed.
    init(fields: [String]) {
        var hasher = ContentHasher()
        for field in fields { hasher.field(field) }
        self = hasher.finish()
    }
}
