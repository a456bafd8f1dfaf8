import Foundation
import Testing
import TrafficCapture

@Suite("capture records what passes an interface")
struct CaptureTests {
    /// Whether this process may capture on loopback.
    private static let mayCapture = (try? LiveCapture(LiveCaptureOptions())) != nil
    /// Whether a program can be run as a user without any rights.
    private static let canDropRights =
        getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

    /// Starts the program, waits until it says that it captures, sends datagrams to a port of loopback, and waits for
    /// the end.
    private func run(_ words: [String], port: UInt16, datagrams: Int, in folder: URL, thenSend signal: Int32? = nil)
        throws -> (status: Int32, output: String, errors: String)
    {
        let process = Process()
        process.executableURL = ProgramRun.program
        process.arguments = words
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let announcement = errors.fileHandleForReading.availableData
        for _ in 0..<datagrams { Self.send(to: port) }
        if let signal {
            usleep(300_000)
            kill(process.processIdentifier, signal)
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let rest = announcement + errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, text, String(decoding: rest, as: UTF8.self))
    }

    private static func send(to port: UInt16) {
        let socket = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(socket, "0123456789", 10, 0, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    @Test("so many packets, and what became of them", .enabled(if: mayCapture, "needs the right to capture"))
    func count() throws {
        try withTemporaryFolder { folder in
            let words = ["capture", "--filter", "udp dst port 47001", "--count", "5", "-w", "x.pcap"]
            let run = try run(words, port: 47_001, datagrams: 5, in: folder)
            #expect(run.status == 0)
            #expect(
                run.errors.hasPrefix(
                    "flowbook records the first 96 bytes of every packet on lo that matches 'udp dst port 47001'"))
            #expect(run.errors.contains("\n5 packets captured, 0 dropped by the kernel, 0 dropped by the interface: "))
            let packets = try CaptureFile(folder.appendingPathComponent("x.pcap").path).packets()
            #expect(packets.map(\.destinationPort) == Array(repeating: 47_001, count: 5))
        }
    }

    @Test(
        "a signal ends it with everything recorded", .enabled(if: mayCapture, "needs the right to capture"),
        arguments: [SIGINT, SIGTERM])
    func signal(signal: Int32) throws {
        try withTemporaryFolder { folder in
            let port = 47_100 + UInt16(signal)
            let words = ["capture", "--filter", "udp dst port \(port)", "--seconds", "off", "-w", "x.pcap"]
            let run = try run(words, port: port, datagrams: 3, in: folder, thenSend: signal)
            #expect(run.status == 0)
            #expect(run.errors.contains("beyond the default: no limit of time"))
            #expect(try CaptureFile(folder.appendingPathComponent("x.pcap").path).packets().count == 3)
        }
    }

    @Test(
        "flows come out when they end, without any packet, and all when a signal comes",
        .enabled(if: mayCapture, "needs the right to capture"))
    func flows() throws {
        try withTemporaryFolder { folder in
            let words = [
                "flows", "-i", "lo", "--filter", "udp dst port 47003", "--columns", "both_packets,end",
                "--unidirectional", "--summary", "s.json",
            ]
            let run = try run(words, port: 47_003, datagrams: 2, in: folder, thenSend: SIGTERM)
            #expect(run.status == 0)
            #expect(run.errors.hasPrefix("flowbook meters the first 96 bytes of every packet on lo"))
            #expect(
                run.output.split(whereSeparator: \.isNewline).dropFirst() == ["1,end of capture", "1,end of capture"])
            let data = try Data(contentsOf: folder.appendingPathComponent("s.json"))
            let summary = try JSONDecoder().decode(JSONView.self, from: data)
            #expect(summary["capture"]["captured"].number == 2 && summary["capture"]["end"].text == "stopped")
            #expect(summary["capture"]["droppedByKernel"].number == 0)
        }
    }

    @Test("the list of interfaces has loopback, for a person and for a program")
    func list() throws {
        try withTemporaryFolder { folder in
            let table = try ProgramRun(["capture", "--list"], in: folder)
            #expect(table.status == 0)
            #expect(table.output.hasPrefix("interface "))
            #expect(table.output.split(separator: "\n").contains { $0.hasPrefix("lo ") && $0.contains("127.0.0.1") })
            let lines = try ProgramRun(["capture", "--list", "--json"], in: folder).output.split(separator: "\n")
            let interfaces = try lines.map { try JSONDecoder().decode(JSONView.self, from: Data($0.utf8)) }
            let loopback = try #require(interfaces.first { $0["name"].text == "lo" })
            #expect(loopback["isLoopback"] == .flag(true))
        }
    }

    @Test(
        "an interface that is none is told with the nearest name", arguments: [["capture", "-w", "x.pcap"], ["flows"]])
    func unknown(words: [String]) throws {
        try withTemporaryFolder { folder in
            let run = try ProgramRun(words + ["-i", "loo"], in: folder)
            #expect(run.status == 3)
            #expect(run.errors.hasPrefix("flowbook: cannot capture: loo: no such interface: there are "))
            #expect(run.errors.hasSuffix("; did you mean lo?\n"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(
        "without the right the line that gives it is told, and no file is made",
        .enabled(if: canDropRights, "needs root, and setpriv"))
    func noRight() throws {
        try withTemporaryFolder { folder in
            let drop = "setpriv --reuid=65534 --clear-groups --inh-caps=-all --bounding-set=-all"
            let run = try ShellRun("\(drop) \"$0\" capture -w x.pcap", in: folder)
            #expect(run.status == 3 || run.status == 126 || run.status == 127)
            guard run.status == 3 else { return }
            #expect(run.errors.hasPrefix("flowbook: cannot capture: lo: no right to capture packets"))
            #expect(run.errors.contains("\n    sudo setcap cap_net_raw,cap_net_admin=eip /"))
        }
    }
}
