import NotebookDisplay

extension PlotScriptWriter {
    /// Everything on a panel that is not a series.
    mutating func annotate(_ frame: PlotLayout.Frame) {
        for mark in frame.panel.marks {
            switch mark {
            case .span(let span): draw(span, frame)
            case .rule(let rule): draw(rule, frame)
            case .note(let note): draw(note, frame)
            case .heat(let map): drawScale(of: map, frame)
            case .curve, .interval, .bars, .histogram, .box: continue
            }
        }
        if frame.contents.isEmpty {
            let middle = screen((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)
            label("No data to draw", at: middle, "center", size: PlotLayout.labelSize)
        }
    }

    private mutating func draw(_ span: Span, _ frame: PlotLayout.Frame) {
        let scale = span.direction == .x ? frame.x : frame.y
        let low = max(span.lower, scale.lower)
        let high = min(span.upper, scale.upper)
        guard low < high else { return }
        let (from, to) = (GnuplotText.number(low), GnuplotText.number(high))
        let corners =
            span.direction == .x
            ? "from first \(from), graph 0 to first \(to), graph 1"
            : "from graph 0, first \(from) to graph 1, first \(to)"
        add("set object rectangle \(corners) behind fs solid 1.0 noborder fc rgb \(PlotColour.span.quoted)")
        guard let text = span.label else { return }
        switch span.direction {
        case .x: labelInside(text, frame, around: (frame.pixelX(low) + frame.pixelX(high)) / 2, y: frame.top + 12)
        case .y: label(text, at: screen(frame.right - 6, frame.pixelY(high) + 12), "right")
        }
    }

    private mutating func draw(_ rule: Rule, _ frame: PlotLayout.Frame) {
        switch rule.course {
        case .vertical(let x):
            guard x >= frame.x.lower, x <= frame.x.upper else { return }
            line("first \(x), graph 0", "first \(x), graph 1")
            if let text = rule.label { labelBeside(text, frame, x: frame.pixelX(x), y: frame.top + 12) }
        case .horizontal(let y):
            guard y >= frame.y.lower, y <= frame.y.upper else { return }
            line("graph 0, first \(y)", "graph 1, first \(y)")
            if let text = rule.label { label(text, at: screen(frame.right - 4, frame.pixelY(y) - 9), "right") }
        case .slanted(let slope, let intercept): drawSlanted(rule, slope, intercept, frame)
        }
    }

    /// The part of a slanted line within the panel; on a logarithmic axis a straight line is none, and is left out.
    private mutating func drawSlanted(_ rule: Rule, _ slope: Double, _ intercept: Double, _ frame: PlotLayout.Frame) {
        guard slope.isFinite, intercept.isFinite, !frame.x.isLogarithmic, !frame.y.isLogarithmic else { return }
        var (low, high) = (frame.x.lower, frame.x.upper)
        if slope != 0 {
            let crossings = [frame.y.lower, frame.y.upper].map { ($0 - intercept) / slope }.sorted()
            (low, high) = (max(low, crossings[0]), min(high, crossings[1]))
        }
        let (first, last) = (slope * low + intercept, slope * high + intercept)
        guard low < high, first >= frame.y.lower - 1e-9, first <= frame.y.upper + 1e-9 else { return }
        line("first \(low), first \(first)", "first \(high), first \(last)")
        guard let text = rule.label else { return }
        label(text, at: screen(frame.pixelX(high) - 6, frame.pixelY(last) + 14), "right")
    }

    private mutating func line(_ from: String, _ to: String) {
        add("set arrow from \(from) to \(to) nohead front lw 1.2 dt (6,5) lc rgb \(PlotColour.muted.quoted)")
    }

    private mutating func draw(_ note: Note, _ frame: PlotLayout.Frame) {
        let (x, y) = (frame.pixelX(note.x), frame.pixelY(note.y))
        guard x.isFinite, y.isFinite, x >= frame.left, x <= frame.right else { return }
        add("set label '' at \(screen(x, y)) point pt 6 ps 0.7 lw 1.4 lc rgb \(PlotColour.ink.quoted) front")
        labelBeside(note.text, frame, x: x, y: max(y - 12, frame.top + 8), colour: .ink)
    }

    /// A label to the right of a place, or to its left where the panel ends.
    private mutating func labelBeside(
        _ text: String, _ frame: PlotLayout.Frame, x: Double, y: Double, colour: PlotColour = .muted
    ) {
        let fits = x + 6 + TextWidth.of(text, size: PlotLayout.tickSize) <= frame.right + 10
        label(text, at: screen(fits ? x + 6 : x - 6, y), fits ? "left" : "right", colour: colour)
    }

    /// A label centred on a place, moved inwards where the panel ends.
    private mutating func labelInside(_ text: String, _ frame: PlotLayout.Frame, around x: Double, y: Double) {
        let half = TextWidth.of(text, size: PlotLayout.tickSize) / 2
        if x - half < frame.left { return label(text, at: screen(frame.left + 4, y), "left") }
        if x + half > frame.right { return label(text, at: screen(frame.right - 4, y), "right") }
        label(text, at: screen(x, y), "center")
    }
}
