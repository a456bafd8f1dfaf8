import Notebook
import Traffic

/// What is to happen, as a person writes it: `vertical-scan@10m,backup@20m+5m*2`.
enum ScenarioWords {
    /// The anomalies that the words name, beside the office that is always there; those without a start are spread over
    /// `duration`.
    static func anomalies(_ words: String, within duration: Duration) throws(UsageError) -> [Anomaly] {
        var wishes: [Wish] = []
        for word in words.split(separator: ",", omittingEmptySubsequences: false) {
            switch word {
            case "office": continue
            case "all": wishes += Anomaly.Kind.allCases.map { Wish(kind: $0) }
            default: wishes.append(try Wish(word))
            }
        }
        return spread(wishes, over: duration)
    }

    /// Those without a start begin at even distances from the scenario's ends and from each other.
    private static func spread(_ wishes: [Wish], over duration: Duration) -> [Anomaly] {
        let free = wishes.count { $0.start == nil }
        var passed = 0
        return wishes.map { wish in
            if wish.start == nil { passed += 1 }
            let start = wish.start ?? duration / Double(free + 1) * Double(passed)
            return Anomaly(wish.kind, at: start, lasting: wish.duration, intensity: wish.intensity)
        }
    }
}

/// One thing that is to happen: `NAME[@START][+LENGTH][*INTENSITY]`.
private struct Wish {
    let kind: Anomaly.Kind
    var start: Duration?
    var duration: Duration?
    var intensity = 1.0

    init(kind: Anomaly.Kind) { self.kind = kind }

    init(_ word: Substring) throws(UsageError) {
        let name = String(word.prefix { !"@+*".contains($0) })
        guard !["office", "all"].contains(name) else {
            throw .invalidValue(
                option: "SCENARIO", text: String(word), expected: "\(name) alone, without a time and an intensity,")
        }
        guard let kind = Anomaly.Kind(rawValue: name) else {
            let names = ["office", "all"] + Anomaly.Kind.allCases.map(\.rawValue)
            throw .invalidValue(
                option: "SCENARIO", text: name, expected: "a name that flowbook simulate --list prints",
                nearest: Suggestion.nearest(to: name, among: names))
        }
        self.kind = kind
        var rest = word.dropFirst(name.count)
        while let mark = rest.popFirst() {
            let figure = rest.prefix { !"@+*".contains($0) }
            rest = rest.dropFirst(figure.count)
            guard take(figure, after: mark) else {
                throw .invalidValue(
                    option: "SCENARIO", text: String(word),
                    expected: "NAME[@START][+LENGTH][*INTENSITY], such as \(name)@10m+5m*2,")
            }
        }
    }

    /// - Returns: false where the figure is none.
    private mutating func take(_ figure: Substring, after mark: Character) -> Bool {
        switch mark {
        case "@": start = Duration(written: String(figure))
        case "+": duration = Duration(written: String(figure))
        default: intensity = Double(figure) ?? .nan
        }
        return mark == "@" ? start != nil : mark == "+" ? duration != nil : !intensity.isNaN
    }
}
