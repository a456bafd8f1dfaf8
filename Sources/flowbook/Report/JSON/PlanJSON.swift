import Notebook

/// A plan for a program to read.
enum PlanJSON {
    static func object(_ plan: Plan, _ file: SourceFile) -> JSON {
        .object([
            "name": .string(file.reference.name), "path": .string(file.reference.path),
            "title": JSON(file.notebook.title), "cells": .array(plan.entries.map(cell)),
        ])
    }

    private static func cell(_ entry: Plan.Entry) -> JSON {
        .object([
            "id": .string(entry.cell.id), "title": JSON(entry.cell.title), "line": .integer(entry.cell.markerLine),
            "kind": .string(entry.cell.kind.name), "action": .string(entry.action.rawValue),
            "reason": .string(entry.reason), "repeatedFor": .array(entry.repeatedFor.map(JSON.string)),
            "executionKey": JSON(entry.executionKey), "presentationKey": .string(entry.presentationKey),
            "dependencies": .array(entry.dependencies.map(dependency)),
        ])
    }

    private static func dependency(_ dependency: Dependency) -> JSON {
        .object(["cell": .string(dependency.cell), "reasons": .array(dependency.reasons.map(reason))])
    }

    private static func reason(_ reason: Dependency.Reason) -> JSON {
        switch reason {
        case .declares(let name): .object(["kind": "declares", "name": .string(name)])
        case .mayChange(let name): .object(["kind": "mayChange", "name": .string(name)])
        case .acts(let use): .object(["kind": "acts", "name": .string("\(use)")])
        }
    }
}
