import Traffic

extension CaptureFile {
    /// The flows of the whole file, in the order they ended.
    ///
    /// A damaged end passes in silence here: ``CaptureMeter`` tells of it.
    /// - Throws: ``CaptureError`` when nothing of the file can be read.
    public func flows(_ options: FlowOptions = FlowOptions()) throws(CaptureError) -> [Flow] {
        var flows: [Flow] = []
        var meter = FlowMeter(options)
        let reader = try CaptureReader(self)
        _ = reader.run { bytes, header in
            meter.add(Packet(decoding: bytes, header), bytes: bytes) { flows.append($0) }
            return .next
        }
        meter.finish { flows.append($0) }
        return flows
    }
}
