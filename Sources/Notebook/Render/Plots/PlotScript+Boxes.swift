import NotebookDisplay

extension PlotScriptWriter {
    /// All box plots of a panel: boxes, whiskers with their ends, medians, outliers.
    mutating func boxElements(_ frame: PlotLayout.Frame) -> [String] {
        let categories = frame.contents.categories
        let boxes = frame.panel.marks.compactMap { mark -> (place: Double, box: Box)? in
            guard case .box(let box) = mark, box.median.isFinite, let slot = categories.firstIndex(of: box.name) else {
                return nil
            }
            return (Double(slot), box)
        }
        if boxes.isEmpty { return [] }
        let pen = Pen(colour: 0, title: "notitle")
        let bodies = block(boxes.map { body($0.place, $0.box) })
        let whiskers = block(boxes.flatMap { reach($0.place, $0.box) })
        let medians = block(boxes.flatMap { level($0.box.median, around: $0.place, 0.26) })
        var elements = [
            "\(whiskers) using 1:2 with lines lw 1.4 \(pen.ink) notitle",
            "\(bodies) using 1:2:3:4:5:6 with boxxyerror fs solid 0.25 border lw 1.4 \(pen.ink) notitle",
            "\(medians) using 1:2 with lines lw 3 \(pen.ink) notitle",
        ]
        let outliers = boxes.flatMap { item in item.box.outliers.map { [item.place, $0] } }
        if !outliers.isEmpty {
            elements.append("\(block(outliers)) using 1:2 with points pt 6 ps 0.5 lw 1.2 \(pen.ink) notitle")
        }
        return elements
    }

    private func body(_ place: Double, _ box: Box) -> [Double] {
        [place, box.median, place - 0.26, place + 0.26, box.lowerQuartile, box.upperQuartile]
    }

    private func reach(_ place: Double, _ box: Box) -> [[Double]?] {
        [[place, box.lowerWhisker], [place, box.lowerQuartile], nil]
            + [[place, box.upperQuartile], [place, box.upperWhisker], nil]
            + level(box.lowerWhisker, around: place, 0.1) + level(box.upperWhisker, around: place, 0.1)
    }

    private func level(_ value: Double, around place: Double, _ half: Double) -> [[Double]?] {
        [[place - half, value], [place + half, value], nil]
    }
}
