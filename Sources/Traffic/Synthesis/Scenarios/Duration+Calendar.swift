extension Duration {
    /// So many minutes; beyond what 64 bits hold in seconds, as many as they do.
    public static func minutes(_ count: some BinaryInteger) -> Duration { seconds(60, times: count) }

    /// So many hours; beyond what 64 bits hold in seconds, as many as they do.
    public static func hours(_ count: some BinaryInteger) -> Duration { seconds(3600, times: count) }

    /// So many days of 24 hours; beyond what 64 bits hold in seconds, as many as they do.
    public static func days(_ count: some BinaryInteger) -> Duration { seconds(86_400, times: count) }

    private static func seconds(_ length: Int64, times count: some BinaryInteger) -> Duration {
        let (seconds, overflow) = Int64(clamping: count).multipliedReportingOverflow(by: length)
        return .seconds(overflow ? (count < 0 ? .min : .max) : seconds)
    }
}
