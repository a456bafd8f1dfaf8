import Foundation

/// A page on disk: it is replaced whole or not at all, and left alone where it is the same already.
package struct PageFile: Sendable {
    /// Why a page could not be written; the page that was there is still there.
    package struct Problem: Error, Hashable {
        /// The page, or the folder of the pages.
        package var path: String
        /// Why, in lower case.
        package var reason: String
        /// Whether it is a link to something that is not there.
        package var isLinkToNothing = false
    }

    private let path: String
    private let content: Data

    /// A page that is to stand at `path`, whose folder exists.
    package init(_ markup: String, at path: String) {
        self.path = path
        content = Data(markup.utf8)
    }

    /// Makes `folder` if need be, and sees that files can be made in it: better told before a long run than after.
    package static func prepare(_ folder: String) throws(Problem) {
        do throws(FileFailure) {
            try Folder.make(folder)
            guard access("\(folder)/.", W_OK | X_OK) == 0 else { throw FileFailure(folder) }
        } catch {
            throw linkToNothing(on: folder) ?? Problem(path: error.path, reason: error.reason)
        }
    }

    /// The first link on the way to `folder` that leads to nothing, which the system's own words do not name.
    private static func linkToNothing(on folder: String) -> Problem? {
        let ends = folder.indices.filter { folder[$0] == "/" } + [folder.endIndex]
        for path in ends.map({ String(folder[..<$0]) }) where !path.isEmpty && access(path, F_OK) != 0 {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
            return target.map {
                Problem(path: path, reason: "it leads to \($0), which is not there", isLinkToNothing: true)
            }
        }
        return nil
    }

    /// Writes pages that belong together: where one cannot be written, none changes.
    package static func write(_ pages: [PageFile]) throws(Problem) {
        var drafts: [FileDraft] = []
        do throws(FileFailure) {
            for page in pages where page.isNew { drafts.append(try page.draft()) }
            while let draft = drafts.popLast() { try draft.place() }
        } catch {
            for draft in drafts { draft.discard() }
            throw Problem(path: error.path, reason: error.reason)
        }
    }

    private var isNew: Bool { FileManager.default.contents(atPath: path) != content }

    private func draft() throws(FileFailure) -> FileDraft {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { path[...$0] } ?? ""
        return try FileDraft(content, aside: "\(folder).\(UUID().uuidString)", for: path)
    }
}
