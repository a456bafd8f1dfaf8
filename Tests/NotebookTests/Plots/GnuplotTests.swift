import Foundation
import Testing

@testable import Notebook

@Suite struct GnuplotTests {
    @Test("a missing program is named with its remedy")
    func missing() {
        #expect(throws: PlotError(.missing)) { try Gnuplot.path(in: "/nowhere:/neither") }
        #expect(
            PlotError(.missing).description
                == "gnuplot: not found on PATH; install it with: apt-get install gnuplot-nox")
    }

    @Test("a program that does not start is an error")
    func notStarted() {
        #expect(throws: PlotError(.notStarted(code: ENOENT))) { try Gnuplot(path: "/nowhere/gnuplot").output(of: "") }
    }

    @Test("a refused line is quoted with its number", .enabled(if: PlotGallery.gnuplot != nil, "needs gnuplot"))
    func refused() throws {
        let gnuplot = try #require(PlotGallery.gnuplot)
        let script = "set encoding utf8\nset terminal svg\nplot nonsense\n"
        let error = #expect(throws: PlotError.self) { try gnuplot.output(of: script) }
        #expect(error?.description == "gnuplot: script line 3: undefined variable: nonsense: plot nonsense")
    }

    @Test("a script without end is stopped", .enabled(if: PlotGallery.gnuplot != nil, "needs gnuplot"))
    func timeLimit() throws {
        let gnuplot = Gnuplot(path: try #require(PlotGallery.path), seconds: 0.2)
        let start = Date.now
        #expect(throws: PlotError(.timedOut(seconds: 0.2))) { try gnuplot.output(of: "while (1) { a = 1 }\n") }
        #expect(Date.now.timeIntervalSince(start) < 5)
    }

    @Test(
        "a picture with anything unknown in it is refused",
        arguments: [
            "<svg><script>alert(1)</script></svg>", "<svg><image xlink:href='http://x/'/></svg>",
            "<svg><path stroke='red' d='M0,0 L1,1'/></svg>",
            "<svg><path stroke='rgb(1,0,1)' d='M0,0 C1,1 2,2 3,3'/></svg>",
            "<svg><use xlink:href='#other' transform='translate(1,1) scale(1)' color='rgb(1,0,1)'/></svg>",
            "<svg><rect fill='rgb(1,0,1)'/></svg>", "<svg><foreignObject/></svg>", "<svg a><g/></svg>",
        ])
    func strict(svg: String) { #expect(throws: PlotError.self) { try PlotPicture(svg: svg) } }
}
