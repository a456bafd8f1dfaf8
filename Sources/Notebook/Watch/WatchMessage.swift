import Foundation
import NotebookDisplay

/// What a command asks of a running watch: the results of a notebook under some settings.
package struct WatchRequest: Hashable, Sendable {
    /// What must be the same on both sides; see ``WatchLink/identity(_:)``.
    var identity: ContentHash
    /// The absolute path of the notebook.
    package var path: String
    /// The hash of the text that the command read.
    var text: ContentHash
    /// How the notebook is to be run.
    package var settings: RunSettings

    /// Whether the command read this text.
    package func isAbout(_ text: String) -> Bool { ContentHash(of: text.utf8) == self.text }
}

extension WatchRequest: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(identity)
        writer.write(path)
        writer.write(text)
        writer.write(settings.parameters.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
        writer.write([settings.fresh, settings.deterministicHashing])
        writer.write(settings.timeout)
        writer.write(settings.memory)
        writer.write(settings.target)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        identity = try reader.read()
        path = try reader.read()
        text = try reader.read()
        settings = RunSettings()
        let parameters: [String] = try reader.read()
        for index in stride(from: 0, to: parameters.count - 1, by: 2) {
            settings.parameters[parameters[index]] = parameters[index + 1]
        }
        let flags: [Bool] = try reader.read()
        guard flags.count == 2 else { throw reader.damaged(.truncated) }
        (settings.fresh, settings.deterministicHashing) = (flags[0], flags[1])
        settings.timeout = try reader.read()
        settings.memory = try reader.read()
        settings.target = try reader.read()
    }
}

/// What a watch tells a command that it serves. One that it does not serve it leaves without a word.
enum WatchMessage {
    /// The watch is there and goes on with its work.
    case alive
    /// The cell at this position has begun.
    case started(Int)
    /// A cell has its result. Where a walk is begun anew, it comes again and the later one counts.
    case finished(WatchReport)
    /// All is told. The hash stands for the environment variables that the cells could see.
    case done(environment: ContentHash)
}

extension WatchMessage: FrameCodable {
    func encode(into writer: inout FrameWriter) {
        switch self {
        case .alive: writer.write(byte: 0)
        case .started(let position):
            writer.write(byte: 1)
            writer.write(position)
        case .finished(let report):
            writer.write(byte: 2)
            writer.write(report)
        case .done(let environment):
            writer.write(byte: 3)
            writer.write(environment)
        }
    }

    init(from reader: inout FrameReader) throws(FrameError) {
        switch try reader.readByte() {
        case 0: self = .alive
        case 1: self = .started(try reader.read())
        case 2: self = .finished(try reader.read())
        case 3: self = .done(environment: try reader.read())
        case let tag: throw reader.damaged(.tag(tag))
        }
    }
}

/// A report with the position of its cell in place of the cell, which both sides know.
struct WatchReport {
    var position: Int
    var result: CellResult
    var origin: CellReport.Origin
    var reason: String
    var usage: Usage?
    var compileSeconds: Double
    var dependencies: [String]
    var inputs: [ObservedInput]
    var isLasting: Bool

    init(_ report: CellReport, at position: Int) {
        (self.position, result, origin, reason) = (position, report.result, report.origin, report.reason)
        (usage, compileSeconds) = (report.usage, report.compileSeconds)
        (dependencies, inputs, isLasting) = (report.dependencies, report.inputs, report.isLasting)
    }

    /// The report about `cell`.
    func report(on cell: Cell) -> CellReport {
        CellReport(
            cell: cell, result: result, origin: origin, reason: reason, usage: usage, compileSeconds: compileSeconds,
            dependencies: dependencies, inputs: inputs, isLasting: isLasting)
    }
}

extension WatchReport: FrameCodable {
    func encode(into writer: inout FrameWriter) {
        writer.write(position)
        writer.write(result)
        writer.write(origin.rawValue)
        writer.write(reason)
        writer.write(usage)
        writer.write(compileSeconds)
        writer.write(dependencies)
        writer.write(inputs)
        writer.write(isLasting)
    }

    init(from reader: inout FrameReader) throws(FrameError) {
        position = try reader.read()
        result = try reader.read()
        guard let origin = CellReport.Origin(rawValue: try reader.read()) else { throw reader.damaged(.text) }
        self.origin = origin
        reason = try reader.read()
        usage = try reader.read()
        compileSeconds = try reader.read()
        dependencies = try reader.read()
        inputs = try reader.read()
        isLasting = try reader.read()
    }
}
