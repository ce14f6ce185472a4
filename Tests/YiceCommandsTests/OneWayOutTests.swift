import Foundation
import Testing
import YiceTestSupport

@Suite("every command gives its answer one way (Decision 0110)")
struct OneWayOutTests {
  private static let formats = ["--json", "--jsonl", "--csv", "--markdown"]

  @Test("no command makes JSON or chooses how a format looks")
  func sources() throws {
    let folder = "Sources/YiceCommands"
    let all = FileManager.default.enumerator(atPath: Repository.root + "/" + folder)?.allObjects as? [String]
    let paths = (all ?? []).filter { $0.hasSuffix(".swift") }
    #expect(paths.count > 60)
    for path in paths {
      let text = try Repository.text(folder + "/" + path)
      for word in ["JSONValue", ".object([", ".rendered(", "case .json:"] {
        // What `conflicts` says beside its answer is talk.
        if word == "case .json:", path.hasSuffix("ConflictsCommand.swift") { continue }
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test("a command that has one format has all of them")
  func options() throws {
    let tree = try CommandTree.read()
    var asked = 0
    for (words, command) in tree.all {
      let options = Set(command.ownArguments.flatMap(\.typed))
      guard !options.isDisjoint(with: Self.formats) else { continue }
      asked += 1
      #expect(options.isSuperset(of: Self.formats), "\(words)")
      // import's `--encoding` is that of the sheet, and its sheet of errors is written by `--errors`.
      #expect(options.isSuperset(of: ["-o", "--output"]) || words == ["import"], "\(words)")
    }
    #expect(asked > 35)
  }

  @Test(
    "reports in every format: JSON is one document, and a file of JSON says the same",
    arguments: [
      ["indicators", "县.db"], ["assess", "县.db"], ["gaps", "县.db"], ["status", "县.db", "--on", "2022-12-01"],
      ["explain", "县.db", "R6"], ["explain", "县.db", "R6", "--school", "丙学校"], ["explain", "县.db", "G5"],
      ["whatif", "县.db", "乙小学 体育教师数 +2"], ["check", "县.db"], ["series", "县.db"], ["standards", "县.db"],
      ["form", "县.db", "自评表"], ["evidence", "check", "县.db"], ["log", "县.db"],
    ])
  func reports(_ words: [String]) throws {
    let county = try FigureCounty()
    let shown = try county.yice(words + ["--json"])
    #expect(shown.status == 0, "\(shown.err)")
    _ = try json(shown.out)
    let written = try county.yice(words + ["-o", "x.json"])
    #expect(written.status == 0 && written.out == "", "\(written.err)")
    // A form's file is its pages' table, and so is --json.
    #expect(String(decoding: try county.workdir.bytes("x.json"), as: UTF8.self) == shown.out)
    let table = try county.yice(words + ["--csv"])
    #expect(table.status == 0 && table.out.hasPrefix("\u{FEFF}"), "\(table.err)")
    let lines = try county.yice(words + ["--jsonl"]).out.split(separator: "\n")
    for line in lines { #expect(try json(String(line)) is [String: Any]) }
    let markdown = try county.yice(words + ["--markdown"]).out
    #expect(markdown.contains("| --- ") || markdown.contains("---: |"), "\(markdown)")
    #expect(markdown.split(separator: "\n").count { $0.hasPrefix("|") } == lines.count + 2, "\(markdown)")
  }

  @Test("explaining two 学段 of one school is one array of two, one of them an object")
  func stages() throws {
    let county = try FigureCounty()
    let both = try county.yice(["explain", "县.db", "R6", "--school", "丙学校", "--json"])
    let all = try #require(try json(both.out) as? [[String: Any]])
    #expect(all.map { $0["stage"] as? String } == ["primary", "junior"])
    let one = try county.object("explain", "县.db", "R6", "--school", "丙学校", "--stage", "初中", "--json")
    #expect(one["stage"] as? String == "junior")
  }

  @Test("check's CSV names each finding in Chinese, its JSON by code")
  func findings() throws {
    let county = try FigureCounty()
    try county.does("add", "县.db", "填报值", "学校标识码=2199000001", "学年=2022", "数据项=专任教师数", "学段=小学", "数值=50")
    let table = try county.does("check", "县.db", "--csv", status: 2).out
    #expect(table.hasPrefix("\u{FEFF}程度,种类,文件,工作表,行,列,值,说明\r\n"), "\(table)")
    #expect(table.contains("\r\n错误,"), "\(table)")
    #expect(try county.does("check", "县.db", "--jsonl", status: 2).out.contains(#""severity":"error""#))
  }

  @Test("an import's CSV holds its findings, a merge's a row a file")
  func exchange() throws {
    let office = try Office()
    try office.workdir.write("坏.csv", "教师编号,姓名,任教学段\nT003,甲,大学\n")
    let dry = try office.yice("import", "a.db", "教师", "坏.csv", "--dry-run", "--csv")
    #expect(dry.status == 2 && dry.out.contains("坏.csv") && dry.out.contains("错误"), "\(dry.out)\(dry.err)")
    let made = try office.yice(
      "new", "县.db", "--role", "county", "--org", "330100", "--name", "某县", "--year", "2022")
    #expect(made.status == 0, "\(made.err)")
    let merged = try office.yice("merge", "县.db", "a.db", "--jsonl")
    #expect(merged.status == 0, "\(merged.err)")
    let row = try #require(try json(merged.out) as? [String: Any])
    #expect(row["status"] as? String == "merged" && row["org"] as? String == "第一小学", "\(merged.out)")
  }
}
