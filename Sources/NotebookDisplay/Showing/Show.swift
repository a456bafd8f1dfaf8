/// Shows a value at this place of the cell's results.
///
/// Tables, plots and whatever else is `Displayable` appear as such, a list of them one after the other, an optional as
/// its content; anything else by its description. A long output is cut, and the page says by how much.
public func show<Value>(_ value: Value) {
    for output in Shown.outputs(of: value) { FrameChannel.send(.output(output)) }
}

/// Shows the value of the expression a cell ends in; a cell that ends in a statement shows nothing.
public func _cellValue<Value>(_ value: Value) {
    if !(value is Void) { show(value) }
}

/// Puts a value into a sentence: the runner writes such a call for every `\(…)` in prose.
///
/// - Parameters:
///   - slot: The place among the interpolations of the cell, from 0.
///   - value: Numbers are written in the format, texts as they are, `nil` as missing, all else by its description.
///   - format: How a number is written.
public func _proseValue<Value>(_ slot: Int, _ value: Value, format: NumberFormat = .automatic) {
    FrameChannel.send(.prose(slot: slot, text: Table.Value(describing: value).text(format)))
}
