import Foundation
import NotebookDisplay

/// What a command asks of a running watch: the results of a notebook under some settings.
struct WatchRequest: Hashable {
    /// The absolute path of the notebook.
    var path: String
    /// The hash of the text that the command read.
    var text: ContentHash
    var settings: RunSettings

    var bytes: [UInt8] {
        var writer = FrameWriter()
        writer.write(path)
        writer.write(text)
        writer.write(settings.parameters.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
        writer.write([settings.fresh, settings.deterministicHashing])
        writer.write(settings.timeout)
        writer.write(settings.memory)
        writer.write(settings.target)
        return writer.bytes
    }

    init(path: String, text: ContentHash, settings: RunSettings) {
        (self.path, self.text, self.settings) = (path, text, settings)
    }

    init(bytes: [UInt8]) throws(FrameError) {
        var reader = FrameReader(bytes)
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

/// What a watch answers: a report for each cell it was asked about, by position in the notebook; none where it cannot help.
struct WatchReply {
    struct Report {
        var position: Int
        var result: CellResult
        var origin: CellReport.Origin
        var reason: String
        var usage: Usage?
        var compileSeconds: Double
    }

    var reports: [Report]?

    var bytes: [UInt8] {
        var writer = FrameWriter()
        writer.write(reports != nil)
        writer.write(reports ?? [])
        return writer.bytes
    }

    init(reports: [Report]?) { self.reports = reports }

    init(bytes: [UInt8]) throws(FrameError) {
        var reader = FrameReader(bytes)
        let isHelpful: Bool = try reader.read()
        let reports: [Report] = try reader.read()
        self.reports = isHelpful ? reports : nil
    }
}

extension WatchReply.Report: FrameCodable {
    func encode(into writer: inout FrameWriter) {
        writer.write(position)
        writer.write(result)
        writer.write(origin.rawValue)
        writer.write(reason)
        writer.write(usage)
        writer.write(compileSeconds)
    }

    init(from reader: inout FrameReader) throws(FrameError) {
        position = try reader.read()
        result = try reader.read()
        guard let origin = CellReport.Origin(rawValue: try reader.read()) else { throw reader.damaged(.text) }
        self.origin = origin
        reason = try reader.read()
        usage = try reader.read()
        compileSeconds = try reader.read()
    }
}
