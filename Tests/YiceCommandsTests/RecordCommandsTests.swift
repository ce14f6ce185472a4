import Foundation
import Testing
import YiceTestSupport

@Suite("records at the keyboard")
struct RecordCommandsTests {
  @Test("new, add, set, show, remove and undo, by English and by Chinese names", arguments: [true, false])
  func rounds(_ chinese: Bool) throws {
    let office = try Office()
    let word = { (english: String, other: String) in chinese ? other : english }
    let added = try office.yice(
      word("add", "增加"), "a.db", word("teacher", "教师"), word("teacher_no", "教师编号") + "=T003", "姓名=赵　六",
      "专任教师=√")
    #expect(added.status == 0)
    #expect(added.out == "")
    #expect(added.err == "“教师”增加了一行：2133000001/2022/T003。\n")
    let set = try office.yice(word("set", "修改"), "a.db", "教师", "T003", "最高学历＝大学本科")
    #expect(set.err == "“教师”更改 1 行，原本相同 0 行。\n")
    let show = try office.yice(word("show", "查看"), "a.db", "教师", "T003", "--json")
    #expect(show.out.contains("赵六"))
    #expect(show.out.contains("本科"))
    _ = try json(show.out)
    let removed = try office.yice(word("remove", "删除"), "a.db", "教师", "T003", "--yes")
    #expect(removed.err == "“教师”删除了 1 行。要找回请用 yice undo a.db。\n")
    #expect(try office.yice("show", "a.db", "教师", "T003").status == 1)
    let undone = try office.yice(word("undo", "撤销"), "a.db")
    #expect(undone.status == 0)
    #expect(undone.err.hasSuffix("教师：新增 1。\n"))
    #expect(try office.yice(word("list", "列出"), "a.db", "教师").out.contains("赵六"))
    #expect(try office.yice(word("log", "历史"), "a.db").out.contains("测试员"))
    #expect(try office.yice(word("info", "信息"), "a.db").out.contains("第一小学"))
    #expect(try office.yice(word("tables", "表"), "a.db").out.contains("登记册"))
    #expect(try office.yice(word("import", "导入"), "a.db", "教师", "t.csv").status == 0)
    let new = try office.yice(
      word("new", "新建"), "县.db", "--role", word("county", "县级"), "--org", "330100", "--name", "示例县")
    #expect(new.status == 0)
  }

  @Test("what set and add did not take as written they say")
  func remarks() throws {
    let office = try Office()
    let set = try office.yice("set", "a.db", "教师", "T001", "任教学科=音体美")
    #expect(set.status == 0 && set.err.contains("提醒 “任教学科”的“音体美”：没有认出"))
    let added = try office.yice("add", "a.db", "教师", "教师编号=T009", "姓名=甲", "任教学科=小学体育/美术")
    #expect(added.status == 0 && added.err.contains("提醒 “任教学科”"))
    #expect(!(try office.yice("set", "a.db", "教师", "T001", "任教学科=体育课").err.contains("提醒")))
  }

  @Test("a list stands in columns, Chinese counted two wide")
  func listing() throws {
    let office = try Office()
    let result = try office.yice("list", "a.db", "教师")
    try expectGolden(result.out, "Tests/YiceCommandsTests/Golden/list.txt")
    #expect(result.err == "共 2 行。\n")
  }

