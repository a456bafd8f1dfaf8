// swift-tools-version: 6.3
import Foundation
import PackageDescription

/// SwiftSyntax is taken from the toolchain that builds this package: `lib/swift/host` beside the `swiftc` on PATH.
let toolchainHost: String = {
    let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let compilers = directories.map { URL(fileURLWithPath: "\($0)/swiftc") }
    let compiler = compilers.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    let usr = compiler?.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    return (usr?.path ?? "/usr") + "/lib/swift/host"
}()

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
let syntax: [SwiftSetting] = strict + [.unsafeFlags(["-I", toolchainHost])]
let syntaxLink: [LinkerSetting] = [
    .unsafeFlags([
        "-L", toolchainHost, "-lSwiftSyntax", "-lSwiftParser", "-lSwiftIDEUtils",
        "-Xlinker", "-rpath", "-Xlinker", toolchainHost,
    ])
]

let package = Package(
    name: "Flowbook",
    products: [
        .executable(name: "flowbook", targets: ["flowbook"]),
        .executable(name: "flowbook-kernel", targets: ["NotebookKernel"]),
        .executable(name: "statistics-timings", targets: ["StatisticsTimings"]),
        .library(name: "flowbook-forkserver", type: .dynamic, targets: ["CForkServer"]),
    ],
    targets: [
        .systemLibrary(name: "CPcap", path: "Sources/System/CPcap", pkgConfig: "libpcap"),
        .systemLibrary(name: "CMarkdown", path: "Sources/System/CMarkdown", pkgConfig: "libcmark-gfm"),
        .systemLibrary(name: "CSodium", path: "Sources/System/CSodium", pkgConfig: "libsodium"),
        .systemLibrary(name: "CZlib", path: "Sources/System/CZlib", pkgConfig: "zlib"),
        .systemLibrary(name: "CZstd", path: "Sources/System/CZstd", pkgConfig: "libzstd"),
        .systemLibrary(name: "CSystem", path: "Sources/System/CSystem"),
        .target(name: "CForkServer", path: "Sources/System/CForkServer"),
        .target(name: "CKernel", path: "Sources/System/CKernel"),

        .target(name: "Traffic", swiftSettings: strict),
        .target(
            name: "TrafficCapture", dependencies: ["Traffic"],
            swiftSettings: strict + [.enableExperimentalFeature("Extern")],
            linkerSettings: [.linkedLibrary("pcap"), .linkedLibrary("z"), .linkedLibrary("zstd")]),

        .target(name: "NotebookDisplay", swiftSettings: strict),
        .executableTarget(
            name: "NotebookKernel",
            dependencies: ["CKernel", "CSystem", "NotebookDisplay", "Traffic", "TrafficCapture"],
            swiftSettings: strict,
            linkerSettings: [
                .unsafeFlags(["-Xlinker", "--export-dynamic"]), .linkedLibrary("swiftSwiftOnoneSupport"),
            ]),
        .target(name: "Markup", dependencies: ["CMarkdown"], swiftSettings: syntax, linkerSettings: syntaxLink),
        .target(
            name: "Notebook", dependencies: ["CSodium", "CSystem", "Markup", "NotebookDisplay"],
            swiftSettings: syntax, linkerSettings: syntaxLink),
        .executableTarget(
            name: "flowbook", dependencies: ["Notebook", "NotebookDisplay", "Traffic", "TrafficCapture"],
            swiftSettings: syntax, linkerSettings: syntaxLink),

        .executableTarget(
            name: "StatisticsTimings", dependencies: ["Traffic"], path: "Benchmarks/statistics/Program",
            swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "TrafficTests", dependencies: ["TestSupport", "Traffic"], swiftSettings: strict),
        .testTarget(
            name: "TrafficCaptureTests",
            dependencies: ["CPcap", "CZlib", "CZstd", "TestSupport", "Traffic", "TrafficCapture"],
            swiftSettings: strict),
        .testTarget(
            name: "FuzzTests", dependencies: ["TestSupport", "Traffic", "TrafficCapture"], path: "Tests/Fuzz",
            exclude: ["Corpus", "Driver", "run"], swiftSettings: strict),
        .testTarget(
            name: "NotebookDisplayTests", dependencies: ["NotebookDisplay", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"], swiftSettings: syntax),
        .testTarget(
            name: "NotebookTests", dependencies: ["Notebook", "NotebookDisplay", "TestSupport"],
            swiftSettings: syntax),
        .testTarget(
            name: "RunnerTests", dependencies: ["Notebook", "NotebookDisplay", "TestSupport", "flowbook"],
            swiftSettings: syntax),
        .testTarget(
            name: "FlowbookTests", dependencies: ["TestSupport", "Traffic", "TrafficCapture", "flowbook"],
            swiftSettings: syntax),
    ]
)
