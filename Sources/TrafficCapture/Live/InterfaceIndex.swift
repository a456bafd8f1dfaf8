internal import Glibc

/// The kernel's number of an interface, by which a vanished one is told from a renamed one.
struct InterfaceIndex {
    /// Zero for `any`, which the kernel does not know.
    private let index: UInt32

    /// Asked before anything is opened, so that a mistyped name is called one whatever rights there are.
    init(named name: String) throws(LiveCaptureError) {
        // C would take what stands before a zero for the whole name.
        index = name.utf8.contains(0) ? 0 : if_nametoindex(name)
        guard index == 0, name != NetworkInterface.anyName else { return }
        throw .noSuchInterface(name: name, available: try NetworkInterface.all().map(\.name))
    }

    /// Whether the kernel has an interface of that name.
    static func exists(_ name: String) -> Bool { if_nametoindex(name) != 0 }

    /// How many packets the interface and its driver have lost so far, modulo 2³²; nil for `any`, and for an interface
    /// that is gone.
    var drops: UInt32? { index == 0 ? nil : InterfaceDrops.count(ofInterface: index) }

    /// Whether there was an interface and no longer is.
    var isGone: Bool {
        guard index != 0 else { return false }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(IF_NAMESIZE)) { buffer in
            buffer.baseAddress.map { if_indextoname(index, $0) == nil } ?? false
        }
    }
}
