public struct HardwareAddress: Hashable, Sendable { public var bits: UInt64 }
extension LinkHeader { public var source: HardwareAddress? { nil }; public var destination: HardwareAddress? { nil } }
