import Foundation
import Testing
import YiceTestSupport

/// A file keeps the years that were reported beside the one that is worked on.
@Suite struct YearScopeTests {
  private let office: Office

  init() throws {
    office = try Office()
    #expect(try office.yice("year", "open", "a.db", "2023").status == 0)
  }

  private func subject(_ year: String) throws -> String {
    try office.yice("list", "a.db", "教师", "--year", year, "--csv").out
  }

  @Test("list shows the file's year and says how many rows of other years it does not")
  func list() throws {
    let listed = try office.yice("list", "a.db", "教师")
    #expect(listed.out.contains("2023") && !listed.out.contains("2022"))
    #expect(listed.err == "共 2 行。\n只有 2023 学年的行；另有 2022 学年 2 行没有取（--year 2022 或 --all-years）。\n")
    let old = try office.yice("list", "a.db", "教师", "--year", "2022")
    #expect(old.out.contains("2022") && !old.out.contains("2023"))
    let all = try office.yice("list", "a.db", "教师", "--all-years")
    #expect(all.err == "共 4 行。\n")
    let named = try office.yice("list", "a.db", "教师", "--where", "学年=2022")
    #expect(named.err == "共 2 行。\n", "a condition that names the year is enough said")
    #expect(try office.yice("list", "a.db", "学校机构").err == "共 1 行。\n")
  }

  @Test("set --where leaves the year that was reported alone, and the question names the year")
  func set() throws {
    let before = try subject("2022")
    let done = try office.yice("set", "a.db", "教师", "--where", "任教学科=体育", "专任教师=是", input: "y\n")
    #expect(done.status == 0 && done.err.contains("要修改“教师”的 1 行（2023 学年）。"), "\(done.err)")
    #expect(try subject("2022") == before)
    let both = try office.yice(
      "set", "a.db", "教师", "--where", "任教学科=体育", "--all-years", "专任教师=否", input: "n\n")
    #expect(both.err.contains("要修改“教师”的 2 行（2022 学年 1 行，2023 学年 1 行）。"), "\(both.err)")
    let old = try office.yice("set", "a.db", "教师", "--where", "任教学科=体育", "--year", "2022", "备注=核", "--yes")
    #expect(old.status == 0)
    #expect(try subject("2022").contains("核") && !subject("2023").contains("核"))
  }

  @Test("remove --where and edit take the file's year only")
  func remove() throws {
    let before = try subject("2022")
    let done = try office.yice("remove", "a.db", "教师", "--where", "任教学段=小学", "--yes")
    #expect(done.err.hasSuffix("“教师”删除了 2 行。要找回请用 yice undo a.db。\n"), "\(done.err)")
    #expect(try subject("2022") == before)
    #expect(try office.yice("undo", "a.db").status == 0)
    let path = try office.workdir.write("editor.sh", "#!/bin/sh\nsed -i 's/专任教师 = 否/专任教师 = 是/' \"$1\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let edited = try run(
      yicePath, ["edit", "a.db", "教师"], in: office.workdir, environment: ["EDITOR": path])
    #expect(edited.status == 0 && edited.err.contains("更改 1 行"), "\(edited.err)")
    #expect(try subject("2022") == before)
  }

  @Test("an exported sheet holds the file's year, and read back misses no row of another")
  func export() throws {
    let done = try office.yice("export", "a.db", "教师", "-o", "t.xlsx")
    #expect(
      done.err
        == "“教师”的 2 行已写入 t.xlsx。\n只有 2023 学年的行；另有 2022 学年 2 行没有取（--year 2022 或 --all-years）。\n")
    let back = try office.yice("import", "a.db", "教师", "t.xlsx", "--delete-missing")
    #expect(back.status == 0 && !(back.out + back.err).contains("没有这一行了"), "\(back.err)")
    #expect(try office.yice("list", "a.db", "教师", "--all-years").err == "共 4 行。\n")
  }

  @Test("a short key is completed with the year that is said; a table without years refuses one")
  func keys() throws {
    #expect(try office.yice("show", "a.db", "教师", "T001").out.contains("2133000001/2023/T001"))
    #expect(
      try office.yice("show", "a.db", "教师", "T001", "--year", "2022").out.contains("2133000001/2022/T001"))
    #expect(try office.yice("log", "a.db", "教师", "T001", "--year", "2022").out.contains("2022/T001"))
    #expect(try office.yice("set", "a.db", "教师", "T001", "备注=核", "--year", "2022").status == 0)
    #expect(try subject("2022").contains("核") && !subject("2023").contains("核"))
    let refused = try office.yice("list", "a.db", "政策清单", "--year", "2022")
    #expect(refused.status == 64 && refused.err == "错误：“政策清单”没有学年一列，不要写 --year。\n")
    #expect(try office.yice("list", "a.db", "教师", "--year", "2022", "--all-years").status == 64)
  }

  // MARK: - Opening a year

  @Test("a skipped year is said, and what is carried comes from the newest year with rows")
  func skipped() throws {
    let dry = try office.yice("year", "open", "a.db", "2025", "--dry-run")
    #expect(
      dry.status == 0
        && dry.out.split(separator: "\n").contains { $0.split(separator: " ") == ["教师", "2", "0"] },
      "\(dry.out)\(dry.err)")
    #expect(dry.err.hasPrefix("注意：2024 学年没有带来的行，跳过了；从 2023 学年带来，班级升 2 级。\n"), "\(dry.err)")
  }

  @Test("a year without rows to carry from, or earlier than the file's, is refused and nothing changes")
  func refused() throws {
    try office.expectRefused(
      { try office.yice("year", "open", "a.db", "2024", "--from", "2020") }, status: 1,
      err: "错误：登记册里没有 2020 学年的行，带不来什么；没有写入。有行的学年：2022、2023。\n")
    try office.expectRefused(
      { try office.yice("year", "open", "a.db", "2021") }, status: 1,
      err: "错误：文件已经在 2023 学年，不能再开启更早的 2021 学年。要看或改那一年的行，请在命令后加 --year 2021；刚才开错了学年，用 yice undo 撤销。\n")
  }

  @Test("an empty file enters the year and says that nothing was carried")
  func empty() throws {
    _ = try office.yice(
      "new", "b.db", "--org", "2133000002", "--name", "二小", "--kind", "小学", "--year", "2022")
    let opened = try office.yice("year", "open", "b.db", "2023")
    #expect(opened.status == 0 && opened.err == "2023 学年已开启；2023 以前没有登记册的行，没有带来任何行。\n")
    #expect(try office.yice("info", "b.db").out.contains("2023"))
  }
}
