import Foundation
import Synchronization

/// A thread to which, and to whose programs, the system does not let addresses be fixed, as in some containers.
final class RandomAddresses: Sendable {
    /// What a run of the program came to; nil where it could not be started.
    private let run = Mutex<ProgramRun?>(nil)

    /// Runs `flowbook` with these words in a folder and waits for its end; nil where the system cannot be brought to
    /// refuse.
    static func run(_ words: [String], in folder: URL) -> ProgramRun? {
        let result = RandomAddresses()
        let thread = Thread {
            guard refusePersonality() else { return }
            result.run.withLock { $0 = try? ProgramRun(words, in: folder) }
        }
        thread.start()
        while !thread.isFinished { usleep(1000) }
        return result.run.withLock { $0 }
    }

    /// Installs a filter of system calls for this thread that refuses every personality but that which asks for it.
    private static func refusePersonality() -> Bool {
        typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
        guard let symbol = dlsym(nil, "prctl") else { return false }
        let control = unsafeBitCast(symbol, to: Control.self)
        let (noNewPrivileges, setFilter, filterMode) = (Int32(38), Int32(22), UInt(2))
        var filter = [
            instruction(0x20, 0),  // the number of the call
            instruction(0x15, 135, no: 3),  // personality?
            instruction(0x20, 16),  // its argument
            instruction(0x15, 0xffff_ffff, yes: 1),  // a question?
            instruction(0x06, 0x0005_0000 | UInt64(EPERM)),  // refused
            instruction(0x06, 0x7fff_0000),  // allowed
        ]
        return filter.withUnsafeMutableBytes { filter in
            var program = [UInt(filter.count / 8), UInt(bitPattern: filter.baseAddress)]
            return program.withUnsafeMutableBytes { program in
                control(noNewPrivileges, 1, 0, 0, 0) == 0
                    && control(setFilter, filterMode, UInt(bitPattern: program.baseAddress), 0, 0) == 0
            }
        }
    }

    /// An instruction of the filter's machine: what to do, with which number, and how many to pass over next.
    private static func instruction(_ code: UInt64, _ number: UInt64, yes: UInt64 = 0, no: UInt64 = 0) -> UInt64 {
        code | yes << 16 | no << 24 | number << 32
    }
}
