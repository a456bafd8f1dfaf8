/// State that belongs to the process and not to any variable, through which cells could reach each other.
///
/// Cells that mention the same ambient state keep their order. What the kernel puts back before every cell (working
/// directory, environment, locale, random seeds) is not part of it.
enum AmbientState {
    /// The state that a name gives access to.
    static func behind(_ name: String) -> String? {
        if name.hasPrefix("Unsafe") || name.hasPrefix("withUnsafe") || rawMemory.contains(name) { return "raw memory" }
        return shared.contains(name) ? name : nil
    }

    private static let rawMemory: Set<String> = ["Unmanaged", "OpaquePointer", "unsafeBitCast", "malloc", "free"]

    private static let shared: Set<String> = [
        "DispatchQueue", "HTTPCookieStorage", "NSTimeZone", "NotificationCenter", "OperationQueue", "ProcessInfo",
        "RunLoop",
        "Thread", "URLCache", "URLCredentialStorage", "URLProtocol", "URLSession", "UserDefaults", "atexit", "readLine",
        "setvbuf", "stderr", "stdin", "stdout", "strtok",
    ]
}
