/// Where the bytes of one protocol stand within a captured packet.
///
/// Decoders pass the whole capture along with one of these, rather than ever shorter slices: so each knows how far
/// from the packet's beginning it is, and how many bytes there were on the link beyond those captured.
struct Layer {
    /// Where the layer begins among the captured bytes.
    private(set) var offset: Int
    /// How many of its bytes were captured.
    private(set) var captured: Int
    /// How many bytes it had on the link: at least those captured.
    private(set) var length: Int
    /// How many more tunnels may be opened in it.
    private(set) var tunnels: UInt8
    /// How many more Ethernet frames may stand within frames: pseudo-wires without end must not nest calls without end.
    private(set) var wires: UInt8 = 2

    /// Whether it is part of a fragment: then what is missing at its end may be in the next one.
    private(set) var isFragment = false

    /// The outermost layer of a packet.
    @inline(__always)
    init(captured: Int, length: Int, tunnels: UInt8) {
        offset = 0
        self.captured = captured
        self.length = max(length, captured)
        self.tunnels = tunnels
    }

    /// The captured bytes' places.
    @inline(__always)
    var range: Range<Int> { Range(uncheckedBounds: (offset, offset &+ captured)) }

    /// What follows the first `count` bytes, all of which were captured: so these sums cannot overflow.
    @inline(__always)
    func dropping(_ count: Int) -> Layer {
        var rest = self
        rest.offset &+= count
        rest.captured &-= count
        rest.length &-= count
        return rest
    }

    /// The first `count` bytes, or as many as there are.
    @inline(__always)
    func first(_ count: Int) -> Layer {
        var part = self
        part.captured = min(captured, count)
        part.length = min(length, count)
        return part
    }

    /// The same bytes as the contents of a tunnel.
    var inTunnel: Layer {
        var inner = self
        inner.tunnels -= 1
        return inner
    }

    /// The same bytes as a frame within a frame.
    var inWire: Layer {
        var inner = self
        inner.wires -= 1
        return inner
    }

    /// The same bytes as the beginning of a larger packet.
    var ofFragment: Layer {
        var part = self
        part.isFragment = true
        return part
    }

    /// Why a header of `count` bytes could not be read: the packet ends within it, or only its capture does.
    func fault(within header: DecodingFault.Header, of count: Int) -> DecodingFault {
        count <= length ? .cut(header) : .short(header)
    }
}
