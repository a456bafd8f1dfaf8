import Foundation

/// A JSON value to look into: what is not there is an absent value, whose parts are absent too.
struct JSONView {
    private let value: Any?

    init(_ value: Any?) { self.value = value }

    subscript(key: String) -> JSONView { JSONView((value as? [String: Any])?[key]) }

    subscript(index: Int) -> JSONView {
        guard let list = value as? [Any], list.indices.contains(index) else { return JSONView(nil) }
        return JSONView(list[index])
    }

    /// The element whose `id` is this one.
    subscript(id id: String) -> JSONView { list.first { $0["id"].text == id } ?? JSONView(nil) }

    var list: [JSONView] { (value as? [Any] ?? []).map { JSONView($0) } }
    var keys: [String] { ((value as? [String: Any]) ?? [:]).keys.sorted() }
    var text: String? { value as? String }
    var number: Double? { (value as? NSNumber)?.doubleValue }
    var numbers: [Double] { list.compactMap(\.number) }
    var texts: [String] { list.compactMap(\.text) }
    var isNull: Bool { value is NSNull }
}
