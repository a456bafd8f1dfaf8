import Testing

@testable import flowbook

@Suite("Progress is one line")
struct ProgressStepTests {
    private func step(_ title: String, seconds: Double? = 0.14) -> ProgressStep {
        ProgressStep(notebook: "01-entropy", position: 3, count: 14, title: title, seconds: seconds)
    }

    @Test("it names notebook, cell, title and time")
    func line() {
        #expect(step("Port distribution").line(width: 79) == "01-entropy  3 of 14  Port distribution  0.1 s")
        #expect(step("Port distribution", seconds: nil).line(width: 79) == "01-entropy  3 of 14  Port distribution")
    }

    @Test("the title gives way on a narrow terminal")
    func narrow() {
        #expect(step("Port distribution").line(width: 37) == "01-entropy  3 of 14  Port dis…  0.1 s")
    }

    @Test("it never exceeds the width", arguments: [0, 1, 10, 21, 22, 28, 29, 40])
    func width(width: Int) {
        #expect(step("Port distribution").line(width: width).count <= width)
    }

    @Test("a title cannot speak to the terminal")
    func control() {
        #expect(!step("a\u{1B}[2J\r").line(width: 79).unicodeScalars.contains { $0.value < 32 })
    }
}
