import Foundation
import Testing
import YiceTestSupport

/// `import` without a table: all sheets of a workbook, as a school keeps them.
@Suite("a whole workbook", .disabled(if: Openpyxl.isMissing, "没有 openpyxl（apt-get install python3-openpyxl）"))
struct WorkbookImportTests: Desk {
  let workdir = Workdir()

  init() throws {
    try does(
      "new", "校.db", "--org", "2133000001", "--name", "实验小学", "--kind", "小学", "--county", "330100", "--year",
      "2022")
  }

  private static let classes = [["年级", "班号", "班级人数"], ["一年级", "1", "40"], ["一年级", "2", "42"]]
  private static let teachers = [["教师编号", "姓名", "职称"], ["T1", "某甲", "一级"], ["T2", "某乙", "省聘"]]
  private static let rooms = [["用房编号", "面积"], ["A101", "60"]]
  private static let notes = [["本表由教导处填写"]]

  private func write(_ name: String, _ sheets: [(String, [[String]])]) throws {
    try Openpyxl.write(workdir.file(name), sheets.map { (name: $0.0, rows: $0.1) })
  }

  private func counts(_ result: ProgramResult) throws -> [String: [Int]] {
    let report = try #require(try json(result.out) as? [String: Any])
    let sheets = try #require(report["sheets"] as? [[String: Any]])
    return Dictionary(
      sheets.map { sheet in
        (
          sheet["table"] as? String ?? "",
          ["new", "changed", "same", "bad"].map { sheet[$0] as? Int ?? -1 }
        )
      }, uniquingKeysWith: { first, second in first + second })
  }

  @Test("each sheet goes to its table by name or headings; what fits none is told; one undo takes all back")
  func sheets() throws {
    try write(
      "全校.xlsx",
      [
        ("封面", Self.notes), ("2022年班级情况", Self.classes), ("Sheet2", Self.teachers), ("用房", Self.rooms),
      ])
    let result = try does("import", "校.db", "全校.xlsx", "--json", "--set", "用房类别=教室")
    #expect(try counts(result) == ["班级": [2, 0, 0, 0], "教师": [2, 0, 0, 0], "用房": [1, 0, 0, 0]])
    #expect(result.out.contains("“封面”") || result.out.contains("封面"))
    let again = try does("import", "校.db", "全部", "全校.xlsx", "--json", "--set", "用房类别=教室")
    #expect(try counts(again) == ["班级": [0, 0, 2, 0], "教师": [0, 0, 2, 0], "用房": [0, 0, 1, 0]])
    try does("undo", "校.db")
    for table in ["班级", "教师", "用房"] {
      #expect(try rows(table).isEmpty)
    }
  }

  @Test(
    "exports of the systems need no table's name: pupils, assets, statistics, a register in several sheets")
  func systems() throws {
    try write(
      "学籍.xlsx",
      [
        (
          "Sheet1",
          [
            ["学籍号", "姓名", "年级", "班级", "就读方式"], ["G1", "甲", "三年级", "1班", "走读"],
            ["G2", "乙", "三年级", "1班", "住校"],
          ]
        )
      ])
    #expect(try counts(try does("import", "校.db", "学籍.xlsx", "--json")) == ["班级": [1, 0, 0, 0]])
    try write(
      "资产.xlsx",
      [("导出", [["资产编号", "资产名称", "数量", "价值", "取得日期"], ["Z1", "台式计算机", "10", "45000", "2020-01-01"]])])
    #expect(try counts(try does("import", "校.db", "资产.xlsx", "--json")) == ["仪器设备": [1, 0, 0, 0]])
    try write(
      "年报.xlsx",
      [
        (
          "教基3112",
          [["教基3112 小学学生数"], ["指标名称", "招生数", "在校生数"], ["合计", "40", "240"], ["其中:女", "20", "120"]]
        )
      ])
    let reported = try does("import", "校.db", "年报.xlsx", "--json")
    #expect(try counts(reported) == ["填报值": [1, 0, 0, 0]])
    try write(
      "教师系统.xlsx",
      [
        ("基本信息", [["教职工号", "姓名", "性别", "教职工类别"], ["T1", "某甲", "男", "专任教师"], ["T2", "某乙", "女", "专任教师"]]),
        (
          "学习经历",
          [
            ["教职工号", "姓名", "获得学历"], ["T1", "某甲", "大学本科毕业"], ["T1", "某甲", "硕士研究生毕业"], ["T2", "某乙", "大学专科毕业"],
          ]
        ),
        ("教育教学", [["教职工号", "任教学段", "任教课程"], ["T1", "小学", "体育"], ["T2", "小学", "语文"]]),
      ])
    let register = try does("import", "校.db", "教师系统.xlsx", "--json")
    #expect(try counts(register) == ["教师": [2, 0, 0, 0]])
    let teachers = try rows("教师").map { [$0["education"] as? String, $0["subject"] as? String] }
    #expect(teachers == [["研究生", "体育"], ["专科", "语文"]])
    #expect(register.out.contains("sheet-joined") && !register.out.contains("unknown-sheet"))
  }

