import Traffic

/// What a running capture hands over, one after another.
public enum LiveEvent: ~Escapable {
    /// A packet: its captured bytes, from the link's header on, and what is known of it besides. The bytes are where
    /// the kernel put them and stay there only as long as this is being handled.
    case frame(RawSpan, FrameHeader)
    /// Time has come to this moment: every packet captured before it has been handed over. Comes at
    /// ``LiveCaptureOptions/tickInterval``, also without any traffic, and never goes backwards.
    case tick(Timestamp, CaptureStatistics)
}
