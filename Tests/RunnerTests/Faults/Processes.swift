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

    private static func text(_ path: String) -> String {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return String(decoding: data, as: UTF8.self).replacing("\0", with: " ")
    }
}
