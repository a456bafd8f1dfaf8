extension Fragments {
    static let changes: [Fragment] = [
        { draft in draft.pick(.variable).map { "\($0) &+= \(draft.value())" } },
        { draft in draft.pick(.variable).map { "for i in 0..<\(draft.number()) { \($0) &+= i }\nprint(\($0))" } },
        { draft in
            draft.pick(.variable).map {
                "func bump\(draft.last)(_ n: inout Int) { n &+= \(draft.number()) }\nbump\(draft.last)(&\($0))"
            }
        },
        { draft in
            guard let one = draft.pick(.variable), let other = draft.pick(.variable), one != other else { return nil }
            return "swap(&\(one), &\(other))"
        },
        { draft in draft.pick(.list).map { "\($0).append(\(draft.value()))\n\($0)" } },
        { draft in draft.pick(.action).map { "\($0)()" } },
        { draft in draft.pick(.instance).map { "\($0).bump()\nprint(\($0))" } },
        { draft in draft.pick(.object).map { "\($0).value &+= \(draft.value())" } },
        { draft in
            guard let one = draft.pick(.object), let other = draft.pick(.object) else { return nil }
            return "\(one).link = \(other)"
        },
        { draft in draft.pick(.object).map { "\($0).link?.value &+= \(draft.number())" } },
        { draft in
            guard let object = draft.pick(.object), let variable = draft.pick(.variable) else { return nil }
            return "\(object).action = { \(variable) &+= \(draft.number()) }"
        },
        { draft in draft.pick(.object).map { "\($0).action?()" } },
        { draft in draft.pick(.object).map { "\($0)[keyPath: \\Box.value] &+= \(draft.number())" } },
        { draft in draft.pick(.counter).map { "\($0).count &+= \(draft.value())" } },
        { draft in
            draft.pick(.variable).map { "withUnsafeMutablePointer(to: &\($0)) { $0.pointee &+= \(draft.number()) }" }
        },
        { draft in draft.pick(.pointer).map { "\($0).pointee &+= \(draft.number())" } },
        { draft in
            draft.pick(.variable).map {
                "DispatchQueue.concurrentPerform(iterations: 3) { _ in }\n\($0) &+= \(draft.number())"
            }
        },
        { draft in
            draft.pick(.variable).map {
                "_ = NotificationCenter.default.addObserver(forName: .init(\"n\"), object: nil, queue: nil) { _ in \($0) &+= 1 }"
            }
        },
        { _ in "NotificationCenter.default.post(name: .init(\"n\"), object: nil)" },
        { "setenv(\"TRIAL_SET\", \"\($0.number())\", 1)" },
        { "srand(\(UInt32($0.number())))\nprint(rand())" },
        { _ in "chdir(\"/\")" },
    ]

    static let shows: [Fragment] = [
        { "print(\($0.value()))" },
        { "print(\($0.value()), \"and\", \($0.value()))" },
        { draft in draft.pick(.variable, .constant, .list, .instance, .text, .object) },
        { draft in draft.pick(.function).map { "print(\($0)(\(draft.value())))" } },
        { "print(max(\($0.value()), \($0.value())))" },
        { "fputs(\"\\(\($0.value()))\\n\", stderr)" },
        { "show(\($0.value()))\nprint(\($0.value()))" },
        { draft in
            draft.pick(.list).map {
                "Table(\($0)) {\n    Column(\"Value\", \\.self)\n    Column(\"More\") { $0 &+ \(draft.value()) }\n}"
            }
        },
        { "print([\"a\": 1, \"b\": 2, \"c\": \($0.value())], Set([1, 2, \($0.number())]))" },
        { draft in
            let text = "print(\(draft.value()) <+> \(draft.value()))"
            return draft.after("infix operator", text)
        },
        { draft in
            guard let list = draft.pick(.list) else { return nil }
            return draft.after("total", "print(\(list).total)")
        },
        { "switch \($0.value()) {\ncase \($0.number()): print(\"yes\")\ndefault: print(\"no\")\n}" },
        { "print(#line, #function, 1 / \($0.number()))" },
        { _ in "print(getenv(\"TRIAL_SET\").map { String(cString: $0) } ?? \"unset\", rand())" },
        { _ in "print(\"no newline\", terminator: \"\")" },
    ]

    static let inputs: [Fragment] = [
        { _ in "print((try? String(contentsOfFile: \"inputs/data.txt\", encoding: .utf8)) ?? \"missing\")" },
        { "let \($0.new(.constant)) = (try? Data(contentsOf: URL(fileURLWithPath: \"inputs/data.txt\")).count) ?? 0" },
        {
            "func \($0.new(.function))(_ x: Int) -> Int { (FileManager.default.contents(atPath: \"inputs/data.txt\")?.count ?? -1) &+ x }"
        },
        { _ in "print(try FileManager.default.contentsOfDirectory(atPath: \"inputs\").sorted())" },
        { _ in "print(FileManager.default.fileExists(atPath: \"inputs/x\"))" },
        { _ in "print(ProcessInfo.processInfo.environment[\"TRIAL\"] ?? \"unset\")" },
        { _ in "print(getenv(\"TRIAL\").map { String(cString: $0) } ?? \"unset\")" },
        { "try \"\\(\($0.value()))\".write(toFile: \"made/note\", atomically: \($0.chance(50)), encoding: .utf8)" },
        { "let \($0.new(.text)) = (try? String(contentsOfFile: \"made/note\", encoding: .utf8)) ?? \"none\"" },
    ]

    static let failures: [Fragment] = [
        { "let \($0.new(.constant)) = [1, 2][\($0.number())]" },
        { draft in draft.pick(.variable).map { "\($0) &+= 1\nfatalError(\"stop \(draft.number())\")" } },
        { draft in
            let text = "struct Trouble: Error { var n = \(draft.number()) }\nthrow Trouble()"
            return draft.once("struct Trouble", text)
        },
        { "print(Optional<Int>.none!)\nprint(\($0.number()))" },
        { "let \($0.new(.constant)): Int = \"\($0.number())\"" },
        { _ in "print(unknown)" },
        { "let \($0.new(.constant)) = missing(\($0.number()))" },
        { "exit(\(Int32($0.number())))" },
        { "let unused\($0.last) = 1\nfunc warn\($0.last)() { let nothing = \($0.number()) }" },
        { _ in "Thread { sleep(100) }.start()" },
    ]

    static let prose: [Fragment] = [
        { "// The value is \\(\($0.value())) and \\(\($0.value())), number \($0.number())." },
        { "/*\n# Heading \($0.number())\n\nWords with \\(\($0.value())).\n*/" },
        { "// Only words \($0.number())." },
    ]
}
