import Notebook

/// Lists the project's notebooks.
struct ListCommand: Command {
    var usage: CommandUsage {
        CommandUsage(
            name: "list",
            summary: "List the notebooks of this folder: name, number of cells, title.",
            operands: .none,
            options: [CommonOptions.json.form],
            examples: [.init(line: "flowbook list --json", meaning: "one line for each, for a program to read")])
    }

    /// A file that is no notebook is told on standard error, and to programs in its place; the others are listed all
    /// the same.
    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        let json = try arguments.value(CommonOptions.json)
        let references = try NotebookLocator.current().findAll([])
        let width = references.map(\.name.count).max() ?? 0
        var code = ExitCode.success
        for reference in references {
            do {
                let entry = try Entry(reference)
                try json ? console.print(entry.json) : console.print(entry.line(nameWidth: width))
            } catch let error as any ReportableError where !(error is WriteError) {
                console.report(error.report)
                if json { try console.print(ResultJSON.unreadable(reference, error)) }
                code = error.exitCode
            }
        }
        return code
    }

    /// What the list says of one notebook.
    private struct Entry {
        let reference: NotebookReference
        let title: String
        let cells: Int

        init(_ reference: NotebookReference) throws {
            let notebook = try Notebook(parsing: Files.read(reference.path), name: reference.path)
            self.reference = reference
            title = notebook.title ?? ""
            cells = notebook.cells.count
        }

        var json: JSON {
            .object([
                "name": .string(reference.name), "path": .string(reference.path), "title": .string(title),
                "cells": .integer(cells),
            ])
        }

        func line(nameWidth: Int) -> String {
            let name = reference.name + String(repeating: " ", count: nameWidth - reference.name.count)
            let count = String(repeating: " ", count: max(0, 4 - "\(cells)".count)) + "\(cells) cells"
            return "\(name)  \(count)  \(title)".printable
        }
    }
}
