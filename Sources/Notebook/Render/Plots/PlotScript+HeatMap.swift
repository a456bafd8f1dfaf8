import NotebookDisplay

/// How strongly a field of a heat map is shaded.
struct HeatShade {
    static let steps = 32
    let low: Double
    let high: Double
    /// Lettered fields stay light enough for their letters.
    let strongest: Double

    init(_ map: HeatMap) {
        let finite = map.values.filter(\.isFinite)
        low = finite.min() ?? 0
        high = finite.max() ?? 0
        strongest = map.isAnnotated ? 0.5 : 1
    }

    /// The opacity of a value, from 0 (gap) over 0.06 (least) to the strongest, in few steps so that fields can be
    /// drawn together.
    func opacity(of value: Double) -> Double {
        // Halves, because the distance of two doubles may not be a double.
        let share = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 1
        return opacity(ofShare: (share * Double(Self.steps)).rounded() / Double(Self.steps))
    }

    func opacity(ofShare share: Double) -> Double { 0.06 + share * (strongest - 0.06) }

    /// The colour as one number: what is missing to full opacity, then the role.
    func code(_ opacity: Double) -> Double {
        Double(Int(((1 - opacity) * 255).rounded()) << 24 | PlotColour.series(0).code)
    }
}

extension PlotScriptWriter {
    /// The fields of a heat map, as one element.
    mutating func element(_ map: HeatMap) -> String? {
        let shade = HeatShade(map)
        var rows: [[Double]] = []
        for (index, value) in map.values.enumerated() where value.isFinite {
            let x = Double(index % map.columns.count)
            let y = Double(map.rows.count - 1 - index / map.columns.count)
            rows.append([x, y, x - 0.5, x + 0.5, y - 0.5, y + 0.5, shade.code(shade.opacity(of: value))])
        }
        if rows.isEmpty { return nil }
        // Equal shades follow each other and become one shape.
        rows.sort { ($0[6], $0[1], $0[0]) < ($1[6], $1[1], $1[0]) }
        return "\(block(rows)) using 1:2:3:4:5:6:7 with boxxyerror fs solid 1.0 noborder lc rgb variable notitle"
    }

    /// The lettering of the fields, and the scale that explains the shades.
    mutating func drawScale(of map: HeatMap, _ frame: PlotLayout.Frame) {
        guard map.values.contains(where: \.isFinite) else { return }
        if map.isAnnotated { letterFields(map) }
        let shade = HeatShade(map)
        let (left, width, steps) = (frame.right + 14, 12.0, 16)
        let height = min(frame.height, 160)
        for step in 0..<steps {
            let top = frame.top + height * Double(steps - 1 - step) / Double(steps)
            let opacity = shade.opacity(ofShare: Double(step) / Double(steps - 1))
            let colour = "'#" + String(Int(shade.code(opacity)) | 0x1_0000_0000, radix: 16).dropFirst() + "'"
            add(
                "set object rectangle from \(screen(left, top + height / Double(steps))) to \(screen(left + width, top))"
                    + " fs solid 1.0 noborder fc rgb \(colour)")
        }
        let format = map.format
        label(format.text(for: shade.high), at: screen(left + width + 5, frame.top + 6), "left")
        label(format.text(for: shade.low), at: screen(left + width + 5, frame.top + height - 6), "left")
        if let text = map.label { label(text, at: screen(frame.right + 60, frame.top - 14), "right") }
    }

    private mutating func letterFields(_ map: HeatMap) {
        for (index, value) in map.values.enumerated() where value.isFinite {
            let x = index % map.columns.count
            let y = map.rows.count - 1 - index / map.columns.count
            label(map.format.text(for: value), at: "first \(x), first \(y)", "center", colour: .ink)
        }
    }
}
