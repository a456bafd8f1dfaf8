/// Why nothing can be compiled or kept: the fault lies with the machine, not with a cell.
package struct BuildError: Error, Hashable, CustomStringConvertible {
    /// What is at fault.
    package enum Code: Hashable, Sendable {
        case compilerMissing
        case linkerMissing
        case compilerDiffers
        case libraryMissing
        case storeUnwritable
        case toolFailed
    }

    /// What is at fault, for programs; the rest is for people.
    package var code: Code
    /// The file or program in question.
    package var subject: String
    /// What is wrong with it, in lower case.
    package var reason: String
    /// What to do about it.
    package var remedy: String

    /// `SUBJECT: REASON; REMEDY`.
    package var description: String { "\(subject): \(reason); \(remedy)" }
}

extension BuildError {
    static func compilerMissing(searched path: String) -> BuildError {
        BuildError(
            code: .compilerMissing, subject: "swiftc", reason: "not found on PATH (\(path))",
            remedy: "install the Swift toolchain and put its usr/bin on PATH")
    }

    static func toolMissing(_ tool: String, beside compiler: String) -> BuildError {
        BuildError(
            code: .linkerMissing, subject: tool, reason: "not found beside \(compiler)",
            remedy: "install the complete Swift toolchain")
    }

    static func compilerDiffers(found: String, needed: String) -> BuildError {
        BuildError(
            code: .compilerDiffers, subject: "swiftc", reason: "is \(found), but the library was built with \(needed)",
            remedy: "put that toolchain first on PATH, or build Flowbook again with this one (make)")
    }

    static func libraryMissing(_ path: String) -> BuildError {
        BuildError(
            code: .libraryMissing, subject: path, reason: "not found",
            remedy: "build Flowbook (make), or install it whole (make install)")
    }

    static func storeUnwritable(_ path: String, reason: String) -> BuildError {
        BuildError(
            code: .storeUnwritable, subject: path, reason: reason,
            remedy: "make room or make the folder writable, then run again")
    }

    static func toolFailed(_ tool: String, reason: String) -> BuildError {
        BuildError(code: .toolFailed, subject: tool, reason: reason, remedy: "check that it runs by hand")
    }
}
