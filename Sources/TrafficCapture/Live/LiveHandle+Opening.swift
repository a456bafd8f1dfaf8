import Traffic

extension LiveHandle {
    /// An open capture as the options ask for.
    ///
    /// libpcap can set a filter only on a capture that already receives, and what came in before is in the statistics
    /// though it is never handed over. So the capture is activated for a protocol nobody speaks, made ready, and only
    /// then opened to all.
    static func opened(_ options: LiveCaptureOptions) throws(LiveCaptureError) -> LiveHandle {
        let capture = try LiveHandle(interface: options.interface)
        try capture.activate(options)
        try capture.filter(options)
        if options.interface == loopback { capture.socket.ignoreOutgoing() }
        let error = capture.socket.receiveEverything()
        guard error == 0 else { throw .cannotOpen(name: options.interface, reason: "\(SystemError(code: error))") }
        return capture
    }

    /// How long, in milliseconds, the kernel may gather packets in a block of the buffer before it hands the block
    /// over.
    ///
    /// libpcap's immediate mode would hand over every packet at once, but wakes the program for every packet, which
    /// costs some five times as much, and gives each packet a slot of the snap length's size, so that a buffer holds
    /// few whole ones. Blocks are filled without gaps, and twenty milliseconds are below what anybody watching notices.
    static let blockMilliseconds: Int32 = 20

    /// libpcap, too, knows the loopback interface by its name.
    private static let loopback = "lo"

    private func activate(_ options: LiveCaptureOptions) throws(LiveCaptureError) {
        let settings = [
            pcapSetSnapLength(handle, Int32(clamping: options.snapLength)),
            pcapSetPromiscuous(handle, options.isPromiscuous ? 1 : 0),
            pcapSetTimeout(handle, Self.blockMilliseconds),
            pcapSetBufferSize(handle, Int32(clamping: options.bufferSize)),
            pcapSetPrecision(handle, Int32(bitPattern: Pcap.nanosecondPrecision)),
            pcapSetProtocol(handle, PacketSocket.noProtocol),
        ]
        if let refused = settings.first(where: { $0 != 0 }) {
            throw .cannotOpen(name: options.interface, reason: pcapText(pcapStatusText(refused)))
        }
        let status = pcapActivate(handle)
        guard status >= 0 else { throw error(status, options.interface) }
        let nonBlocking = withPcapMessage { pcapSetNonBlocking(handle, 1, $0) }
        guard nonBlocking.answer == 0 else {
            throw .cannotOpen(name: options.interface, reason: nonBlocking.message)
        }
    }

    private func error(_ status: Int32, _ name: String) -> LiveCaptureError {
        switch status {
        case Pcap.permissionDenied, Pcap.promiscuousDenied: return .noRight(name: name, program: OwnProgram.path)
        case Pcap.interfaceNotUp: return .notUp(name: name)
        case Pcap.noSuchDevice:
            return .noSuchInterface(name: name, available: (try? NetworkInterface.all().map(\.name)) ?? [])
        default:
            let detail = pcapText(pcapErrorMessage(handle))
            return .cannotOpen(name: name, reason: detail.isEmpty ? pcapText(pcapStatusText(status)) : detail)
        }
    }

    /// Makes the kernel apply the filter. Without one it still gets a program, that cuts packets to the snap length
    /// before they take room in the buffer.
    private func filter(_ options: LiveCaptureOptions) throws(LiveCaptureError) {
        let expression = options.filter ?? ""
        let mask = networkMask(of: options.interface)
        do throws(FilterMessage) {
            let program = try FilterProgram(expression, on: handle, networkMask: mask)
            guard program.withProgram({ pcapSetFilter(handle, $0) }) == 0 else {
                throw FilterMessage(text: pcapText(pcapErrorMessage(handle)))
            }
        } catch {
            // Compiled on the capture itself, not just for its link type: tags of virtual networks lie beside live
            // packets and not in them, and only a program made for this capture looks there.
            throw .filter(
                PacketFilterError(expression, refused: error) { candidate throws(FilterMessage) in
                    _ = try FilterProgram(candidate, on: handle, networkMask: mask)
                })
        }
    }

    private func networkMask(of interface: String) -> UInt32 {
        var (network, mask): (UInt32, UInt32) = (0, 0)
        let found = withPcapMessage { pcapLookUpNetwork(interface, &network, &mask, $0) }
        return found.answer == 0 ? mask : Pcap.unknownNetworkMask
    }
}
