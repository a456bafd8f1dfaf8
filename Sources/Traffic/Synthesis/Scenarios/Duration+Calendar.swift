extension Duration {
    /// So many minutes.
    public static func minutes(_ count: some BinaryInteger) -> Duration { .seconds(60) * Int(clamping: count) }

    /// So many hours.
    public static func hours(_ count: some BinaryInteger) -> Duration { .seconds(3600) * Int(clamping: count) }

    /// So many days of 24 hours.
    public static func days(_ count: some BinaryInteger) -> Duration { .seconds(86_400) * Int(clamping: count) }
}
