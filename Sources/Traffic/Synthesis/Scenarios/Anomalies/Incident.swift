/// An anomaly at work: a habit that lasts a while, and knows who takes part in it.
protocol Incident: Habit {
    /// Who begins conversations, as a person would name them.
    var initiators: String { get }
    /// Who is asked.
    var responders: String { get }
}

/// When an anomaly happens in a scenario, and how strongly.
struct IncidentPlan: Sendable {
    let scene: OfficeScene
    /// In seconds after the scenario's start.
    let start: Double
    let end: Double
    let intensity: Double

    init(_ anomaly: Anomaly, in scene: OfficeScene) {
        self.scene = scene
        start = anomaly.start.inSeconds
        end = start + anomaly.duration.inSeconds
        intensity = anomaly.intensity
    }

    var length: Double { end - start }

    /// A host inside, drawn.
    func host(_ generator: inout NumPyGenerator) -> OfficeHost {
        scene.hosts[generator.integer(in: 0..<scene.hosts.count)]
    }

    /// A host outside that means harm, drawn.
    func attacker(_ generator: inout NumPyGenerator) -> IPAddress {
        OfficeNetwork.attacker(generator.integer(in: 0..<OfficeNetwork.attackerCount))
    }

    /// A host inside, drawn, which draws all that it does from the same generator.
    func client(_ generator: NumPyGenerator) -> OfficeClient {
        var generator = generator
        let host = host(&generator)
        return OfficeClient(host, generator)
    }

    /// The moment, if it is not over by then.
    func within(_ seconds: Double) -> Double? { seconds < end ? seconds : nil }
}

extension Anomaly {
    /// The anomaly at work.
    func incident(in scene: OfficeScene, _ generator: NumPyGenerator) -> any Incident {
        let plan = IncidentPlan(self, in: scene)
        return switch kind {
        case .verticalScan: VerticalScan(plan, generator, rate: 10)
        case .slowScan: VerticalScan(plan, generator, rate: 1.0 / 15)
        case .horizontalScan: HorizontalScan(plan, generator)
        case .synFlood: ConnectionFlood(plan, generator, rate: 200, isSpoofed: false)
        case .distributedFlood: ConnectionFlood(plan, generator, rate: 500, isSpoofed: true)
        case .exfiltration: Exfiltration(plan, generator)
        case .beaconing: Beaconing(plan, generator)
        case .bruteForce: PasswordGuessing(plan, generator)
        case .worm: Worm(plan, generator)
        case .misconfiguredService: MisconfiguredService(plan, generator)
        case .flashCrowd: FlashCrowd(plan, generator)
        case .backup: Backup(plan, generator)
        case .cdnBrowsing: EdgeBrowsing(plan, generator)
        }
    }

    /// What the anomaly's generator starts from: all that makes it up, and nothing of others.
    var key: [UInt32] {
        let kind = Kind.allCases.firstIndex(of: kind) ?? 0
        let words = [start, duration].map { UInt64(bitPattern: $0.wholeNanoseconds) } + [intensity.bitPattern]
        return [SourceFamily.anomaly.rawValue, UInt32(kind)]
            + words.flatMap { [UInt32(truncatingIfNeeded: $0 >> 32), UInt32(truncatingIfNeeded: $0)] }
    }
}
