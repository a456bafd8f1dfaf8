extension TrafficProfile {
    /// Everyday work: forty desks, a dozen servers, four services, most of it the web.
    public static let office: TrafficProfile = {
        var profile = TrafficProfile(
            flowsPerSecond: 3,
            clients: Hosts(from: IPAddress(10, 0, 0, 10), count: 40, skew: 0.5),
            servers: Hosts(from: IPAddress(192, 0, 2, 1), count: 12, skew: 1),
            services: [
                Service(.tcp, 80...80, weight: 0.6), Service(.tcp, 443...443, weight: 0.3),
                Service(.tcp, 22...22, weight: 0.05), Service(.udp, 53...53, weight: 0.05),
            ])
        profile.packetsPerFlow = 6
        return profile
    }()

    /// One machine trying every port of another: single small packets, each to a port of its own.
    public static let portScan: TrafficProfile = {
        TrafficProfile(
            flowsPerSecond: 3,
            clients: Hosts(from: IPAddress(203, 0, 113, 66), count: 1),
            servers: Hosts(from: IPAddress(192, 0, 2, 5), count: 1),
            services: [Service(.tcp, 1...65535, weight: 1)])
    }()

    /// Harmless and yet diverse: browsing through content networks, video calls, software updates, games.
    ///
    /// Calls, games and file sharing use ports all over the range, and content networks hundreds of addresses; so port
    /// and address entropy rise as in a scan, although nothing is wrong.
    public static let diverseBrowsing: TrafficProfile = {
        var profile = TrafficProfile(
            flowsPerSecond: 3,
            clients: Hosts(from: IPAddress(10, 0, 0, 10), count: 40, skew: 0.5),
            servers: Hosts(from: IPAddress(198, 18, 0, 1), count: 600, skew: 0.8),
            services: [
                Service(.tcp, 443...443, weight: 0.25), Service(.udp, 443...443, weight: 0.15),
                Service(.tcp, 80...80, weight: 0.05), Service(.tcp, 8000...8100, weight: 0.10),
                Service(.udp, 3478...3497, weight: 0.05), Service(.udp, 16384...32767, weight: 0.25),
                Service(.tcp, 49152...65535, weight: 0.15),
            ])
        profile.packetsPerFlow = 10
        profile.packetGap = 0.02
        profile.meanLength = 900
        return profile
    }()
}
