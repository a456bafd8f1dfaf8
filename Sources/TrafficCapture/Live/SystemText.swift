internal import Glibc

/// The system's words for one of its error numbers.
func systemText(_ error: Int32) -> String {
    String(cString: strerror(error))
}
