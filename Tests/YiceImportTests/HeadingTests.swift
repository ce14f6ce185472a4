import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

@Suite struct HeadingTests {
  private let data = ["T001", "王芳", "小学", "语文"]

  private func codes(_ outcome: ImportOutcome) -> [String] { outcome.findings.map(\.code) }

  @Test func `the heading is found below title lines, and code and signature lines are passed over`() throws {
    let outcome = try TestSchool().run([
      ["青禾县教师名册"], [], ["填报单位：一小", "", "填报日期：2022年9月5日"], ["教师编号", "姓名", "任教学段", "任教学科"],
      ["甲", "乙", "1", "2"], data, ["合计", "1"], ["填报人：张三", "", "审核人：李四"],
    ])
    #expect(outcome.errors == 0)
    #expect(outcome.new == 1)
    #expect(codes(outcome) == ["heading-row", "code-line", "sum-row", "footer-row"])
    #expect(outcome.findings[0].message == "表头在第 4 行，以上的行没有导入")
    // Who signed stays out of what is told.
    #expect(!outcome.findings.contains { $0.description.contains("张三") })
  }

  @Test func `levels of merged headings are joined`() throws {
    let grid = HeadGrid(
      rows([
        ["教师", "", "任教", "", "学生", ""], ["编号", "姓名", "学段", "学科", "男", "女"], data,
      ]),
      merges: [
        CellRange(rows: 1...1, columns: 1...2), CellRange(rows: 1...1, columns: 3...4),
        CellRange(rows: 1...1, columns: 5...6),
      ])
    let heading = HeadingFinder(HeaderMatcher(.teacher)).find(in: grid)
    #expect(heading?.rows == 1...2)
    #expect(heading?.labels == ["教师编号", "教师姓名", "任教学段", "任教学科", "学生/男", "学生/女"])
  }

  @Test func `a heading above says what a general word below it means`() throws {
    func labels(_ below: [String]) throws -> [String]? {
      let grid = HeadGrid(
        rows([["姓名", "学历", "", "职称", ""], ["", "全日制", "最高"] + below, data]),
        merges: [
          CellRange(rows: 1...2, columns: 1...1), CellRange(rows: 1...1, columns: 2...3),
          CellRange(rows: 1...1, columns: 4...5),
        ])
      return HeadingFinder(HeaderMatcher(.teacher)).find(in: grid)?.labels
    }
    #expect(try labels(["名称", "取得时间"]) == ["姓名", "学历/全日制", "最高学历", "职称", "职称/取得时间"])
    // Of two general words neither is the heading's own.
    #expect(try labels(["名称", "层次"]) == ["姓名", "学历/全日制", "最高学历", "职称/名称", "职称/层次"])
  }

  @Test func `a cell merged downwards is one level`() throws {
    let grid = HeadGrid(
      rows([["名册"], ["教师编号", "姓名", "任教情况", ""], ["", "", "任教学段", "任教学科"], data]),
      merges: [
        CellRange(rows: 1...1, columns: 1...4), CellRange(rows: 2...3, columns: 1...1),
        CellRange(rows: 2...3, columns: 2...2), CellRange(rows: 2...2, columns: 3...4),
      ])
    let heading = HeadingFinder(HeaderMatcher(.teacher)).find(in: grid)
    #expect(heading?.labels == ["教师编号", "姓名", "任教学段", "任教学科"])
    #expect(heading?.score == 4)
  }

  @Test func `the same word under two headings is not taken for one column`() throws {
    let grid = HeadGrid(
      rows([["教师编号", "甲部", "乙部"], ["教师编号", "姓名", "姓名"], data]),
      merges: [CellRange(rows: 1...2, columns: 1...1)])
    let heading = HeadingFinder(HeaderMatcher(.teacher)).heading(in: grid, rows: 1...2)
    #expect(heading?.labels == ["教师编号", "甲部/姓名", "乙部/姓名"])
  }

  @Test func `rows that a person names as the heading are taken`() throws {
    let sheet = [["教师编号", "姓名"], ["工号", "教师姓名"], ["T001", "王芳"]]
    let school = try TestSchool()
    #expect(try school.run(sheet, headerRows: 2...2).new == 1)
    let error = #expect(throws: Importer.Problem.self) { try school.run(sheet, headerRows: 9...9) }
    #expect(error?.description == "“教师.xlsx”的第 9 行没有内容，不能作表头。请改 --header-row。")
  }

