import Notebook

/// What a run came to, for a program to read.
///
/// One object: `notebooks`, each with its `cells`, and where asked for `page`, the path of the page of all notebooks,
/// and `stages`, the seconds of each. Numbers have full precision; what is absent is `null`.
enum ResultJSON {
    /// The whole answer.
    static func object(notebooks: [JSON], page: String? = nil, times: StageTimes? = nil) -> JSON {
        var members = [JSON.Member(key: "notebooks", value: .array(notebooks))]
        if let page { members.append(JSON.Member(key: "page", value: .string(page))) }
        if let times {
            let stages = StageTimes.Stage.allCases.map { JSON.Member(key: $0.rawValue, value: .number(times[$0])) }
            members.append(JSON.Member(key: "stages", value: .members(stages)))
        }
        return .members(members)
    }

    /// A notebook with the cells that were asked for.
    static func notebook(_ file: SourceFile, _ reports: [CellReport]) -> JSON {
        .object([
            "name": .string(file.reference.name), "path": .string(file.reference.path),
            "title": JSON(file.notebook.title), "cells": .array(reports.map(CellJSON.object)),
        ])
    }

    /// A file that is no notebook.
    static func unreadable(_ reference: NotebookReference, _ error: any ReportableError) -> JSON {
        let (report, place) = (error.report, (error as? NotebookError)?.place)
        return .object([
            "name": .string(reference.name), "path": .string(reference.path),
            "error": .object([
                "message": .string("\(report.what): \(report.why)"), "remedy": JSON(report.remedy),
                "line": JSON(place?.line), "column": JSON(place?.column),
            ]),
        ])
    }
}

extension JSON {
    /// A text, or null.
    init(_ text: String?) { self = text.map(JSON.string) ?? .null }

    /// A whole number, or null.
    init(_ integer: Int?) { self = integer.map(JSON.integer) ?? .null }

    /// A number, or null.
    init(_ number: Double?) { self = number.map(JSON.number) ?? .null }
}
