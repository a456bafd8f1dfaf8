/// The library types whose values are never shared: copying one leaves nothing in common that can change.
enum ValueTypes {
    /// Whether the compiler's name of a type is that of a known value type of a library.
    static func contains(_ usr: String) -> Bool { known.contains(usr) || isOfThisProject(usr) }

    /// Types that have no declaration: they are values when their parts are.
    static let structural: Set<String> = ["Tuple", "Void", "GenericTypeParam", "Integer"]

    /// Every structure and enumeration of these modules is a value, by the rules of this project.
    private static let valueModules: Set<String> = ["Traffic", "TrafficCapture", "NotebookDisplay"]

    private static func isOfThisProject(_ usr: String) -> Bool {
        guard let path = NominalPath(usr: usr), let kind = path.kinds.last else { return false }
        return valueModules.contains(path.module) && (kind == "V" || kind == "O")
    }

    private static let known = Set(
        ["i", "u", "b", "d", "f", "S", "s", "J", "a", "D", "h", "q", "N", "n", "O"].map { "s:S\($0)" }
            + ["s:s7UnicodeO6ScalarV", "s:SS5IndexV", "s:SS8UTF8ViewV", "s:SS9UTF16ViewV", "s:SS17UnicodeScalarViewV"]
            + ["s:12_Concurrency15ContinuousClockV7InstantV", "s:s6ResultO", "s:s5NeverO"]
            + swift.map { "s:s\(NominalPath.mangled($0))V" }
            + foundation.flatMap { name in
                ["Foundation", "FoundationEssentials"].map {
                    "s:\(NominalPath.mangled($0))\(NominalPath.mangled(name))V"
                }
            })

    private static let swift = [
        "ArraySlice", "CollectionOfOne", "ContiguousArray", "DefaultIndices", "Duration", "EmptyCollection",
        "EnumeratedSequence", "FlattenSequence", "Float16", "Float80", "InlineArray", "Int128", "Int16", "Int32",
        "Int64",
        "Int8", "KeyValuePairs", "PartialRangeFrom", "PartialRangeThrough", "PartialRangeUpTo", "Repeated",
        "ReversedCollection", "SIMD16", "SIMD2", "SIMD3", "SIMD32", "SIMD4", "SIMD64", "SIMD8", "Slice", "StaticString",
        "StrideThrough", "StrideTo", "UInt128", "UInt16", "UInt32", "UInt64", "UInt8", "Zip2Sequence",
    ]

    private static let foundation = [
        "AttributedString", "CGPoint", "CGRect", "CGSize", "Calendar", "CharacterSet", "Data", "Date", "DateComponents",
        "DateInterval", "Decimal", "IndexPath", "IndexSet", "Locale", "PersonNameComponents", "TimeZone", "URL",
        "URLComponents", "URLQueryItem", "UUID",
    ]
}
