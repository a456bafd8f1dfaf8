/// A value with a compact binary form.
package protocol FrameCodable {
    /// Appends the value; equal values append equal bytes.
    func encode(into writer: inout FrameWriter)
    /// Reads a value back; damaged input throws and never traps.
    init(from reader: inout FrameReader) throws(FrameError)
}

/// Why bytes are not a frame.
package struct FrameError: Error, Hashable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        case truncated
        case surplus
        case version(UInt8)
        case tag(UInt8)
        case number
        case text
        case lengths
    }

    package var reason: Reason
    /// The offset of the byte after the damage.
    package var offset: Int

    package var description: String {
        let what =
            switch reason {
            case .truncated: "the bytes end too early"
            case .surplus: "bytes follow the end of the frame"
            case .version(let version): "version \(version) is not \(Frame.version)"
            case .tag(let tag): "\(tag) names no alternative"
            case .number: "a number is out of range"
            case .text: "a text is not UTF-8"
            case .lengths: "columns differ in length"
            }
        return "damaged frame: byte \(offset): \(what)"
    }
}
