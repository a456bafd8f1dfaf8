import TrafficCapture

/// The interfaces of this machine, for a person or a program.
enum InterfaceListing {
    static func run(json: Bool, console: Console) throws -> ExitCode {
        let interfaces = try NetworkInterface.all()
        let lines = json ? interfaces.map(\.json.text) : table(interfaces)
        for line in lines { try console.hand(line) }
        return .success
    }

    private static func table(_ interfaces: [NetworkInterface]) -> [String] {
        let rows = [["interface", "state", "addresses", "description"]] + interfaces.map(\.row)
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0.padded(to: $1) } + [row[3]]
            return cells.joined(separator: "  ").printable.trimmingSuffix(" ")
        }
    }
}

extension NetworkInterface {
    fileprivate var row: [String] {
        [name, state, addresses.map { "\($0)" }.joined(separator: ", "), isLoopback ? "loopback" : description]
    }

    private var state: String {
        isUp ? isRunning ? "up" : "up, not connected" : "down"
    }

    fileprivate var json: JSON {
        .object([
            "name": .string(name), "description": .string(description), "isUp": .bool(isUp),
            "isRunning": .bool(isRunning), "isLoopback": .bool(isLoopback),
            "addresses": .array(addresses.map { .string("\($0)") }),
        ])
    }
}

extension String {
    /// The text without this character at its end.
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        String(prefix(upTo: lastIndex { $0 != character }.map(index(after:)) ?? startIndex))
    }
}
