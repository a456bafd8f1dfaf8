import Foundation
import Testing
import TrafficCapture

/// Whether this process may do what the tests of live captures need.
enum CaptureRight {
    static let message: Comment = "needs the right to capture packets (run as root)"
    static let namespaceMessage: Comment = "needs root and 'ip netns' (package iproute2)"

    /// Whether packets can be captured on loopback.
    static let onLoopback = (try? LiveCapture(LiveCaptureOptions())) != nil

    /// Whether network namespaces can be made.
    static let toMakeNamespaces: Bool = {
        guard onLoopback, (try? NetworkNamespace.removeLeftovers()) != nil, let namespace = try? NetworkNamespace()
        else { return false }
        namespace.remove()
        return true
    }()
}
