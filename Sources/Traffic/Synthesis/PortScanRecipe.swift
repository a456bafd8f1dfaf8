/// The classic lesson in port entropy: windows of ordinary flows, with a port scan hidden in some of them.
///
/// An ordinary flow goes to one of a few common ports; a scanning flow goes to a port not tried before. In the attack,
/// the first half of a window's flows are ordinary and the second half scan.
///
///     var generator = NumPyGenerator(seed: 42)
///     let windows = try PortScanRecipe().windows(using: &generator)
///     windows.map { Entropy.bits(ofValues: $0.ports) }     // 1.325…, 1.383…, …
///
/// All windows draw from one generator in turn, so each depends on those before it. With seed 42 the ports are those
/// of the lesson's original in Python.
public struct PortScanRecipe: Hashable, Sendable {
    /// How many windows there are.
    public var windowCount = 100
    /// How many flows each window holds.
    public var flowsPerWindow = 200
    /// The windows of the attack, counted from one; nil for a quiet series.
    public var attack: ClosedRange<Int>? = 61...80
    /// The ports of ordinary flows.
    public var commonPorts: [UInt16] = [80, 443, 22, 53]
    /// How likely an ordinary flow goes to each of them.
    public var probabilities = [0.6, 0.3, 0.05, 0.05]
    /// The ports a scan tries.
    public var scannedPorts: ClosedRange<UInt16> = 1...65535

    /// The recipe of the lesson: 100 windows of 200 flows, the attack in windows 61 to 80.
    public init() {}

    /// Draws the series.
    /// - Throws: ``ChoiceError`` when the probabilities are not a distribution over the common ports.
    public func windows(using generator: inout NumPyGenerator) throws(ChoiceError) -> [PortWindow] {
        var windows: [PortWindow] = []
        for number in stride(from: 1, through: windowCount, by: 1) {
            let phase = phase(of: number)
            let scanning = phase == .attack ? flowsPerWindow - flowsPerWindow / 2 : 0
            let ordinary = try ordinaryPorts(flowsPerWindow - scanning, using: &generator)
            let scanned = scanning > 0 ? try scanPorts(scanning, using: &generator) : []
            windows.append(PortWindow(number: number, phase: phase, ports: ordinary + scanned))
        }
        return windows
    }

    /// The destination ports of `count` ordinary flows.
    /// - Throws: ``ChoiceError`` when the probabilities are not a distribution over the common ports.
    private func ordinaryPorts(_ count: Int, using generator: inout NumPyGenerator) throws(ChoiceError) -> [UInt16] {
        try generator.choices(of: commonPorts, probabilities: probabilities, count: count)
    }

    /// The destination ports of `count` scanning flows: all different, and tried again in turn when there are no more.
    public func scanPorts(_ count: Int, using generator: inout NumPyGenerator) throws(ChoiceError) -> [UInt16] {
        let drawn = try generator.sample(of: scannedPorts, count: min(count, scannedPorts.count))
        return (0..<count).map { drawn[$0 % drawn.count] }
    }

    private func phase(of number: Int) -> PortWindow.Phase {
        guard let attack, number >= attack.lowerBound else { return .baseline }
        return attack.contains(number) ? .attack : .post
    }
}

/// One window of the lesson.
public struct PortWindow: Hashable, Sendable {
    /// Which part of the story a window belongs to.
    public enum Phase: String, Hashable, Sendable, CaseIterable {
        /// Before the attack.
        case baseline
        /// The attack.
        case attack
        /// After the attack.
        case post
    }

    /// The window's number, from one.
    public let number: Int
    /// Its part of the story.
    public let phase: Phase
    /// The destination port of each of its flows, ordinary ones first.
    public let ports: [UInt16]
}