  @Test("--json is JSON with English names and plain values")
  func listingJSON() throws {
    let office = try Office()
    let rows = try #require(
      try json(try office.yice("list", "a.db", "教师", "--where", "姓名=欧阳娜娜", "--json").out) as? [[String: Any]])
    #expect(rows.count == 1)
    #expect(rows.first?["teacher_no"] as? String == "T002")
    #expect(rows.first?["school_year"] as? Int == 2022)
    #expect(rows.first?["full_time"] as? Bool == false)
    #expect(rows.first?["note"] is NSNull)
  }

  @Test("every command with --json answers JSON")
  func everyJSON() throws {
    let office = try Office()
    _ = try office.yice("set", "a.db", "教师", "T001", "备注=引号\"与\\和\t制表")
    for arguments in [
      ["info", "a.db"], ["tables", "a.db"], ["tables", "a.db", "教师"], ["list", "a.db", "教师"],
      ["list", "a.db", "用房"],
      ["show", "a.db", "教师", "T001"], ["log", "a.db"], ["log", "a.db", "教师", "T001"],
      ["import", "a.db", "教师", "t.csv", "--dry-run"],
    ] {
      let result = try run(yicePath, arguments + ["--json"], in: office.workdir)
      #expect(result.status == 0, "\(arguments)")
      #expect(throws: Never.self, "\(arguments)") { _ = try json(result.out) }
    }
  }

  @Test("--csv is UTF-8 with a byte order mark, and goes back in unchanged")
  func listingCSV() throws {
    let office = try Office()
    let result = try office.yice("list", "a.db", "教师", "--csv")
    let bytes = Array(result.out.utf8)
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    try office.workdir.write("back.csv", bytes)
    let before = try office.bytes()
    let back = try office.yice("import", "a.db", "教师", "back.csv")
    #expect(back.out == "back.csv（UTF-8）→ 教师：共 2 行，新增 0，更改 0，相同 2。\n")
    #expect(try office.bytes() == before)
  }

  @Test(
    "a change of many rows asks; no, and no answer at all, leave the file as it was",
    arguments: ["n\n", "", "\n", "不\n"])
  func asksAndStops(_ answer: String) throws {
    let office = try Office()
    for command in [
      ["set", "a.db", "教师", "--where", "任教学段=小学", "专任教师=是"], ["remove", "a.db", "教师", "--where", "任教学段=小学"],
    ] {
      let before = try office.bytes()
      let result = try run(yicePath, command, in: office.workdir, input: answer)
      #expect(result.status == 1)
      #expect(result.err.contains("“教师”的 2 行（2022 学年）。 输入 y 继续，其他键取消："))
      #expect(result.err.contains("已取消，没有改动。"))
      #expect(try office.bytes() == before)
    }
  }

  @Test("yes, or --yes, goes on; --dry-run does neither ask nor write")
  func goesOn() throws {
    let office = try Office()
    let before = try office.bytes()
    let dry = try office.yice("set", "a.db", "教师", "--where", "任教学科=体育", "专任教师=是", "--dry-run")
    #expect(dry.status == 0)
    #expect(dry.err == "要修改“教师”的 1 行（2022 学年）。（试运行，没有写入）\n")
    #expect(try office.bytes() == before)
    let asked = try office.yice("set", "a.db", "教师", "--where", "任教学科=体育", "专任教师=是", input: "y\n")
    #expect(asked.status == 0)
    #expect(asked.err.hasSuffix("“教师”更改 1 行，原本相同 0 行。\n"))
    let told = try office.yice("remove", "a.db", "教师", "--where", "专任教师=是", "--yes")
    #expect(told.err == "“教师”删除了 2 行。要找回请用 yice undo a.db。\n")
    let none = try office.yice("set", "a.db", "教师", "--where", "任教学科=美术", "专任教师=是")
    #expect(none.err == "没有符合条件的行，没有改动。\n")
    #expect(none.status == 0)
  }

  @Test("a dry run of undo says what it would do and leaves the file as it was")
  func undoDryRun() throws {
    let office = try Office()
    let before = try office.bytes()
    let result = try office.yice("undo", "a.db", "--dry-run")
    #expect(result.err.hasSuffix("教师：删除 2（试运行，没有写入）。\n"))
    #expect(try office.bytes() == before)
  }

  @Test("the author is the one named, else the one of the environment")
  func author() throws {
    let office = try Office()
    _ = try office.yice("set", "a.db", "教师", "T001", "备注=a", "--author", "王校长")
    let log = try #require(try json(try office.yice("log", "a.db", "--json").out) as? [[String: Any]])
    #expect(log.map { $0["author"] as? String } == ["王校长", "测试员", "测试员"])
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    let err: String

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let wrong: [Wrong] = [
    Wrong(
      arguments: ["list", "a.db", "老虎"], status: 64, err: "错误：没有叫“老虎”的表。用 yice tables 文件 查看全部表名（中英文都可以用）。\n"),
    Wrong(
      arguments: ["list", "a.db", "教师", "--where", "年龄=3"], status: 64,
      err: "错误：“教师”表没有叫“年龄”的列。用 yice tables 文件 教师 查看全部列名。\n"),
    Wrong(
      arguments: ["show", "a.db", "教师", "T9"], status: 1,
      err: "错误：“教师”表里没有 2133000001/2022/T9 这一行。用 yice list 文件 教师 查看。\n"),
    Wrong(
      arguments: ["add", "a.db", "教师", "教师编号=T001", "姓名=王芳"], status: 1,
      err: "错误：“教师”表里已经有 2133000001/2022/T001 这一行，没有写入。要修改请用 yice set。\n"),
    Wrong(
      arguments: ["add", "a.db", "教师", "教师编号=440524188001010014", "姓名=王芳"], status: 1,
      err: "错误：“教师” “教师编号”列：这是身份证号，不能存入。请改用学校自己的编号。没有写入。\n"),
    Wrong(
      arguments: ["add", "a.db", "班级", "学段=小学", "入学年份=1900", "班号=1", "班级人数=45"], status: 1,
      err: "错误：“班级” “入学年份”列的值“1900”：年份不对或超出范围，应为1950 到 2100 的年份，如 2022 或 2022-2023。没有写入。\n"),
    Wrong(
      arguments: ["add", "a.db", "评估标准", "标准名称=p", "版本=1"], status: 6,
      err: "错误：“评估标准”由教育局填写，学校文件里不能改。没有写入。\n"),
    Wrong(
      arguments: ["add", "a.db", "教师", "学校标识码=2133000002", "教师编号=T1", "姓名=王芳"], status: 6,
      err: "错误：“教师”的行属于 2133000002，而本文件是 2133000001 的，不能写入。\n"),
    Wrong(
      arguments: ["undo", "a.db", "--revision", "5"], status: 1,
      err: "错误：这个文件里没有编号为 5 的操作。用 yice log 文件 查看。\n"),
  ]

  @Test("a wrong word is refused with place and remedy, and the file stays as it was", arguments: wrong)
  func wrongWords(_ wrong: Wrong) throws {
    let office = try Office()
    try office.expectRefused(
      { try run(yicePath, wrong.arguments, in: office.workdir) }, status: wrong.status, err: wrong.err)
  }

  @Test(
    "the parser's own complaints are in Chinese too, with status 64",
    arguments: [
      ["foo"], ["list"], ["list", "a.db", "教师", "--foo"], ["list", "a.db", "教师", "--al"],
      ["log", "a.db", "--limit", "x"],
      ["list", "a.db", "教师", "--limit"], ["list", "a.db", "教师", "多余"],
      ["list", "a.db", "教师", "--json", "--csv"],
      ["remove", "a.db", "教师"], ["set", "a.db", "教师", "T001"], ["new", "b.db", "--org", "1", "--name", "x"],
      ["new", "b.db", "--org", "2133000001", "--name", "x", "--year", "1900"],
      ["import", "a.db", "教师", "t.csv", "--year", "两千"],
      ["import", "a.db", "教师", "t.csv", "--encoding", "koi8"],
      ["import", "a.db", "教师", "t.csv", "--map", "甲"],
    ])
  func usage(_ arguments: [String]) throws {
    let office = try Office()
    let before = try office.bytes()
    let result = try run(yicePath, arguments, in: office.workdir)
    #expect(result.status == 64)
    #expect(result.out == "")
    #expect(result.err.hasPrefix("错误："), "\(result.err)")
    for word in [
      "Error", "Usage", "Unknown", "Missing", "Unexpected", "invalid", "subcommand", "Did you", "for more",
    ] {
      #expect(!result.err.contains(word), "\(result.err)")
    }
    #expect(try office.bytes() == before)
    #expect((try? office.bytes("b.db")) == nil)
  }
}
