extension LiveCaptureOptions {
    /// - Throws: ``LiveCaptureError/option(name:value:expected:)`` for the first value that makes no sense.
    func check() throws(LiveCaptureError) {
        let rows: [(name: String, value: String, isFine: Bool, expected: String)] = [
            (
                "snap length", "\(snapLength)", 1...SnapLength.wholeFrames ~= snapLength,
                "1 to \(SnapLength.wholeFrames) bytes"
            ),
            ("packet limit", "\(packetLimit ?? 1)", packetLimit ?? 1 >= 1, "at least 1 packet, or none"),
            ("duration limit", "\(durationLimit ?? .zero)", durationLimit.map { $0 > .zero } ?? true, "more than 0 s"),
            (
                "promiscuous", "on \(interface)", !isPromiscuous || interface != NetworkInterface.anyName,
                "one interface"
            ),
            ("buffer size", "\(bufferSize)", 1...Int(Int32.max) ~= bufferSize, "1 to \(Int32.max) bytes"),
            ("tick interval", "\(tickInterval)", tickInterval > .zero, "more than 0 s"),
        ]
        guard let bad = rows.first(where: { !$0.isFine }) else { return }
        throw .option(name: bad.name, value: bad.value, expected: bad.expected)
    }
}
