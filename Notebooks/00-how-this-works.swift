// %% [markdown] id="about"
/*
# How this works

What you are reading was a Swift file a moment ago. Between file and page stands a runner, and it makes one promise from
which all its machinery follows: **whatever was remembered, skipped or run again, the page is the one that running
everything from top to bottom would give, byte for byte.** Exempt is what need not be the same twice, such as a time, a
random number, an answer from the network or an address in memory. A cell that uses one says so and runs every time,
unless its author declares with `cache=true` that its last result will do, as some here do.

This notebook explains the runner by running it. One of its cells starts the very program that renders this page, on a
small notebook in a folder of its own, edits that notebook and asks again. Every table of this notebook is made of its
answers.

The way from a file to a page has eight stations, and we visit them in order:

> text → cells → graph → plan → compiled cells → kernel → outputs → page

## A notebook is a script

Here is the small notebook, seven cells about ports. It stands in a string, because we are going to change it. Lines
that begin with `// %%` are comments to the compiler, so `swiftc` takes the file as it is; to the runner they begin a
cell. What follows them is a title, perhaps a kind such as `[markdown]`, and options such as `id="log"`.
*/

// %% The small notebook id="small"
let small = #"""
    // %% [markdown] id="title"
    // # Where do the flows go?

    // %% A log of ports id="log"
    import Foundation
    let text = try String(contentsOfFile: "ports.txt", encoding: .utf8)
    let ports = text.split(separator: " ").compactMap { Int($0) }

    // %% When it was read id="clock"
    let began = Date()

    // %% The most that four ports can have id="ceiling"
    import Traffic
    let ceiling = Entropy.bits(of: [1, 1, 1, 1])

    // %% How many flows to each id="counts"
    import NotebookDisplay
    let counts = Counts(ports)
    Table(counts.byValue, key: "Port", value: "Flows")

    // %% How evenly id="entropy"
    let entropy = Entropy.bits(of: counts)

    // %% [markdown] id="answer"
    // The entropy is \(entropy, format: .fixed(2)) of at most \(ceiling) bits.
    """#

// %% [markdown] id="trying"
/*
## Six rounds with it

Three small tools first, folded away: the form of the program's answers, a project in a folder of its own, and a word
for what happened to a cell. The runner leaves its own path in the variable `FLOWBOOK`, so a cell can start it.
*/

// %% The program's answers id="answers" fold=true
import Foundation
import NotebookDisplay

/// What `flowbook explain --json` says of a cell: what would happen to it.
struct Planned: Decodable {
    struct Need: Decodable {
        let cell: String
        let reasons: [Reason]
    }
    struct Reason: Decodable { let kind, name: String }
    let id, kind, action, reason, presentationKey: String
    let title, executionKey: String?
    let line: Int
    let repeatedFor: [String]
    let dependencies: [Need]
}

/// What `flowbook render --json` says of a cell: what happened to it.
struct Happened: Decodable {
    struct Message: Decodable {
        let message: String
        let line: Int?
    }
    struct Shown: Decodable { let type: String }
    let id, status, reason: String
    let compileSeconds: Double
    let blockedBy, interpolations: [String]
    let notices: [Message]
    let outputs: [Shown]
    let error: Message?
}

// %% A project to try things in id="project" fold=true
struct Project {
    let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString

    func write(_ text: String, to file: String) throws {
        let path = folder + "/" + file
        let parent = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    /// What a command prints that is carried out in the folder.
    func shell(_ command: String) -> Data {
        guard let pipe = popen("cd '\(folder)' && { \(command); } 2>/dev/null", "r") else { return Data() }
        defer { pclose(pipe) }
        return FileHandle(fileDescriptor: fileno(pipe)).readDataToEndOfFile()
    }

    func explain() throws -> [Planned] {
        struct Answer: Decodable { let cells: [Planned] }
        let answer = shell(#""$FLOWBOOK" explain small --json"#)
        return try JSONDecoder().decode(Answer.self, from: answer).cells
    }

    func render() throws -> [Happened] {
        struct Notebook: Decodable { let cells: [Happened] }
        struct Answer: Decodable { let notebooks: [Notebook] }
        let answer = shell(#""$FLOWBOOK" render small --json"#)
        return try JSONDecoder().decode(Answer.self, from: answer).notebooks.flatMap(\.cells)
    }
}

// %% What happened, in a word id="words" fold=true
extension Happened {
    var isCompiled: Bool { compileSeconds > 0 }

    var word: String? {
        switch status {
        case "prose": nil
        case "blocked": "not run"
        default: isCompiled ? "compiled, \(status)" : status
        }
    }

    /// The reason without the folder, whose name is another one every time.
    var because: String { reason.split(separator: "/").last.map(String.init) ?? reason }
}
// %% [markdown] id="trying-rounds"
/*
Then the rounds themselves. The notebook is rendered as it stands, and once more. Three edits follow at once, each in
another cell: a sentence is reworded, a comment is added, and one expression changes. Then the file that the notebook
reads gets another content. Then a mistake is made, and taken back. At the end everything is run afresh into another
folder, and the two pages are compared.
*/

// %% Every round id="rounds" cache=true timeout=120
let project = Project()
try project.write("443 443 80 22 443 80 53 443", to: "ports.txt")
try project.write(small, to: "Notebooks/small.swift")
var rounds = ["First": try project.render()]
let before = try project.explain()
rounds["Again"] = try project.render()

let edited =
    small.replacing("Where do the flows go?", with: "To which ports do they go?")
    .replacing("[1, 1, 1, 1])", with: "[1, 1, 1, 1])  // Four ports, used alike.")
    .replacing("Counts(ports)", with: "Counts(ports.dropLast(4))")
try project.write(edited, to: "Notebooks/small.swift")
let plan = try project.explain()
rounds["Edits"] = try project.render()
let after = try project.explain()

try project.write("22 53 80 443 22 53 80 443", to: "ports.txt")
rounds["Input"] = try project.render()

let mistaken = edited.replacing("ports.dropLast(4)", with: "[ports[99]]")
try project.write(mistaken, to: "Notebooks/small.swift")
rounds["Mistake"] = try project.render()

try project.write(edited, to: "Notebooks/small.swift")
rounds["Undone"] = try project.render()

_ = project.shell(#""$FLOWBOOK" render small --fresh --output fresh"#)
let answer = project.shell("cmp output/small.html fresh/small.html && echo equal")
_ = project.shell(#"rm -r "$PWD""#)

// %% Looking things up id="lookup" fold=true
func list(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: ", ") }
func cell(_ id: String, in round: String) -> Happened? { rounds[round]?.first { $0.id == id } }
func said(_ round: String) -> String { cell("answer", in: round)?.interpolations.first ?? "nothing" }

// %% [markdown] id="rounds-read"
/*
The runner marks such a cell: it has drawn a random name for its folder and has run another program, so nothing that the
runner can see tells whether its result still holds. By itself the cell would run anew every time. It is content with
its last result, and says so with the option `cache=true`.

## From text to cells

Nothing is compiled to find the cells: the text is cut where its markers stand. A marker inside a string is none, which
is why the small notebook did not cut this one to pieces.
*/

// %% The cells id="cells"
Table(before) {
    Column("Cell", \.id)
    Column("Line", \.line)
    Column("Kind", \.kind)
    Column("Title") { $0.title }
}
.captioned("The notebook as the runner sees it.")

// %% [markdown] id="graph-about"
/*
## From cells to a graph

Which cell needs which? The runner reads the code and notes what each cell declares and which names it mentions. Names
belong to the whole notebook, as in any script, so a mention leads to the cell that declares it, and on to what that one
needs. It errs on the safe side: of a name whose value can change, every cell that mentions it counts as one that may
change it, and keeps its place in the order. Compiling teaches it more. Once the compiler has told that `ports` is a
constant and an array of numbers, nobody can have changed it.
*/

// %% Who needs whom id="graph"
Table(before.filter { !$0.dependencies.isEmpty }) {
    Column("Cell", \.id)
    Column("needs") { list($0.dependencies.map(\.cell)) }
    Column("for the sake of") { list($0.dependencies.flatMap(\.reasons).map(\.name)) }
}
.captioned("Every cell that needs others directly, and the names that make it so.")

// %% [markdown] id="plan-about"
/*
## From the graph to a plan

Before anything is done, the runner can say what it would do. This is its plan after the three edits: the reworded
sentence in `title`, the comment in `ceiling`, the changed expression in `counts`.
*/

// %% The plan for the three edits id="plan"
Table(plan) {
    Column("Cell", \.id)
    Column("Action") { $0.action == "nothing" ? nil : $0.action }
    Column("Because") { $0.action == "nothing" ? nil : $0.reason }
    Column("Once more for its state") { list($0.repeatedFor) }
}
.captioned("What it would do, before it has done any of it. Last: who needs the state, directly or through others.")

// %% [markdown] id="plan-read"
/*
`counts` is compiled because its text is new. `entropy` and `answer` are as they were, but rest on it. `log` is reused:
what it showed is known. Only its variables are nowhere any more, since each round was a program of its own that has
ended. So it runs once more for the sake of those that need them, and shows nothing new. (`flowbook watch` keeps the
processes that hold the variables, and is spared even that.) Of `clock` no result is stored, for a reason to which we
shall come. `ceiling` is compiled although only a comment changed, because the compiler takes a file and not its
meaning. Whether its result still holds is decided afterwards, as we shall see.

## Two keys

Deciding is a matter of names. Whatever goes into something is hashed, and the hash is the name under which it is
stored; if all that goes in is the same, the name is, and what is stored can be taken. A cell has two of them.

- Its **execution key** names what it computes. Into it go the tokens of its code (not its layout and comments), the
  keys of the cells that it needs, the limits it runs under, the library, and the compiler. The content of every file
  and variable that it was seen to read is kept beside it.
- Its **presentation key** names what the page shows besides: prose, title, the code as it is written.
*/

// %% What the edits did to the keys id="keys"
func changes(of key: (Planned) -> String?) -> [String?] {
    zip(before.map(key), after.map(key)).map { old, new in
        new.map { $0 == old ? "same" : "new" }
    }
}

Table {
    Column("Cell", before.map(\.id))
    Column("Presentation key", changes(of: \.presentationKey))
    Column("Execution key", changes(of: \.executionKey))
    Column("What was done", rounds["Edits", default: []].map(\.word))
}
.captioned("Three edits. Where only the presentation is new, no result changes.")

// %% [markdown] id="rounds-about"
/*
The reworded sentence gave `title` a new presentation and had no other effect: prose without values runs no code. The
comment in `ceiling` is on the page, so its presentation is new; the tokens are the old ones, so its result was taken.
Like `log`, it ran only for its state, since `answer` mentions its value. And a new key for `counts` means new keys for
all that rests on it.

## What was compiled, and what ran

Here are all rounds. *Reused* means that the result was taken from the store. A cell that ran only for its state, as
`log` and `ceiling` did in the round of edits, counts as reused as well: it gave the page nothing new.
*/

// %% All rounds id="history"
let names = ["First", "Again", "Edits", "Input", "Mistake", "Undone"]

Table {
    Column("Cell", before.map(\.id))
    for name in names { Column(name, rounds[name, default: []].map(\.word)) }
}
.captioned("What the runner did with each cell in each round.")

// %% The effort of each round id="effort"
func number(_ isCounted: (Happened) -> Bool) -> [Int] {
    names.map { rounds[$0, default: []].count(where: isCounted) }
}

Plot("With nothing changed, or a step back, there is little to do. Failed runs count, runs for state alone do not.") {
    Bars(names, number(\.isCompiled), name: "compiled")
    Bars(names, number { ["ran", "failed"].contains($0.status) }, name: "ran")
}
.xLabel("Round").yLabel("Cells")

// %% [markdown] id="history-read"
/*
Read [](#tab:history) by its columns. **First** does everything. **Again** finds everything, except for `clock`, of
which more below. **Edits** we know. **Input** compiles nothing, since no code has changed, but runs what rests on the
file. In **Mistake**, `counts` fails; what needs it does not run, and nobody else notices. **Undone** goes back to where
we had been before, and the results of that time are still there under their names.

The sentence at the end of the small notebook kept up, except in **Mistake**, where it did not run. It said
\(said("First")), then \(said("Edits")), then \(said("Input")): a number in a sentence is computed where it stands.

## What a cell was seen to use

A key can only name what the runner knows of. Code reads files, variables and clocks without announcing it, so the
process in which cells run watches them: opening a file, listing a folder, asking for a variable, the time, a random
number, a connection or another program are calls into the C library, and the process sees those, whichever library
makes them. What a cell learns past it, from the system or the processor directly, is not seen; `cache=false` is for
such cells. When `ports.txt` changed, nobody had told the runner that `log` reads it. The reason it gave was
“\(cell("log", in: "Input")?.because)”.

Of some things no content can be followed. The clock is one, and so `clock` carries a remark:
*\(cell("clock", in: "Again")?.notices.first?.message)*. It ran in every round, and had anything rested on it, that
would have run as well.

## Where cells run

Each cell is a small library of machine code. A process called the kernel loads it, and before each cell it *forks*: the
child runs the cell, and the parent stays behind, as it was before. If the child crashes, nothing else is lost. If the
cell is edited while the parent lives, the next attempt starts from there. Variables need not be saved and restored, for
they never leave: a later cell runs in a child of the process in which they live. A cell whose needs were forked apart,
as `ceiling` and `entropy` are for `answer`, finds no process that holds them all; so some of them run once more, for
their state, until one does.

Where much is to be compiled at once, as at a first rendering, the runner prefers the script that the notebook is
anyway, if that is certain to give the same: one program, compiled sooner, that pauses after every cell and can go on
from there.

We can look at that from inside. These three cells ask the system for the number of their process, or of its parent.
*/

// %% A parent id="parent" cache=true
import Glibc

let parent = getpid()

// %% Its child id="child" cache=true
getppid() == parent

// %% Another child id="sibling" cache=true
getppid() == parent

// %% [markdown] id="failing-about"
/*
Neither child has come out of the other, though one stands below the other on the page: both were forked from the
process that ran `parent`, because that is all they need. Process numbers are as arbitrary as random numbers, hence the
remarks.

## When a cell fails

A cell that does not compile, that traps, exits or never ends becomes the content of its own place on the page. In the
round called Mistake, the runner said of `counts`: *\(cell("counts", in: "Mistake")?.error?.message)*. Here is a failure
on this page, and what becomes of a cell that needs its result. The cell is marked with `tags=["fails"]`, so that
`flowbook check` expects it to fail, and would complain if it did not.
*/

// %% One port too far id="too-far" tags=["fails"]
let known = [22, 53, 80, 443]
let fifth = known[4]

// %% What needs it id="needs-it"
fifth + 1

// %% What does not id="goes-on"
["This", "cell", "goes", "on."].joined(separator: " ")

// %% [markdown] id="page-about"
/*
## From outputs to the page

What a cell shows leaves its process as a value: a text, a table with its columns, a plot with its series. These values
are what is stored. How they look is decided afterwards, when the page is put together, and plots are drawn by a program
of their own, outside the kernel. So a page can be made again, with another title or another look, without running code.

Of itself the runner puts no times, paths or dates on a page. That makes the promise at the top testable, and testing it
was the last thing that was done in the small project: everything was run from top to bottom, whatever was stored, and
that page was compared with the one which six rounds of edits, mistakes and reuse had left. The two are
**\(answer == Data("equal\n".utf8) ? "equal, to the last byte" : "different")**.

## Using it

- `flowbook new port-scans` begins a notebook that runs as it stands.
- `flowbook watch` keeps the pages in step while you edit: it renders on every save, and holds the processes, so that
  only what the edit can reach runs.
- `flowbook run 01#series` runs one cell, and what it needs, in the terminal. With `--set seed=7` it does so under other
  parameters.
- `flowbook explain 01` prints the graph, the plan and the keys that you have seen here.
- `flowbook render` writes all pages, and one with all of them.
- `flowbook check` holds a notebook to its promise: it runs it twice from nothing, once with the order of sets and
  dictionaries left to chance, compares the pages, sees that links and references lead somewhere, and that no cell fails
  unless it says so.

Each tells more with `--help`. Nothing else was used here: this notebook is the file
`Notebooks/00-how-this-works.swift`, and what you have read is what `flowbook render` makes of it.
*/