  @Test(
    "sheets of one workbook never overwrite each other: other rows of a key stay out, things without numbers are all kept"
  )
  func meeting() throws {
    try write(
      "组.xlsx",
      [
        ("语文组教师", [["教师编号", "姓名", "学历"], ["1", "某甲", "本科"]]),
        ("数学组教师", [["教师编号", "姓名", "学历"], ["1", "某乙", "专科"], ["2", "某丙", "本科"]]),
        ("骨干教师", [["教师编号", "姓名", "骨干级别"], ["1", "某甲", "县级"]]),
      ])
    try does("import", "校.db", "组.xlsx", "--dry-run", status: 2, says: "可以导入", "试运行，没有写入")
    let groups = try yice(["import", "校.db", "组.xlsx"])
    #expect(groups.status == 2 && groups.err.contains("与工作表“语文组教师”第 2 行是同一条，而姓名、最高学历不同"))
    #expect(
      try rows("教师").map { row in ["name", "education", "backbone"].map { row[$0] as? String } }
        == [["某甲", "本科", "县级"], ["某丙", "本科", nil]])
    let things = [["名称", "数量", "金额"], ["投影仪", "1", "5000"], ["电脑", "10", "40000"]]
    let others = [["名称", "数量", "金额"], ["投影仪", "2", "9000"], ["钢琴", "1", "20000"]]
    try write("设备.xlsx", [("实验室设备", things), ("音乐室设备", others)])
    try does("import", "校.db", "设备.xlsx")
    #expect(try rows("仪器设备").compactMap { $0["value"] as? Double }.reduce(0, +) == 74_000)
    // The same again changes nothing, and nothing beside it is told.
    let again = try does("import", "校.db", "设备.xlsx")
    #expect(!again.err.contains("同名"))
    #expect(try rows("仪器设备").count == 4)
  }

  @Test("the name of a sheet says the 学段 of its classes; another year's sheet is told and does not win")
  func sheetNames() throws {
    try does(
      "new", "九.db", "--org", "2133000002", "--name", "九年校", "--kind", "九年一贯制学校", "--county", "330100",
      "--year",
      "2022")
    let head = ["年级", "班号", "人数"]
    try write("班.xlsx", [("小学部班级", [head, ["一年级", "1", "40"]]), ("初中部班级", [head, ["一年级", "1", "45"]])])
    try does("import", "九.db", "班.xlsx")
    let classes = try #require(try json(try does("list", "九.db", "班级", "--json").out) as? [[String: Any]])
    #expect(classes.compactMap { $0["stage"] as? String } == ["初中", "小学"])
    #expect(classes.compactMap { $0["grade"] as? Int } == [7, 1])
    try write(
      "年.xlsx", [("2022学年班级", [head, ["一年级", "1", "40"]]), ("2021学年班级", [head, ["一年级", "1", "38"]])])
    let years = try yice(["import", "校.db", "年.xlsx"])
    #expect(years.status == 2 && years.err.contains("“2021学年班级”看来不是本文件学年（2022）的"))
    #expect(try rows("班级").compactMap { $0["head_count"] as? Int } == [40])
  }

  private func rows(_ table: String) throws -> [[String: Any]] {
    let listed = try json(try does("list", "校.db", table, "--json").out)
    return (listed as? [[String: Any]]) ?? (listed as? [String: Any])?["rows"] as? [[String: Any]] ?? []
  }

  @Test("a sheet that cannot be read stays out and the others go in; strictly, none")
  func heldUp() throws {
    try write("全校.xlsx", [("班级", Self.classes), ("用房", Self.rooms)])
    let before = try workdir.bytes("校.db")
    try does("import", "校.db", "全校.xlsx", "--strict", status: 1, says: "整个工作簿没有导入")
    #expect(try workdir.bytes("校.db") == before)
    try does("import", "校.db", "全校.xlsx", "--dry-run", status: 2, says: "试运行")
    #expect(try workdir.bytes("校.db") == before)
    try does("import", "校.db", "全校.xlsx", status: 2, says: "缺少必需的列：用房类别", "整张没有导入")
    #expect(try rows("班级").count == 2)
    #expect(try rows("用房").isEmpty)
  }

  @Test("what a sheet wrote before its fault was met is taken back, and no revision is left of it")
  func takenBack() throws {
    try write("全校.xlsx", [("教师", Self.teachers + [["T1", "某丙", "一级"]])])
    let before = try workdir.bytes("校.db")
    try does("import", "校.db", "全校.xlsx", status: 1, says: "是同一条")
    #expect(try workdir.bytes("校.db") == before)
  }

  @Test("a sheet that fits two tables is told and not read")
  func two() throws {
    try write("全校.xlsx", [("教师与用房", [["名称", "姓名", "备注"], ["x", "y", "z"]]), ("班级", Self.classes)])
    try does("import", "校.db", "全校.xlsx", says: "分不清是")
    #expect(try rows("班级").count == 2)
    #expect(try rows("教师").isEmpty)
  }

  @Test(
    "what is typed goes to the table that has the column; what none has is refused before anything is written"
  )
  func typed() throws {
    try write("全校.xlsx", [("班级", Self.classes), ("教师", Self.teachers)])
    try does("import", "校.db", "全校.xlsx", "--value", "省聘=高级", "--dry-run")
    try does("import", "校.db", "全校.xlsx", "--set", "楼高=5", status: 64)
    try does("import", "校.db", "全校.xlsx", "--map", "楼=楼高", status: 64, says: "都没有这一列")
    try does("import", "校.db", "教师", status: 64, says: "还要写明导入哪个表格")
    try does("import", "校.db", "全校.xlsx", "--sheet", "班级", status: 64, says: "请写明表名")
  }
}
