/// Stand-in until the real one.
public struct CellGraph {
    let analyses: [CellAnalysis]
    public init(_ notebook: Notebook, analyses: [CellAnalysis], facts: [Int: Int]) { self.analyses = analyses }
    func visible(from index: Int) -> [Int] { (0..<index).filter { !analyses[$0].declarations.isEmpty } }
    func closure(of index: Int) -> [Int] { Array(0..<index) }
    func problems(of index: Int) -> [CellProblem] { analyses[index].problems }
}
