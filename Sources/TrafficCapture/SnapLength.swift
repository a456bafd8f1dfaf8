/// How many bytes of each frame a capture keeps.
public enum SnapLength {
    /// Keeps frames whole: four times the largest IP packet, which is what libpcap takes for "no limit".
    public static let wholeFrames = 262_144
}
