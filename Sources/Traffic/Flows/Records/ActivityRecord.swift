/// What is held of a live flow to tell its bursts, bulks and pauses.
struct ActivityRecord {
    private var activity = FlowActivity()
    private var forwardRun = BulkRun()
    private var backwardRun = BulkRun()
    private var shortestBackwardHeader: Int?
    private var activeSince: Int64 = 0
    private var last: Int64 = .min

    /// Silence longer than this begins another subflow, and another bulk.
    static let subflowGap: Int64 = 1_000_000_000
    /// Silence longer than this is a pause.
    static let idleGap: Int64 = 5_000_000_000
}

extension ActivityRecord {
    /// Adds a packet that came `time` nanoseconds after the epoch; one before the last packet's counts as simultaneous.
    mutating func add(_ time: Int64, payload: Int, direction: FlowDirection, header: Int) {
        let now = max(time, last)
        follow(now)
        switch direction {
        case .forward: activity.shortestForwardHeader = min(activity.shortestForwardHeader ?? header, header)
        case .backward: shortestBackwardHeader = min(shortestBackwardHeader ?? header, header)
        }
        guard payload > 0 else { return }
        switch direction {
        case .forward:
            activity.forwardDataPackets += 1
            backwardRun.end()
            forwardRun.add(now, payload, &activity.forwardBulks)
        case .backward:
            activity.backwardDataPackets += 1
            forwardRun.end()
            backwardRun.add(now, payload, &activity.backwardBulks)
        }
    }

    /// Exchanges what is kept by direction.
    mutating func reverse() {
        swap(&forwardRun, &backwardRun)
        swap(&activity.forwardBulks, &activity.backwardBulks)
        swap(&activity.forwardDataPackets, &activity.backwardDataPackets)
        swap(&activity.shortestForwardHeader, &shortestBackwardHeader)
    }

    /// The figures, if the flow ended here.
    func finished() -> FlowActivity {
        var finished = activity
        if last > activeSince { finished.active.add(Int(last - activeSince)) }
        return finished
    }

    private mutating func follow(_ now: Int64) {
        defer { last = now }
        guard last != .min else {
            activeSince = now
            return
        }
        let gap = now.since(last)
        if gap > Self.subflowGap { activity.subflows += 1 }
        guard gap > Self.idleGap else { return }
        if last > activeSince { activity.active.add(Int(last - activeSince)) }
        activity.idle.add(Int(gap))
        activeSince = now
    }
}

/// Packets with payload one way that are, or may become, a bulk.
private struct BulkRun {
    private var packets = 0
    private var payloadBytes = 0
    private var first: Int64 = 0
    private var last: Int64 = 0

    private static let fewestPackets = 4

    mutating func end() { packets = 0 }

    /// A run counts from its fourth packet on, and then with the three before.
    mutating func add(_ time: Int64, _ payload: Int, _ bulks: inout BulkStatistics) {
        if packets == 0 || time.since(last) > ActivityRecord.subflowGap {
            self = BulkRun(packets: 0, payloadBytes: 0, first: time, last: time)
        }
        let step = time.since(last)
        packets += 1
        payloadBytes += payload
        last = time
        if packets == Self.fewestPackets {
            bulks.count += 1
            bulks.packets += packets
            bulks.payloadBytes += payloadBytes
            bulks.duration += .nanoseconds(time - first)
        } else if packets > Self.fewestPackets {
            bulks.packets += 1
            bulks.payloadBytes += payload
            bulks.duration += .nanoseconds(step)
        }
    }
}
