import Testing

@testable import Notebook

@Suite("Errors of notebooks")
struct NotebookErrorTests {
    @Test(
        "the message names the place, what is wrong and the remedy",
        arguments: [
            ("", "n.swift:1:1: the notebook has no cells; begin one with a line '// %%'"),
            ("\n// only words\n", "n.swift:3:1: the notebook has no cells; begin one with a line '// %%'"),
            ("// %% a timeot=3", "n.swift:1:9: unknown option 'timeot'; did you mean 'timeout'?"),
            (
                "// %% a colour=3",
                "n.swift:1:9: unknown option 'colour'; the options are id, timeout, memory, hide, fold, tags, caption, cache; "
                    + "a title cannot hold '='"
            ),
            ("// %% a trace=true", "n.swift:1:9: option 'trace' is reserved and does nothing yet; remove it"),
            ("// %% exercise-1=true", "n.swift:1:7: option 'exercise-1' is reserved and does nothing yet; remove it"),
            ("// %% fold=true fold=true", "n.swift:1:17: option 'fold' is given twice; keep one"),
            (
                "// %% x = 3",
                "n.swift:1:9: a title cannot hold '='; write options as name=value, and leave '=' and '{' out of titles"
            ),
            (
                "// %% x {\"id\": 1}",
                "n.swift:1:9: a title cannot hold '{'; write options as name=value, and leave '=' and '{' out of titles"
            ),
            ("// %% [markdwon]", "n.swift:1:7: unknown kind of cell '[markdwon]'; did you mean '[markdown]'?"),
            (
                "// %% [raw]",
                "n.swift:1:7: unknown kind of cell '[raw]'; write '[markdown]' or '[parameters]', or nothing for code"
            ),
            (
                "// %% id=\"a\" [markdown]",
                "n.swift:1:14: '[markdown]' stands behind the options; write '// %% TITLE [markdown] OPTIONS'"
            ),
            (
                "// %% id=\"a\" Title",
                "n.swift:1:14: 'Title' is no option; write the title before the options, and each option as name=value"
            ),
            (
                "// %% id=",
                "n.swift:1:10: option 'id': a value is missing; "
                    + "write \"text\" in quotation marks, a number, true, false, or a list in brackets"
            ),
            (
                "// %% id=abc",
                "n.swift:1:10: option 'id': not a JSON value; "
                    + "write \"text\" in quotation marks, a number, true, false, or a list in brackets"
            ),
            (
                "// %% caption=\"abc",
                "n.swift:1:19: option 'caption': the string is never closed; close it with a quotation mark on the same line"
            ),
            ("// %% caption=\"\\x\"", #"n.swift:1:16: option 'caption': not a JSON escape; write a backslash as "\\""#),
            (
                "// %% timeout=01",
                "n.swift:1:15: option 'timeout': not a JSON number; "
                    + "write digits, a point, and an exponent where one is needed: 10, 0.5, 1e9"
            ),
            (
                "// %% tags=[\"a\" \"b\"]",
                "n.swift:1:17: option 'tags': the list or object is never closed; "
                    + "close it on the same line, with commas between its items"
            ),
            ("// %% fold=truex", "n.swift:1:16: option 'fold': text behind the value; leave a blank behind it"),
            ("// %% fold=1", "n.swift:1:12: option 'fold' takes true or false, not 1"),
            ("// %% timeout=\"3\"", "n.swift:1:15: option 'timeout' takes a number above 0, not \"3\""),
            ("// %% timeout=-1", "n.swift:1:15: option 'timeout' takes a number above 0, not -1"),
            ("// %% memory=1.5", "n.swift:1:14: option 'memory' takes a whole number above 0, not 1.5"),
            (
                "// %% hide=\"cod\"",
                #"n.swift:1:12: option 'hide' takes one of "nothing", "code", "output", "all", not "cod""#
            ),
            ("// %% tags=[1]", "n.swift:1:12: option 'tags' takes a list of strings, not 1"),
            ("// %% tags=null", "n.swift:1:12: option 'tags' takes a list of strings, not null"),
            (
                "// %% id=\"A b\"",
                "n.swift:1:10: option 'id' takes a string of the letters a-z, digits and '-', not \"A b\""
            ),
            (
                "// %% id=\"a\"\n// %% id=\"b\"\n// %% id=\"a\"",
                "n.swift:3:1: id 'a' is taken by the cell on line 1; give one of them another id"
            ),
            (
                "// %% a\nlet x = 1 /* open\n// %% b\n",
                "n.swift:2:11: the comment opened here is never closed; "
                    + "close it with '*/', or write '//' before each line if '/*' is meant as text"
            ),
            (
                "// %% [markdown]\n/* a */\nlet x = 1\n",
                "n.swift:3:1: 'let' in a markdown cell is no comment; "
                    + "write prose as '//' lines or as one '/* … */', and code in a cell of its own"
            ),
            (
                "// %% [markdown]\n// a\n  /* b */\n",
                "n.swift:3:3: '/*' in a markdown cell is no comment; "
                    + "write prose as '//' lines or as one '/* … */', and code in a cell of its own"
            ),
            (
                "// %% [markdown]\n// The é \\(mean(\n",
                "n.swift:2:11: the value opened here is never closed; "
                    + "close it with ')', or write '\\\\(' if it is meant as text"
            ),
            (
                "// %% [markdown]\n/*\nThe \\( ) end\n*/",
                "n.swift:3:5: a value without an expression; "
                    + "write one between the parentheses, or '\\\\(' if it is meant as text"
            ),
        ])
    func message(text: String, expected: String) {
        let error = #expect(throws: NotebookError.self) { try Notebook(parsing: text, name: "n.swift") }
        #expect(error?.description == expected)
    }

    @Test("bytes that are not UTF-8 are refused at the first of them")
    func encoding() {
        let bytes = Array("// %% é\nlet x = \"".utf8) + [0xC3, 0x28, 0x22, 0x0A]
        let error = #expect(throws: NotebookError.self) { try Notebook(parsing: bytes, name: "n.swift") }
        #expect(error?.description == "n.swift:2:10: byte 18 is not UTF-8; save the file as UTF-8")
    }

    @Test("the excerpt points at the place, below tabs and wide letters too")
    func excerpt() {
        let error = #expect(throws: NotebookError.self) { try Notebook(parsing: "// %%\té x=1 \n", name: "n") }
        #expect(error?.excerpt == "// %%\té x=1 \n     \t  ^")
    }
}
