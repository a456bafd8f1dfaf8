extension OfficeScene {
    /// Everyday work, source by source: the habits of each host, and visits from outside.
    var everydaySources: [Simulation.Source] {
        var habits: [any Habit] = [Visits(in: self, generator([SourceFamily.baseline.rawValue]))]
        for host in hosts {
            habits.append(Browsing(host, in: self, generator(of: host, 0)))
            habits.append(Mailing(host, in: self, generator(of: host, 1)))
            habits.append(Chores(host, in: self, generator(of: host, 2)))
            if host.usesShell { habits.append(ShellWork(host, in: self, generator(of: host, 3))) }
        }
        return habits.map { Simulation.Source(habit: HabitSource($0), episode: 0) }
    }

    private func generator(of host: OfficeHost, _ habit: UInt32) -> NumPyGenerator {
        generator([SourceFamily.baseline.rawValue, UInt32(clamping: host.number), habit])
    }

    /// Everyday work as an episode that lasts throughout.
    var everyday: Episode {
        Episode(
            label: .baseline, start: start, end: start.after(length), initiators: "\(hosts.count) hosts, and visitors",
            responders: "servers inside and outside")
    }

    /// An anomaly as an episode.
    func episode(of anomaly: Anomaly, number: Int, _ incident: any Incident) -> Episode {
        let begin = anomaly.start.inSeconds
        return Episode(
            label: TrafficLabel(episode: number, kind: anomaly.kind), start: start.after(begin),
            end: start.after(min(begin + anomaly.duration.inSeconds, length)), initiators: incident.initiators,
            responders: incident.responders)
    }
}

extension OfficeScenario {
    /// The anomalies in order of time, whatever the order in which they were added; each with the number of equal ones
    /// before it, so that these are not copies of each other.
    var orderedAnomalies: [(Anomaly, occurrence: UInt32)] {
        var seen: [Anomaly: UInt32] = [:]
        let ordered = anomalies.sorted { left, right in
            left.start != right.start ? left.start < right.start : left.key.lexicographicallyPrecedes(right.key)
        }
        return ordered.map { anomaly in
            defer { seen[anomaly, default: 0] += 1 }
            return (anomaly, seen[anomaly, default: 0])
        }
    }
}
