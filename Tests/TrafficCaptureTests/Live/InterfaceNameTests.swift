import Testing

@testable import TrafficCapture

@Suite("a mistyped interface")
struct InterfaceNameTests {
    static let names = ["lo", "eth0", "wlan0", "any"]

    @Test(
        "is taken for the nearest one, or for none",
        arguments: [
            ("lo0", "lo"), ("l0", "lo"), ("eht0", "eth0"), ("eth1", "eth0"), ("ETH0", nil), ("wlan", "wlan0"),
            ("x", nil), ("", nil), ("en", nil), ("vlan0", "wlan0"),
        ] as [(String, String?)])
    func nearest(name: String, expected: String?) {
        #expect(InterfaceName.nearest(to: name, among: Self.names) == expected)
    }
}
