extension NotebookError {
    /// What is wrong, in lower case and without an end mark.
    package var message: String {
        switch fault {
        case .notUTF8(let byte): "byte \(byte) is not UTF-8"
        case .empty: "the notebook has no cells"
        case .unclosedComment: "the comment opened here is never closed"
        case .codeInProse(let text): "'\(text)' in a markdown cell is no comment"
        case .unclosedValue: "the value opened here is never closed"
        case .emptyValue: "a value without an expression"
        case .titleCharacter(let character): "a title cannot hold '\(character)'"
        case .unknownKind(let kind, _): "unknown kind of cell '[\(kind)]'"
        case .misplacedKind(let kind): "'[\(kind)]' stands behind the options"
        case .textAfterOptions(let text): "'\(text)' is no option"
        case .unknownOption(let option, _): "unknown option '\(option)'"
        case .reservedOption(let option): "option '\(option)' is reserved and does nothing yet"
        case .duplicateOption(let option): "option '\(option)' is given twice"
        case .badValue(let option, let fault): "option '\(option)': \(fault.message)"
        case .wrongType(let option, let expected, let found): "option '\(option)' takes \(expected), not \(found)"
        case .duplicateID(let id, let line): "id '\(id)' is taken by the cell on line \(line)"
        }
    }

    /// What to try.
    package var remedy: String? {
        switch fault {
        case .notUTF8: "save the file as UTF-8"
        case .empty: "begin one with a line '// %%'"
        case .unclosedComment: "close it with '*/', or write '//' before each line if '/*' is meant as text"
        case .codeInProse: "write prose as '//' lines or as one '/* … */', and code in a cell of its own"
        case .unclosedValue: "close it with ')', or write '\\\\(' if it is meant as text"
        case .emptyValue: "write one between the parentheses, or '\\\\(' if it is meant as text"
        case .titleCharacter: "write options as name=value, and leave '=' and '{' out of titles"
        case .unknownKind(_, let suggestion?): "did you mean '[\(suggestion)]'?"
        case .unknownKind: "write '[markdown]' or '[parameters]', or nothing for code"
        case .misplacedKind(let kind): "write '// %% TITLE [\(kind)] OPTIONS'"
        case .textAfterOptions: "write the title before the options, and each option as name=value"
        case .unknownOption(_, let suggestion?): "did you mean '\(suggestion)'?"
        case .unknownOption: "the options are \(OptionTable.names.joined(separator: ", ")); a title cannot hold '='"
        case .reservedOption: "remove it"
        case .duplicateOption: "keep one"
        case .badValue(_, let fault): fault.remedy
        case .wrongType: nil
        case .duplicateID: "give one of them another id"
        }
    }
}
