import Foundation
import Testing

@testable import Notebook

@Suite("Compiled cells")
struct CompiledStoreTests {
    @Test("are the same bytes wherever and whenever they are compiled, and give the same page", arguments: 101...103)
    func reproducible(seed: UInt64) throws {
        var maker = WorldGenerator(seed: seed)
        let world = maker.world()
        let trial = try EqualityTrial()
        #expect(try trial.difference(at: world) == nil)
        let kept = try entries(of: trial.project.path)
        let page = try trial.emptyStorePage(of: world) { try entries(of: trial.project.path) }
        #expect(page.extra == kept)
        #expect(!kept.isEmpty)
        let followed = try trial.page(of: world)
        #expect(PageDifference(followed.markup, expected: page.page.markup) == nil)
    }

    private func entries(of project: String) throws -> [String: Data] {
        let folders = [Store.Kind.compiled, .blobs].map { "\(project)/.flowbook/\($0.rawValue)" }
        let paths = try folders.flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
        }
        return Dictionary(uniqueKeysWithValues: paths.map { ($0, FileManager.default.contents(atPath: $0) ?? Data()) })
    }
}
