import Foundation

/// Whether tests may take long: they do all they can where `FLOWBOOK_SOAK` is set.
public enum Soak {
    /// Whether this is such a run.
    public static let isOn = ProcessInfo.processInfo.environment["FLOWBOOK_SOAK"] != nil

    /// The larger figure in a soak, the smaller one in the suite.
    public static func choose(_ soak: Int, otherwise suite: Int) -> Int { isOn ? soak : suite }
}
