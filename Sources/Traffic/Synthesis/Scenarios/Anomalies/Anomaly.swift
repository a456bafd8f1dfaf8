/// Something out of the ordinary that happens in a scenario, for the worse or not.
///
///     OfficeScenario(seed: 7).adding(.verticalScan(at: .hours(2)), .backup(at: .hours(3), intensity: 2))
///
/// Times count from the scenario's start. An intensity of one is what is usual for the kind; rates and amounts grow
/// with it in proportion.
public struct Anomaly: Hashable, Sendable {
    /// What happens.
    public var kind: Kind
    /// When it begins, after the scenario's start.
    public var start: Duration
    /// How long it lasts.
    public var duration: Duration
    /// How much stronger than usual it is, above 0 and up to 1000.
    public var intensity: Double

    /// Something of a kind; without a duration, of the kind's usual one.
    public init(_ kind: Kind, at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1) {
        self.kind = kind
        self.start = start
        self.duration = duration ?? kind.usualDuration
        self.intensity = intensity
    }

    /// What anomalies there are.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// One host outside tries the ports of one server, each once.
        case verticalScan = "vertical-scan"
        /// One host tries one port of many addresses, each once.
        case horizontalScan = "horizontal-scan"
        /// A vertical scan that takes its time: four ports a minute.
        case slowScan = "slow-scan"
        /// One host asks for connections that it never completes.
        case synFlood = "syn-flood"
        /// The same from addresses that are not the senders' own.
        case distributedFlood = "distributed-flood"
        /// A host inside brings data outside.
        case exfiltration
        /// A host inside asks a server outside for orders, again and again.
        case beaconing
        /// A host outside tries passwords of the Secure Shell.
        case bruteForce = "brute-force"
        /// A program that spreads from host to host.
        case worm
        /// A host that asks for a server which is no more.
        case misconfiguredService = "misconfigured-service"
        /// Very many people look at the office's pages at once.
        case flashCrowd = "flash-crowd"
        /// A host saves its files.
        case backup
        /// A host looks at pages whose parts lie on very many machines.
        case cdnBrowsing = "cdn-browsing"
    }
}

extension Anomaly.Kind {
    /// Whether something of this kind is an attack, a fault, or neither.
    public var verdict: Verdict {
        switch self {
        case .flashCrowd, .backup, .cdnBrowsing: .benign
        case .misconfiguredService: .fault
        default: .attack
        }
    }

    /// How long it lasts if nothing else is said.
    var usualDuration: Duration {
        switch self {
        case .synFlood, .distributedFlood: .minutes(2)
        case .verticalScan, .horizontalScan, .bruteForce, .flashCrowd, .exfiltration, .backup, .cdnBrowsing:
            .minutes(10)
        case .worm: .minutes(15)
        case .misconfiguredService: .minutes(30)
        case .slowScan, .beaconing: .hours(6)
        }
    }

    /// What happens, in a line.
    public var summary: String {
        switch self {
        case .verticalScan: "a host outside tries the ports of a server, 10 a second"
        case .horizontalScan: "a host outside tries port 445 of many addresses, 20 a second"
        case .slowScan: "a host outside tries the ports of a server, 4 a minute"
        case .synFlood: "a host outside asks a server for 200 connections a second, and completes none"
        case .distributedFlood: "500 requests for connections a second under false addresses"
        case .exfiltration: "a host inside brings 60 MB outside"
        case .beaconing: "a host inside asks outside for orders, every minute and a fifth more or less"
        case .bruteForce: "a host outside tries passwords of the Secure Shell, 2 connections a second"
        case .worm: "a program spreads from host to host by port 445"
        case .misconfiguredService: "a host asks a server that is no more, every 5 seconds"
        case .flashCrowd: "very many people look at the office's pages at once, 5 a second at most"
        case .backup: "a host saves 150 MB of files inside"
        case .cdnBrowsing: "a host looks at pages with parts on very many machines"
        }
    }
}

/// What somebody who knows the truth would say of traffic.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Nothing is wrong with it, however it may look.
    case benign
    /// Something is broken, and nobody means harm.
    case fault
    /// Somebody means harm.
    case attack
}
