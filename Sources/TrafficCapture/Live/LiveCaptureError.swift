/// Why a live capture cannot begin.
public enum LiveCaptureError: Error, Hashable, Sendable {
    /// No interface has the name; `available` are those that can be captured on.
    case noSuchInterface(name: String, available: [String])
    /// The interface is switched off.
    case notUp(name: String)
    /// The process may not capture packets; `program` is the file that would need the right.
    case noRight(name: String, program: String)
    /// The filter is none.
    case filter(PacketFilterError)
    /// An option has a value that makes no sense.
    case option(name: String, value: String, expected: String)
    /// The interface cannot be opened; the reason is libpcap's.
    case cannotOpen(name: String, reason: String)
    /// The system gives no list of interfaces; the reason is libpcap's.
    case cannotList(reason: String)
}

extension LiveCaptureError: CustomStringConvertible {
    /// The interface, the fault, and what to do about it.
    public var description: String {
        switch self {
        case .noSuchInterface(let name, let available):
            "\(name): no such interface: there are \(available.joined(separator: ", "))"
        case .notUp(let name):
            "\(name): is not up: switch it on with 'sudo ip link set \(ShellWord.quoted(name)) up'"
        case .noRight(let name, let program):
            """
            \(name): no right to capture packets: give the program the right, once, with
                sudo setcap cap_net_raw,cap_net_admin=eip \(ShellWord.quoted(program))
            or run the command with sudo
            """
        case .filter(let error):
            error.description
        case .option(let name, let value, let expected):
            "\(name) \(value): expected \(expected)"
        case .cannotOpen(let name, let reason):
            "\(name): cannot capture: \(reason): try another interface, or compare with 'tcpdump -i \(name)'"
        case .cannotList(let reason):
            "cannot list the interfaces: \(reason): compare with 'ip link'"
        }
    }
}
