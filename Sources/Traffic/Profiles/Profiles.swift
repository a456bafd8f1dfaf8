extension Profile where Row == Flow {
    /// The profiles of flows, our own first.
    public static let all: [Profile] = [flowbook, nfstream, zeek, cicflowmeter, loopback]

    /// The profile of flows called `name`; nil where there is none.
    public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}
