import Foundation
import Testing
import YiceTestSupport

/// What a new clerk met on a first walk through the README.
@Suite("a clerk's first walk")
struct ClerkWalkTests {
  private func page(_ office: Office, _ name: String) throws -> String {
    String(decoding: try office.bytes(name), as: UTF8.self)
  }

  @Test("a school's page is written after its 一校一册 was built, lines without a figure among them")
  func pageAfterLedger() throws {
    let office = try Office()
    #expect(try office.yice("ledger", "build", "a.db").status == 0)
    let lines = try #require(
      try json(try office.yice("ledger", "show", "a.db", "--json").out) as? [[String: Any]])
    #expect(lines.contains { $0["actual_source"] is NSNull })
    let report = try office.yice("report", "a.db", "-o", "a.html")
    #expect(report.status == 0, "\(report.err)")
    #expect(try page(office, "a.html").contains("标准化建设台账"))
  }

  @Test("a county's page shows its contents as links, never as tags")
  func contents() throws {
    let office = try Office()
    for arguments in [
      ["new", "c.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022"],
      ["merge", "c.db", "a.db"], ["report", "c.db", "-o", "c.html"],
    ] {
      let result = try run(yicePath, arguments, in: office.workdir)
      #expect(result.status == 0, "\(result.err)")
    }
    let html = try page(office, "c.html")
    #expect(html.contains("<a href=\"#items\">政府保障等</a>"))
    #expect(!html.contains("&lt;a "))
  }

  @Test("show and log tell a row's changes in the words of its columns; --json keeps the row as an object")
  func changesInWords() throws {
    let office = try Office()
    _ = try office.yice("set", "a.db", "教师", "T001", "专任教师=否", "最高学历=本科")
    _ = try office.yice("set", "a.db", "教师", "T001", "最高学历=")
    let show = try office.yice("show", "a.db", "教师", "T001").out
    #expect(show.contains("更改：最高学历：本科 → （空）\n"))
    #expect(show.contains("更改：专任教师：是 → 否；最高学历：（空） → 本科\n"))
    #expect(!show.contains("full_time"))
    let log = try office.yice("log", "a.db", "教师", "T001").out
    #expect(log.contains("专任教师：是 → 否；最高学历：（空） → 本科"))
    #expect(try office.yice("log", "a.db", "教师", "T001", "--json").out.contains("full_time"))
    _ = try office.yice("remove", "a.db", "教师", "T002", "--yes")
    #expect(
      try office.yice("log", "a.db", "教师", "T002").out.contains("原为 姓名=欧阳娜娜，任教学段=小学，任教学科=体育，专任教师=否"))
  }

  @Test("taking the opening of a year back leaves that year, and giving it back enters it again")
  func yearFollows() throws {
    let office = try Office()
    func year() throws -> String {
      let info = try office.yice("info", "a.db").out
      return info.contains("2023—2024学年") ? "2023" : info.contains("2022—2023学年") ? "2022" : info
    }
    #expect(try office.yice("year", "open", "a.db", "2023").status == 0)
    #expect(try year() == "2023")
    let undone = try office.yice("undo", "a.db")
    #expect(undone.err.contains("；学年改回 2022\n"))
    #expect(try year() == "2022")
    #expect(try office.yice("list", "a.db", "教师").out.contains("王芳"))
    let again = try office.yice("undo", "a.db")
    #expect(again.err.contains("上一次撤销已收回。"))
    #expect(try year() == "2023")
  }

  @Test("undo of anything but the opening of a year leaves the file's year alone")
  func yearStays() throws {
    let office = try Office()
    try office.workdir.write("n.csv", "学年,教师编号,姓名\n2024,T001,王芳\n")
    _ = try office.yice("import", "a.db", "教师", "n.csv")
    for _ in 0..<2 { _ = try office.yice("undo", "a.db") }
    #expect(try office.yice("info", "a.db").out.contains("2022—2023学年"))
  }

  @Test("undo says how to go further back")
  func undoAdvice() throws {
    let office = try Office()
    _ = try office.yice("set", "a.db", "教师", "T001", "备注=甲")
    let undone = try office.yice("undo", "a.db").err
    #expect(
      undone.contains("再 yice undo 一次就恢复。要撤销更早的操作：在 yice log a.db 里找到修订编号，再 yice undo a.db --revision 编号。\n"))
  }

  @Test("a --map word that is no heading of the sheet is told")
  func unmetMap() throws {
    let office = try Office()
    try office.workdir.write("m.csv", "教师编号,姓名,教啥\nT001,王芳,语文\n")
    let result = try office.yice("import", "a.db", "教师", "m.csv", "--map", "教哈=任教学科")
    #expect(result.status == 0)
    #expect(result.err.contains("--map 里写的“教哈”不在表头里，没有用上；请照表头的写法写"))
    let met = try office.yice("import", "a.db", "教师", "m.csv", "--map", "教啥=任教学科")
    #expect(!met.err.contains("不在表头里"))
  }

  @Test("rows of another year than the file's are told, those of the year asked for are not")
  func otherYear() throws {
    let office = try Office()
    try office.workdir.write("y.csv", "学年,教师编号,姓名\n2021,T001,王芳\n2021,T002,欧阳娜娜\n2022,T003,王芳\n")
    let result = try office.yice("import", "a.db", "教师", "y.csv", "--dry-run")
    #expect(result.err.contains("有 2 行的学年不是本文件的 2022 学年；如果学年写错了，请改正后重新导入"))
    let asked = try office.yice("import", "a.db", "教师", "t.csv", "--year", "2021", "--dry-run")
    #expect(!asked.err.contains("不是本文件的"))
  }

  @Test("what a command finds wrong while it runs does not end in the usage of the whole program")
  func noUsage() throws {
    let office = try Office()
    let result = try office.yice("explain", "a.db", "R99")
    #expect(result.status == 64)
    #expect(result.err.hasPrefix("错误：标准 national-2017 没有指标“R99”"))
    #expect(!result.err.contains("用法"))
  }

  @Test("a school's own figures are said to be its own, not the county's")
  func ownFigures() throws {
    let office = try Office()
    let text = try office.yice("indicators", "a.db").out
    #expect(text.contains("本校结论："))
    #expect(!text.contains("全县"))
  }

  @Test("the same evidence again is no error; content that was left out of a copy comes back with it")
  func evidenceTwice() throws {
    let office = try Office()
    try office.workdir.write("验收单.txt", "好")
    #expect(try office.yice("evidence", "add", "a.db", "教师", "T001", "验收单.txt").err.contains("已附上 1 个文件。"))
    let again = try office.yice("evidence", "add", "a.db", "教师", "T001", "验收单.txt")
    #expect(again.status == 0 && again.err.contains("1 个早已附在这一行上，没有再附。"), "\(again.err)")
    _ = try office.yice("pack", "a.db", "--without-evidence", "-o", "略.db")
    let back = try office.yice("evidence", "add", "略.db", "教师", "T001", "验收单.txt")
    #expect(back.status == 0 && back.err.contains("补上了缺的内容"), "\(back.err)")
    #expect(try office.yice("evidence", "check", "略.db").out.contains("不在这里 0"))
    let limits = try office.yice("evidence", "limits", "略.db", "--file-mb", "20", "--jsonl").out
    #expect(limits.contains(#""bytes":20000000,"#) && limits.contains(#""bytes":200000000,"#))
  }

  @Test(
    "what to write next stands where it is needed: after a merge with conflicts, and for resolve without a choice"
  )
  func nextSteps() throws {
    let (bureau, id) = try Bureau().disagreeing()
    try bureau.does("set", "校.db", "用房", "R1", "建筑面积=81")
    try bureau.does("merge", "县.db", "校.db", status: 3, says: "用 yice resolve 县.db 编号 --take 1 决定")
    try bureau.does("resolve", "县.db", id, status: 64, says: "请用 --take 写明取哪个版本：1、2……，或 ours（本方）、theirs（对方）")
    try bureau.does("resolve", "县.db", status: 64, says: "请写冲突的编号，或用 --auto。")
  }

  @Test(
    "whatever a file is called, it is made, written, packed and merged, and the line that a message proposes can be copied",
    arguments: [
      "我 的 学校.db", "a'b.db", "a\"b.db", "50%.db", "a?b#c.db", "file:x.db", "-x.db", "x;y&z.db", "$HOME.db",
      "甲（1）.db",
    ])
  func oddNames(_ name: String) throws {
    let office = try Office()
    let given = name.hasPrefix("-") ? "./" + name : name
    let made = try office.yice(
      "new", given, "--org", "2133000009", "--name", "第九小学", "--kind", "小学", "--year", "2022", "--county",
      "330100")
    #expect(made.status == 0, "\(made.err)")
    #expect(FileManager.default.fileExists(atPath: office.workdir.file(name)))
    #expect(try office.yice("add", given, "用房", "用房编号=R1", "用房类别=教室").status == 0)
    let undone = try office.yice("undo", given).err
    let start = try #require(undone.range(of: "yice log "))
    let end = try #require(undone.range(of: " 里找到"))
    let words = undone[start.upperBound..<end.lowerBound]
    let copied = try run("/bin/bash", ["-c", "\"$YICE\" log \(words)"], in: office.workdir)
    #expect(copied.status == 0 && copied.out.contains("撤销"), "\(words) \(copied.err)")
    #expect(try office.yice("undo", given).status == 0)
    #expect(try office.yice("pack", given, "-o", "包.db").status == 0)
    _ = try office.yice(
      "new", "县.db", "--role", "county", "--org", "330100", "--name", "示例县", "--year", "2022")
    let merged = try office.yice("merge", "县.db", given, "包.db")
    #expect(merged.status == 0 && merged.out.contains("已合并"), "\(merged.out)")
  }

  @Test("verify says the whole reason below its table")
  func wholeReason() throws {
    let office = try Office()
    try office.workdir.write("坏.db", "坏")
    let result = try office.yice("verify", "坏.db")
    #expect(result.status == 4)
    #expect(result.err == "错误：“坏.db”不是一册文件（内容不是 SQLite 数据库）。请确认选对了文件；表格请用 yice import 导入。\n")
  }
}
