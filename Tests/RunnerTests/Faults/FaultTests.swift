import Foundation
import Testing

@testable import Notebook

@Suite("Nothing takes the page down", .serialized)
struct FaultTests {
    @Test("a cell that fails tells why and where, and only what needs it does not run", arguments: Fault.crashes)
    func crashes(fault: Fault) throws { try FaultTrial(fault).conduct() }

    @Test("a cell that takes too much is stopped", arguments: Fault.excesses)
    func excesses(fault: Fault) throws { try FaultTrial(fault).conduct() }

    @Test("what a cell changes around itself is put back", arguments: Fault.meddling)
    func meddling(fault: Fault) throws { try FaultTrial(fault).conduct() }

    @Test("a cell that attacks the kernel fails alone", arguments: Fault.assaults)
    func assaults(fault: Fault) throws { try FaultTrial(fault).conduct() }
}

/// A notebook with a fault, run, run again by another runner, and mended.
struct FaultTrial {
    let fault: Fault
    private let project: TrialProject
    private let mark = "mark-\(UUID().uuidString)"

    init(_ fault: Fault) throws {
        self.fault = fault
        project = try TrialProject()
    }

    func conduct() throws {
        let environment = try project.environment(["FLOWBOOK_TRIAL_MARK": mark])
        let runner = NotebookRunner(environment)
        defer { runner.close() }
        let page = try TrialPage(fault.notebook, runner)
        judge(page)
        let again = try TrialPage(fault.notebook, in: environment)
        #expect(PageDifference(again.markup, expected: page.markup) == nil, "the same page from another runner")
        let mended = try TrialPage(Fault.mended, runner)
        #expect(mended.run.reports.allSatisfy { $0.result.status == .succeeded }, "\(mended.account)")
        runner.close()
        #expect(Processes.leftAfterAWhile(mark: mark) == [])
    }

    private func judge(_ page: TrialPage) {
        let results = Dictionary(uniqueKeysWithValues: page.run.reports.map { ($0.cell.id, $0.result) })
        #expect(results["before"]?.text == "before\n")
        #expect(results["prose"]?.interpolations == ["41"])
        #expect(results["independent"]?.text == "independent 41\n", "\(page.account)")
        switch (fault.outcome, results["fault"]?.status) {
        case (.fails(let message, let line), .failed(let failure)):
            #expect(failure.message.hasPrefix(message), "\(failure)")
            if let line { #expect(failure.line == line + Fault.firstLine - 1, "\(failure)") }
            #expect(results["dependent"]?.status == .blocked(by: ["fault"]))
        case (.succeeds(let remark), .succeeded):
            let remarks = (results["fault"]?.notices ?? []).map(\.message)
            if let remark { #expect(remarks.contains { $0.contains(remark) }, "\(remarks)") }
            #expect(results["dependent"]?.text == "dependent 42\n", "\(page.account)")
        default: Issue.record("\(page.account)")
        }
    }
}

extension CellResult {
    /// What the cell printed.
    var text: String {
        items.map { if case .stream(_, let text) = $0 { text } else { "" } }.joined()
    }
}
