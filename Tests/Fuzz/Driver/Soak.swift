import Glibc
import Traffic

/// The program that tries inputs without looking which code they reach: several times as many in the same time as
/// libFuzzer, which is of use once that finds nothing new.
///
/// Its arguments are the target's name, the number of inputs, a seed, the file that is to hold the input at hand, and
/// the files of known inputs.
///
/// Invariant: `arguments` are the addresses of `count` strings, as the system gives them to a program.
@_cdecl("soak_target")
func soakTarget(_ count: CInt, _ arguments: UnsafePointer<UnsafePointer<CChar>?>) -> CInt {
    let words = (1..<Int(max(count, 1))).compactMap { arguments[$0].map { String(cString: $0) } }
    guard words.count > 4, let target = FuzzTarget.named(words[0]), let runs = Int(words[1]),
        let seed = UInt64(words[2]), let last = LastInput(words[3])
    else { fatalError("wanted: TARGET RUNS SEED FILE INPUT…, not \(words.prefix(4))") }
    do {
        let known = try words[4...].compactMap { try contents($0, atMost: 4096) }
        try soak(target, runs, InputMutator(known: known, seed: seed), last)
    } catch {
        fatalError("\(target.name): \(error)")
    }
    return 0
}

private func soak(_ target: FuzzTarget, _ runs: Int, _ mutator: InputMutator, _ last: LastInput) throws {
    var mutator = mutator
    for run in 1...max(runs, 1) {
        let input = mutator.next()
        last.keep(input)
        try target.run(input.span.bytes)
        if run % 1_000_000 == 0 || run == runs { print("\(target.name): \(run) inputs tried") }
    }
}
