/// Where bytes come from: a file, or what a compressed one expands to.
protocol ByteSource: AnyObject {
    /// Moves the next bytes to the beginning of `target`, which has room for some.
    /// - Returns: how many there were; zero only at the end.
    /// - Throws: the fault that keeps the bytes after those already given; the same one again when asked again.
    func read(into target: inout MutableRawSpan) throws(CaptureFault) -> Int
}
