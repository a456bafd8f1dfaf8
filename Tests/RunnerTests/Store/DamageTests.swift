import Foundation
import TestSupport
import Testing

@testable import Notebook

/// What can have become of a file of the store.
enum Damage: CaseIterable {
    case truncated, emptied, flipped, overwritten, missing, folder, unreadable, dangling

    func apply(to path: String, _ generator: inout SplitMix) throws {
        let manager = FileManager.default
        var bytes = Array(manager.contents(atPath: path) ?? Data())
        switch self {
        case .truncated: bytes.removeLast(min(bytes.count, Int.random(in: 1...64, using: &generator)))
        case .emptied: bytes = []
        case .flipped:
            if let place = bytes.indices.randomElement(using: &generator) {
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
        case .overwritten: bytes = Array("not what was here".utf8)
        case .missing: return try manager.removeItem(atPath: path)
        case .folder:
            try manager.removeItem(atPath: path)
            return try manager.createDirectory(atPath: path + "/inner", withIntermediateDirectories: true)
        case .unreadable: return try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        case .dangling:
            try manager.removeItem(atPath: path)
            return try manager.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere/at/all")
        }
        // Another file of that name: what a running process has loaded from the old one is its own.
        try manager.removeItem(atPath: path)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

@Suite("A damaged store")
struct DamageTests {
    private static let notebook = """
        // %% a
        import Foundation
        var list = [3, 1, 2]
        print(try String(contentsOfFile: "inputs/data.txt", encoding: .utf8))

        // %% b
        list.sort()
        Table(list) { Column("Number", \\.self) }

        // %% c
        Plot("Numbers.") { Bars(["a", "b", "c"], list.map(Double.init)) }

        // %% [markdown] id="d"
        // The largest is \\(list[2]), and $x^2$.

        // %% e
        print(list[3])
        """

    @Test("is a store with less in it: the page stays the same", arguments: Damage.allCases, Store.Kind.allCases)
    func damage(damage: Damage, kind: Store.Kind) throws {
        var generator = SplitMix(seed: 1)
        let project = try TrialProject()
        try project.write("one\n", to: "inputs/data.txt")
        let environment = try project.environment()
        let expected = try TrialPage(Self.notebook, in: environment).markup
        let folder = "\(project.path)/.flowbook/\(kind.rawValue)"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(!names.isEmpty)
        for name in names where names.count < 2 || Bool.random(using: &generator) {
            try damage.apply(to: "\(folder)/\(name)", &generator)
        }
        for _ in 0..<2 {
            let page = try TrialPage(Self.notebook, in: project.environment())
            #expect(PageDifference(page.markup, expected: expected) == nil, "\(page.account)")
        }
    }

    @Test("is found while a long-lived runner goes on", arguments: Damage.allCases)
    func damageBetween(damage: Damage) throws {
        var generator = SplitMix(seed: 2)
        let project = try TrialProject()
        try project.write("one\n", to: "inputs/data.txt")
        let environment = try project.environment()
        let runner = NotebookRunner(environment)
        defer { runner.close() }
        _ = try TrialPage(Self.notebook, runner)
        for kind in Store.Kind.allCases {
            let folder = "\(project.path)/.flowbook/\(kind.rawValue)"
            for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                try damage.apply(to: "\(folder)/\(name)", &generator)
            }
        }
        let edited = Self.notebook.replacing("list.sort()", with: "list.sort(by: >)")
        let page = try TrialPage(edited, runner)
        let fresh = try TrialProject()
        try fresh.write("one\n", to: "inputs/data.txt")
        let expected = try TrialPage(edited, in: fresh.environment())
        #expect(PageDifference(page.markup, expected: expected.markup) == nil, "\(page.account)")
    }
}
