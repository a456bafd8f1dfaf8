import Traffic

/// An interface of this machine that packets can be captured on.
public struct NetworkInterface: Hashable, Sendable {
    /// Its name, as `LiveCaptureOptions.interface` takes it.
    public let name: String
    /// What libpcap says it is; mostly empty for real interfaces.
    public let description: String
    /// Its addresses of both versions of the Internet Protocol.
    public let addresses: [IPAddress]
    /// Whether what is sent there comes back to this machine.
    public let isLoopback: Bool
    /// Whether it is switched on.
    public let isUp: Bool
    /// Whether it is connected, as far as the driver knows.
    public let isRunning: Bool
}

extension NetworkInterface {
    /// The pseudo-interface that stands for all interfaces.
    static let anyName = "any"

    /// All interfaces there are, those in use first, and `any`, which captures on all of them at once.
    ///
    /// No rights are needed to see the list. What else libpcap can listen to, such as USB or D-Bus, carries no packets
    /// of a network and is left out.
    /// - Throws: ``LiveCaptureError/cannotList(reason:)`` where the system gives no list.
    public static func all() throws(LiveCaptureError) -> [NetworkInterface] {
        try InterfaceList().interfaces.filter { $0.name == anyName || InterfaceIndex.exists($0.name) }
    }
}
