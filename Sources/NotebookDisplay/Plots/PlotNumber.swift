/// A number that can be drawn; an optional one leaves a gap where it is `nil`.
public protocol PlotNumber {
    /// The position on an axis; NaN for a gap.
    var plotValue: Double { get }
}

extension PlotNumber where Self: BinaryInteger {
    /// The nearest double.
    public var plotValue: Double { Double(self) }
}

extension PlotNumber where Self: BinaryFloatingPoint {
    /// The nearest double.
    public var plotValue: Double { Double(self) }
}

extension Int: PlotNumber {}
extension Int8: PlotNumber {}
extension Int16: PlotNumber {}
extension Int32: PlotNumber {}
extension Int64: PlotNumber {}
extension UInt: PlotNumber {}
extension UInt8: PlotNumber {}
extension UInt16: PlotNumber {}
extension UInt32: PlotNumber {}
extension UInt64: PlotNumber {}
extension Double: PlotNumber {}
extension Float: PlotNumber {}

extension Optional: PlotNumber where Wrapped: PlotNumber {
    /// The wrapped number, or NaN.
    public var plotValue: Double { map(\.plotValue) ?? .nan }
}

extension Sequence where Element: PlotNumber {
    var plotValues: [Double] { map(\.plotValue) }
}
