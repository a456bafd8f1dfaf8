/// Anomalies by name; each begins at a time after the scenario's start, and lasts as long as is usual for its kind if
/// nothing else is said.
extension Anomaly {
    /// A scan of one server's ports by a host outside: ten ports a second, in random order, none twice.
    public static func verticalScan(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.verticalScan, at: start, lasting: duration, intensity: intensity)
    }

    /// A scan of the office's addresses for one port by a host outside: twenty a second, none twice.
    public static func horizontalScan(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.horizontalScan, at: start, lasting: duration, intensity: intensity)
    }

    /// A scan of one server's ports that tries four a minute.
    public static func slowScan(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.slowScan, at: start, lasting: duration, intensity: intensity)
    }

    /// A flood of 200 requests for connections a second from one host.
    public static func synFlood(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.synFlood, at: start, lasting: duration, intensity: intensity)
    }

    /// A flood of 500 requests for connections a second under false addresses.
    public static func distributedFlood(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.distributedFlood, at: start, lasting: duration, intensity: intensity)
    }

    /// 60 MB that a host inside brings to a server outside, in some connections.
    public static func exfiltration(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.exfiltration, at: start, lasting: duration, intensity: intensity)
    }

    /// Questions for orders that a host inside asks every minute, a fifth more or less.
    public static func beaconing(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.beaconing, at: start, lasting: duration, intensity: intensity)
    }

    /// Two connections of the Secure Shell a second that try passwords.
    public static func bruteForce(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.bruteForce, at: start, lasting: duration, intensity: intensity)
    }

    /// A program that tries four addresses a second from each host that has it.
    public static func worm(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.worm, at: start, lasting: duration, intensity: intensity)
    }

    /// A host that asks every five seconds for a server that is no more.
    public static func misconfiguredService(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.misconfiguredService, at: start, lasting: duration, intensity: intensity)
    }

    /// Five visitors a second at the height, soon many and then fewer and fewer.
    public static func flashCrowd(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.flashCrowd, at: start, lasting: duration, intensity: intensity)
    }

    /// 150 MB that a host saves on a server inside.
    public static func backup(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.backup, at: start, lasting: duration, intensity: intensity)
    }

    /// Pages every six seconds whose parts lie on very many machines.
    public static func cdnBrowsing(
        at start: Duration, lasting duration: Duration? = nil, intensity: Double = 1
    ) -> Anomaly {
        Anomaly(.cdnBrowsing, at: start, lasting: duration, intensity: intensity)
    }
}
