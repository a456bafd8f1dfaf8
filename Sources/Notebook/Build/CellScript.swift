/// The cells of a notebook as one program: what a plain script of them would be, with a pause after each cell.
///
/// Compiled as one, cells take a fraction of the time they take one by one, since most of that goes into the names of
/// libraries, which all of them share. A script serves a notebook of which little is compiled; an edit of a cell is
/// better served by the cell alone.
struct CellScript: Sendable {
    /// One cell of it.
    struct Part: Sendable {
        var item: Compilation.Item
        var analysis: CellAnalysis
        /// Whether it holds nothing but parameters: names with literals.
        var isParameters: Bool
    }

    /// The cells, in order.
    let parts: [Part]

    /// The script of `parts`; nil where it might not do what the cells do one by one.
    init?(_ parts: [Part]) {
        guard ScriptRules.allow(parts) else { return nil }
        self.parts = parts
    }

    /// The script as the compiler gets it.
    var unit: CompileUnit {
        CompileUnit(
            id: Self.id, source: CellSource(script: parts.map { ($0.item.id, $0.item.body) }), modules: [],
            imports: Array(Set(parts.flatMap(\.item.importedModules))).sorted(), isScript: true)
    }

    /// No cell can be called this.
    private static let id = "script.all"
}

/// When cells give the same as one script as they give one by one. Where in doubt, they do not.
private enum ScriptRules {
    static func allow(_ parts: [CellScript.Part]) -> Bool {
        parts.allSatisfy { isPlain($0.analysis) } && seeTheSameImports(parts) && noneKnowsLaterOnes(parts)
    }

    /// Whether the cell's meaning is the same in another module and at another place of it.
    private static func isPlain(_ analysis: CellAnalysis) -> Bool {
        let mentions = analysis.mentions.names.union(analysis.mentions.members)
        return !analysis.usesPosition && !analysis.needsOwnModule
            && analysis.declarations.allSatisfy { !$0.isConditional && $0.kind != .macro }
            && !mentions.union(analysis.declarations.map(\.name)).contains { name in
                name.contains("nsafe") || name.hasPrefix("NS") || name.hasPrefix("_") || addresses.contains(name)
            }
    }

    /// Names that lead to addresses in memory, which are not the same where other code is loaded.
    private static let addresses: Set<String> = [
        "ObjectIdentifier", "Identifiable", "hashValue", "Unmanaged", "OpaquePointer", "AnyKeyPath", "PartialKeyPath",
        "dlsym", "dladdr",
    ]

    /// In a script, an import holds for the cells before it, too.
    private static func seeTheSameImports(_ parts: [CellScript.Part]) -> Bool {
        let imports = parts.filter { !$0.isParameters }.map { Set($0.item.imports + $0.analysis.imports) }
        return Set(imports).count <= 1
    }

    /// In a script, functions and types are known before the line that declares them.
    private static func noneKnowsLaterOnes(_ parts: [CellScript.Part]) -> Bool {
        var mentions = Mentions()
        var declared: Set<String> = []
        for part in parts {
            let declarations = part.analysis.declarations
            for declaration in declarations {
                guard declaration.implicitUse == nil || part.item.id == parts[0].item.id else { return false }
                if declaration.kind == .extension {
                    guard !declared.contains(declaration.name),
                        !mentions.members.contains(where: declaration.members.contains),
                        mentions.names.isDisjoint(with: declaration.members)
                    else { return false }
                } else if mentions.names.contains(declaration.name)
                    || !mentions.names.isDisjoint(with: declaration.operators)
                {
                    return false
                }
            }
            declared.formUnion(declarations.lazy.filter { $0.kind != .extension }.map(\.name))
            mentions.formUnion(part.analysis.mentions)
        }
        return true
    }
}
