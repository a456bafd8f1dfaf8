import Foundation
import Testing

@Suite("Names of files may hold anything")
struct FileNameTests {
    @Test("a name that is no UTF-8 is refused, and no other file is written in its place")
    func notText() throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let run = try ShellRun(#""$0" flows sample.pcap -o $'x\xff.csv'; s=$?; ls; exit $s"#, in: folder)
            #expect(run.status == 2)
            #expect(run.output == "sample.pcap\n")
            #expect(run.errors.hasPrefix("flowbook: invalid value: x\u{fffd}.csv: it is no UTF-8"))
        }
    }

    @Test("a name with ends of lines and colons makes one line of an error")
    func lines() throws {
        try withTemporaryFolder { folder in
            let run = try ShellRun(#""$0" flows $'a\nb: c'"#, in: folder)
            #expect(run.status == 3)
            #expect(run.errors.hasPrefix(#"flowbook: cannot read: a\nb: c: cannot open: No such file or directory"#))
            #expect(run.errors.filter { $0 == "\n" }.count == 1)
        }
    }
}
