import Foundation
import Testing
import YiceTestSupport

@Suite("decisions and the code they rule name each other")
struct DecisionTests {
  private static let folder = "Sources/YiceStore/Documentation.docc/"

  /// Files of the checkout below a folder whose names end so.
  private func files(_ folder: String, _ endings: [String]) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: Repository.root + "/" + folder)
    let paths = (all?.allObjects as? [String] ?? []).filter { path in endings.contains { path.hasSuffix($0) }
    }
    #expect(!paths.isEmpty, "\(folder)")
    return paths.sorted().map { folder + "/" + $0 }
  }

  private func decisions() throws -> [(number: String, file: String, title: String)] {
    try files(Self.folder + "Decisions", [".md"]).map { path in
      let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
      let title = try Repository.text(path).split(separator: "\n").first.map(String.init) ?? ""
      return (String(name.prefix(4)), name, String(title.dropFirst(2)))
    }
  }

  @Test("every decision is named in the source that it rules, and every number named is a decision's")
  func linked() throws {
    var named: Set<String> = []
    for path in try files("Sources", [".swift", ".c", ".sql", ".js"]) + files("Scale", [".py", ".md"])
      + ["scripts/link-portable"]
    {
      for match in try Repository.text(path).matches(of: #/[Dd]ecisions? ((?:\d{4}(?:, | and )?)+)/#) {
        named.formUnion(match.output.1.matches(of: #/\d{4}/#).map { String($0.output) })
      }
    }
    let numbers = Set(try decisions().map(\.number))
    #expect(numbers.count > 50)
    #expect(numbers.subtracting(named) == [], "named in no source")
    #expect(named.subtracting(numbers) == [], "named, but not there")
  }

  @Test("the index lists every decision once, in order, under its title")
  func index() throws {
    let lines = try Repository.text(Self.folder + "Decisions.md").split(separator: "\n").filter {
      $0.hasPrefix("| <doc:")
    }
    let wanted = try decisions().map { "| <doc:\($0.file)> | \($0.title.dropFirst(5)) |" }
    #expect(lines.map(String.init) == wanted)
  }

  @Test("a title begins with its file's number")
  func titles() throws {
    for decision in try decisions() {
      #expect(decision.title.hasPrefix(decision.number + " "), "\(decision.file)")
    }
  }

  @Test(
    "a walk-through names files that exist, and DocC knows it",
    arguments: ["NewColumn", "NewIndicator", "NewForm", "NewCommand", "NewFormat"])
  func walkThrough(_ name: String) throws {
    let text = try Repository.text(Self.folder + name + ".md")
    let paths = text.matches(of: #/`((?:Sources|Tests|samples|schema|README|CHANGELOG)[^`…*]*)`/#).map {
      String($0.output.1)
    }
    #expect(paths.count >= 3)
    for path in paths { #expect(Repository.has(path), "\(path)") }
    #expect(try Repository.text(Self.folder + "YiceStore.md").contains("<doc:\(name)>"))
  }
}
