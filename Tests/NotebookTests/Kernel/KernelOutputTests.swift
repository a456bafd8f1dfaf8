import Notebook
import Testing

@Suite("What cells write", .serialized)
struct KernelOutputTests {
    /// Sends one frame in two packets, as the display library does.
    private static let sendFrame = """
        import Glibc
        func frame(_ text: String) {
            fflush(stdout)
            for (flag, part) in [(UInt8(0), text.prefix(2)), (1, text.dropFirst(2))] {
                let packet = [flag] + Array(part.utf8)
                _ = send(198, packet, packet.count, 0)
            }
        }
        """

    @Test("text, errors and frames keep their order")
    func keepsOrder() throws {
        let bench = try KernelBench()
        let base = try bench.snapshot(Self.sendFrame)
        let run = try bench.run(
            """
            import Glibc
            for i in 0..<3 {
                print("out", i)
                fputs("err \\(i)\\n", stderr)
                frame("frame \\(i)")
                print("half", terminator: "")
                fputs("!", stderr)
                write(1, "raw\\n", 4)
                puts("puts")
            }
            """, from: base)
        let turns = (0..<3).flatMap { i -> [RawItem] in
            [
                .stream(.standardOutput, Array("\(i > 0 ? "raw\nputs\n" : "")out \(i)\n".utf8)),
                .stream(.standardError, Array("err \(i)\n".utf8)), .frame(Array("frame \(i)".utf8)),
                .stream(.standardOutput, Array("half".utf8)), .stream(.standardError, Array("!".utf8)),
            ]
        }
        #expect(run.items == turns + [.stream(.standardOutput, Array("raw\nputs\n".utf8))])
    }

    @Test(
        "a single print of five megabytes arrives whole",
        arguments: ["print(text)", "fputs(text, stderr)", "write(1, text, text.utf8.count)"])
    func printsMuch(statement: String) throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Glibc\nlet text = String(repeating: \"0123456789\", count: 500_000)\n\(statement)",
            limits: CellLimits(seconds: 20, outputBytes: 8 << 20))
        let text = run.output + run.errorOutput
        #expect(text.utf8.count == (statement.hasPrefix("print") ? 5_000_001 : 5_000_000))
        #expect(text.hasPrefix("0123456789") && run.items.count == 1)
    }

    @Test("what other programs write belongs to the cell")
    func hearsOtherPrograms() throws {
        let bench = try KernelBench()
        let run = try bench.run("import Foundation\nprint(1)\nsystem(\"echo two; echo three >&2\")\nprint(4)")
        #expect(run.output == "1\ntwo\n4\n")
        #expect(run.errorOutput == "three\n")
    }

    @Test("closing descriptors hurts only the cell that does it", arguments: [9, 1023])
    func closesDescriptors(last: Int) throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Glibc\nprint(\"before\")\nlet number = 5\nfor i in 0...Int32(\(last)) { close(i) }\nprint(\"after\")"
        )
        #expect(run.output == "before\n")
        #expect(run.notices.map(\.kind) == [.closedStandardInput, .closedStandardOutput, .closedStandardError])
        let after = try #require(run.snapshot)
        #expect(try bench.run("print(number)", from: after).output == "5\n")
    }

    @Test("closing every descriptor at once, closing stdout and reopening it leave the next cell its output")
    func replacesStreams() throws {
        let bench = try KernelBench()
        let first = try bench.snapshot("import Glibc\nclosefrom(0)\nfor i in Int32(0)...300 { dup2(0, i) }")
        let second = try bench.snapshot(
            "import Glibc\nfclose(stdout)\nfreopen(\"/dev/null\", \"w\", stderr)\nprint(1)", from: first)
        #expect(try bench.run("print(2)", from: second).output == "2\n")
    }

    @Test("what is no frame, and a frame without an end, are told; empty writes say nothing")
    func tellsOfNonsense() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            """
            import Glibc
            send(198, "", 0, 0)
            write(1, "", 0)
            send(198, [7, 7], 2, 0)
            print(1)
            fflush(stdout)
            send(198, [0, 5, 5, 5], 4, 0)
            """)
        #expect(
            run.items == [
                .cut(.damaged(bytes: 2)), .stream(.standardOutput, Array("1\n".utf8)), .cut(.damaged(bytes: 3)),
            ])
    }

    @Test("what was printed before a crash is there, the unfinished line included")
    func rescuesUnfinishedLine() throws {
        let bench = try KernelBench()
        let run = try bench.run("import Glibc\nprint(\"half a\", terminator: \" line\")\nabort()")
        #expect(run.output == "half a line")
    }

    @Test("a hundred thousand lines arrive whole")
    func takesLines() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "for i in 0..<100_000 { print(i) }", limits: CellLimits(seconds: 30, outputBytes: 1 << 20))
        #expect(run.output == (0..<100_000).map { "\($0)\n" }.joined())
    }
}
