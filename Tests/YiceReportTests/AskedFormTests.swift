import Foundation
import Testing
import YiceReport
import YiceTestSupport

/// What programmes ask for, as README's table and the page of the ledgers list it.
struct AskedFormTests {
  @Test(
    "every form that README names for a demand is a form of the page of the ledgers, with the tables it is filled in"
  )
  func listed() throws {
    let readme = try Repository.text("README.md")
    let start = try #require(readme.range(of: "### 方案里的要求"))
    let end = try #require(readme.range(of: "## 命令一览"))
    let named = readme[start.upperBound..<end.lowerBound].components(separatedBy: "`yice form 县.db ")
      .dropFirst()
      .map { $0.prefix { !"` ".contains($0) } }
    #expect(named.count > 15)
    let asked = Form.asked.map(\.form)
    for name in named {
      #expect(asked.contains { $0.name == name || $0.words.contains(String(name)) }, "\(name)")
    }
    #expect(Form.asked.allSatisfy { !$0.tables.isEmpty })
    #expect(Set(asked.map(\.name)).count == asked.count, "none is listed twice")
  }
}
