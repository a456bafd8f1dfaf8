import Foundation

/// The processes of the system, as far as the trials may have left them.
enum Processes {
    /// The command lines of all processes that carry `mark` in their environment, or that sleep for a trial's year.
    static func left(mark: String) -> [String] {
        let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter { Int($0) != nil }
        return numbers.compactMap { number in
            let line = text("/proc/\(number)/cmdline")
            let isLeft = text("/proc/\(number)/environ").contains(mark) || line.contains("31536001")
            return isLeft && !line.isEmpty ? "\(number): \(line)" : nil
        }
    }

    /// The same, once what is ending has had time to end.
    static func leftAfterAWhile(mark: String) -> [String] {
        for _ in 0..<100 {
            if left(mark: mark).isEmpty { return [] }
            usleep(20_000)
        }
        return left(mark: mark)
    }

    /// How many processes carry `mark` in their environment, once those that are ending are gone: the number is then
    /// the same for a tenth of a second.
    static func settled(mark: String) -> Int {
        var counts: [Int] = []
        repeat {
            usleep(10_000)
            counts.append(left(mark: mark).count)
        } while Set(counts.suffix(10)).count > 1 || counts.count < 10
        return counts.last ?? 0
    }

    /// All processes that descend from one.
    static func below(_ parent: pid_t) -> [pid_t] {
        let children = text("/proc/\(parent)/task/\(parent)/children").split(separator: " ").compactMap { pid_t($0) }
        return children + children.flatMap(below)
    }

    private static func text(_ path: String) -> String {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return String(decoding: data, as: UTF8.self).replacing("\0", with: " ")
    }
}
