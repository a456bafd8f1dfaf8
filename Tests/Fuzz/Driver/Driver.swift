import Glibc
import Traffic

/// The door through which libFuzzer comes in: `FLOWBOOK_FUZZ_TARGET` names the target.
///
/// Invariant: libFuzzer lends `count` bytes from `start` on, for the time of the call.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    do {
        try chosen.run(UnsafeRawBufferPointer(start: start, count: count).bytes)
        return 0
    } catch {
        fatalError("\(chosen.name): \(error)")
    }
}

private let chosen: FuzzTarget = {
    let name = getenv("FLOWBOOK_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.named(name) else {
        fatalError("FLOWBOOK_FUZZ_TARGET is \"\(name)\": one of \(FuzzTarget.all.map(\.name)) is wanted")
    }
    return target
}()
