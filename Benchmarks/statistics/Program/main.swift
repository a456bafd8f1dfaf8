internal import Glibc

/// Times one call of the library in a process of its own: `statistics-timings TASK CALLS` prints JSON.
let words = CommandLine.arguments.dropFirst()
guard words.count == 2, let task = words.first.flatMap(Task.named), let calls = words.last.flatMap({ Int($0) }),
    calls > 0
else {
    print("usage: statistics-timings TASK CALLS, where CALLS is above zero and TASK one of:")
    for task in Task.all { print("  \(task.name)") }
    exit(2)
}
print(try task.times(calls))
