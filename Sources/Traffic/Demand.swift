/// Ends the program with `fault` where `condition` does not hold: a `precondition` whose words are told by optimised
/// code as well, and this library is always optimised. They say what is wrong and what to do.
@inline(__always)
func demand(_ condition: Bool, _ fault: @autoclosure () -> String) {
    guard condition else { fatalError(fault()) }
}
