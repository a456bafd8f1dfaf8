extension Notebook {
    /// What the `[parameters]` cells declare, in the order of the text.
    package var parameters: [Parameter] {
        cells.filter { $0.kind == .parameters }.flatMap { ParameterReader(cell: $0, file: name).parameters() }
    }

    /// The notebook with other values for some of its parameters, given as text.
    ///
    ///     try notebook.setting(["windows": "50", "capture": "trace.pcap"])
    ///
    /// Only the defaults change, each into a literal of the declared type on the same lines. Text that is not such a
    /// value is refused, so no text can become code. Lists are written in JSON; `nil` empties an optional.
    ///
    /// - Throws: For the first name, in alphabetical order, that is no parameter or whose text is no value of its type.
    package func setting(_ values: [String: String]) throws(ParameterError) -> Notebook {
        guard !values.isEmpty else { return self }
        try parameters.require(values.keys)
        var notebook = self
        for index in cells.indices where cells[index].kind == .parameters {
            notebook.cells[index].source = try source(of: cells[index], setting: values)
        }
        return notebook
    }

    private func source(of cell: Cell, setting values: [String: String]) throws(ParameterError) -> String {
        var bytes = Array(cell.source.utf8)
        for parameter in ParameterReader(cell: cell, file: name).parameters().reversed() {
            guard let value = values[parameter.name] else { continue }
            guard parameter.kind != nil else { throw ParameterError(fault: .notSettable(parameter)) }
            guard let replacement = parameter.replacement(for: value) else {
                throw ParameterError(fault: parameter.fault(of: value))
            }
            bytes.replaceSubrange(parameter.range, with: replacement.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Collection<Parameter> {
    /// Refuses a name that is none of these parameters: the first one, in alphabetical order.
    package func require(_ names: some Collection<String>) throws(ParameterError) {
        let known = map(\.name)
        for name in names.sorted() where !known.contains(name) {
            let suggestion = Suggestion.nearest(to: name, among: known)
            throw ParameterError(fault: .unknown(name, suggestion: suggestion, names: known))
        }
    }
}
