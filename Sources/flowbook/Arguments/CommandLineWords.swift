/// The words after the program's name, as they were handed over.
enum CommandLineWords {
    /// - Throws: ``UsageError/notText(_:)`` for a word that is no UTF-8: put right it would name another file.
    static func read() throws(UsageError) -> [String] {
        var words: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let bytes = CommandLine.unsafeArgv[index] else { break }
            guard let word = String(validatingCString: bytes) else { throw .notText(String(cString: bytes)) }
            words.append(word)
        }
        return words
    }
}