  @Test func `a sheet without any known heading says what is missing`() throws {
    let outcome = try TestSchool().run([["书名", "作者"], ["论语", "孔子"]])
    #expect(codes(outcome) == ["unknown-heading", "unknown-heading", "missing-column"])
  }

  @Test func `a formula's error is no value`() throws {
    let outcome = try TestSchool().run([
      ["教师编号", "姓名", "任教学科"], ["T001", "王芳", "#N/A"], ["T002", "李娜", SheetRemarks.uncalculated],
    ])
    #expect(outcome.errors == 2)
    #expect(outcome.written == false)
    #expect(
      outcome.findings.map(\.description) == [
        "错误 教师.xlsx 工作表“教师” 第 2 行 “任教学科”列 “#N/A”：公式出错，没有值。请在表格里改正公式，或直接填上数值",
        "错误 教师.xlsx 工作表“教师” 第 3 行 “任教学科”列 “#未计算”：这里的公式还没有算出结果。请用 Excel 或 WPS 打开该文件，保存一次再导入",
      ])
  }

  @Test func `a mapping is remembered for every sheet with its heading, from its year on`() throws {
    let school = try TestSchool()
    let sheet = [["教师编号", "姓名", "教什么"], ["T001", "王芳", "语文"]]
    #expect(codes(try school.run(sheet)) == ["unknown-heading"])
    #expect(try school.run(sheet, mapping: ["教什么": "任教学科"]).changed == 1)
    let again = try school.run(sheet)
    #expect(codes(again) == ["saved-mapping"])
    #expect(again.same == 1)
    #expect(again.findings[0].message == "按以前记下的对应导入：教什么=任教学科")
    #expect(codes(try school.run(sheet, year: 2023)) == ["saved-mapping"])
    #expect(codes(try school.run(sheet, year: 2021)) == ["unknown-heading"])
    #expect(codes(try school.run([["姓名", "教师编号", "教什么"], ["王芳", "T001", "语文"]])) == ["saved-mapping"])
    #expect(codes(try school.run([["姓名", "教师编号"], ["王芳", "T001"]])) == [])
  }

  @Test func `a word that changes nothing is remembered, and a new one drops no old one`() throws {
    let school = try TestSchool()
    _ = try school.run([["教师编号", "姓名", "任教学科"], ["T001", "王芳", "语文"]])
    let same = try school.run(
      [["教师编号", "姓名", "教什么"], ["T001", "王芳", "语文"]], mapping: ["教什么": "任教学科"])
    #expect([same.new, same.changed, same.same] == [0, 0, 1])
    let second = try school.run(
      [["教师编号", "姓名", "教什么", "说说"], ["T001", "王芳", "语文", "甲"]], mapping: ["说说": "备注"])
    #expect(codes(second) == ["saved-mapping"])
    let third = try school.run([["教师编号", "姓名", "教什么", "说说"], ["T002", "李伟", "数学", "乙"]])
    #expect(third.findings.map(\.message) == ["按以前记下的对应导入：教什么=任教学科、说说=备注"])
    // Another heading for the same column takes the place of the first.
    let moved = try school.run(
      [["教师编号", "姓名", "教什么", "科"], ["T003", "赵敏", "x", "音乐"]], mapping: ["科": "任教学科"])
    #expect(moved.errors == 0)
  }

  @Test func `merged cells that lie over each other by the thousand cost no minutes`() {
    let merges = (0..<100_000).map { CellRange(rows: 1...(1 + $0 % 3), columns: 1...16_384) }
    let taken = ContinuousClock().measure {
      let grid = HeadGrid(rows([["教师编号", "姓名"], ["T001"], ["T002"], ["T003"]]), merges: merges)
      #expect(grid.lines.count == 4)
    }
    #expect(taken < .seconds(20))
  }

  private func rows(_ texts: [[String]]) -> [SheetRow] {
    texts.enumerated().map { index, cells in
      var row = SheetRow()
      row.reset(number: index + 1)
      for cell in cells { row.appendCell(cell) }
      return row
    }
  }

  @Test("headings over several columns that are not merged stand over all of them: 合计 under 学生数 is the whole")
  func unmergedLevels() throws {
    let desk = try Desk()
    for sheet in [
      "班级,学生数,,\n,男,女,合计\n一年级1班,23,22,45\n", "班级,学生数,,\n,合计,男,女\n一年级1班,45,23,22\n",
    ] {
      _ = try desk.take(sheet, into: .classRoll)
      #expect(try desk.value("SELECT head_count || '/' || boys FROM class_roll") == "45/23", "\(sheet)")
    }
  }
}
