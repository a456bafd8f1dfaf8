/// A JSON value to look into: what is not there is an absent value, whose parts are absent too.
enum JSONView: Decodable, Hashable {
    case absent
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONView])
    case members([String: JSONView])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONView].self) {
            self = .list(list)
        } else {
            self = .members(try container.decode([String: JSONView].self))
        }
    }

    subscript(key: String) -> JSONView {
        if case .members(let members) = self { members[key] ?? .absent } else { .absent }
    }

    subscript(index: Int) -> JSONView { list.indices.contains(index) ? list[index] : .absent }

    /// The element whose `id` is this one.
    subscript(id id: String) -> JSONView { list.first { $0["id"].text == id } ?? .absent }

    var list: [JSONView] {
        if case .list(let list) = self { list } else { [] }
    }

    var keys: [String] {
        if case .members(let members) = self { members.keys.sorted() } else { [] }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    var numbers: [Double] { list.compactMap(\.number) }
    var texts: [String] { list.compactMap(\.text) }
    var isNull: Bool { self == .null }
}
