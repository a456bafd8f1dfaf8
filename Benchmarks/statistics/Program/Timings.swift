/// What the calls of a task took, and what they answered.
struct Timings: CustomStringConvertible {
    let answer: Double
    let seconds: [Double]

    /// As JSON.
    var description: String { #"{"answer": \#(answer), "seconds": \#(seconds)}"# }
}
