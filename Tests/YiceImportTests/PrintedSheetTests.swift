import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore

/// Sheets as schools print them: headings on each page, merged cells, sums in many words.
@Suite struct PrintedSheetTests {
  private func names(_ school: TestSchool) throws -> [String] {
    try school.file.read { try String.fetchAll($0, sql: "SELECT name FROM teacher ORDER BY teacher_no") }
  }

  @Test func `a heading and a title that each page repeats are no teachers`() throws {
    let school = try TestSchool()
    let outcome = try school.run([
      ["一小教师名册"], ["教师编号", "姓 名", "任教学科"], ["T001", "王芳", "语文"], ["第 1 页 共 2 页"], ["一小教师名册"],
      ["教师编号", "姓名*", "任教学科"], ["T002", "李伟", "数学"],
    ])
    #expect(outcome.errors == 0)
    #expect(try names(school) == ["王芳", "李伟"])
    #expect(outcome.codes.filter { $0 == "repeated-heading" }.count == 2)
    #expect(outcome.codes.contains("page-number"))
  }

  @Test func `a teacher who is called like a part of the heading stays one`() throws {
    let school = try TestSchool()
    _ = try school.run([["教师编号", "姓名", "任教学科"], ["T001", "姓名", "语文"], ["教师编号", "王芳", "任教学科"]])
    #expect(try names(school).count == 2)
  }

  @Test func `merged cells count for each of their rows, and that is said`() throws {
    let school = try TestSchool()
    let rows = [
      ["教师编号", "姓名", "任教学科", "五年培训学时"], ["T001", "王芳", "语文", "100"], ["T002", "李伟", "", ""],
      ["T003", "赵敏", "", ""], ["T004", "孙红", "", "20"],
    ]
    let outcome = try school.run(
      rows,
      merges: [
        CellRange(rows: 2...4, columns: 3...3), CellRange(rows: 2...3, columns: 4...4),
      ])
    #expect(outcome.errors == 0)
    let subjects = try school.file.read {
      try String?.fetchAll($0, sql: "SELECT subject FROM teacher ORDER BY teacher_no")
    }
    #expect(subjects == ["语文", "语文", "语文", nil])
    // An amount over several rows is their sum: it is counted once.
    let hours = try school.file.read {
      try Int?.fetchAll($0, sql: "SELECT training_hours FROM teacher ORDER BY teacher_no")
    }
    #expect(hours == [100, nil, nil, 20])
    #expect(
      outcome.findings.filter { $0.code.hasPrefix("merged") }.map(\.description) == [
        "说明 教师.xlsx 工作表“教师” 第 3 行 “任教学科”列：有 2 行的这一格与上面合并（这是第一行），已按合并的内容填入",
        "提醒 教师.xlsx 工作表“教师” 第 3 行 “五年培训学时”列：有 1 行的这一格与上面合并（这是第一行），数量分不清各行是多少，只记在合并的第一行；请拆开单元格逐行填写",
      ])
  }

  @Test(arguments: ["合计：", "全校合计", "共计18个班", "总 计", "一年级小计", "本页合计:", "合计(人)", "累计", "小学合计"])
  func `a sum is no class in any of its words`(label: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("年级,班号,班级人数\n1,1,45\n\(label),,45\n", into: .classRoll)
    #expect(outcome.counts == [1, 0, 0])
    #expect(outcome.codes == ["sum-row"])
  }

  @Test func `a text that only holds such a word is a record`() throws {
    let desk = try Desk()
    let outcome = try desk.take("教师编号,姓名,任教学科\nT1,王芳,会计\nT2,李伟,统计与合计算法\n", into: .teacher)
    #expect(outcome.counts == [2, 0, 0])
  }

  @Test func `classes are told by a grade beside them, in all usual words`() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "年级,班级,人数\n一年级,1班,40\n一年级,(2)班,41\n二年级,二（1）班,39\n三年级,302班,38\n4,2,37\n五年级,五年级,36\n6,2017级1班,35\n",
      into: .classRoll)
    #expect(outcome.texts == [])
    let found: [String] = try desk.values(
      "SELECT grade || '-' || class_no || '-' || entry_year FROM class_roll ORDER BY 1")
    #expect(
      found == ["1-1-2022", "1-2-2022", "2-1-2021", "3-2-2020", "4-2-2019", "5-1-2018", "6-1-2017"])
  }

  @Test func `an entry year tells the grade where the school has one stage`() throws {
    let desk = try Desk()
    let outcome = try desk.take("班级,学段,人数\n2020级2班,小学,40\n2021级1班,初中,41\n", into: .classRoll)
    #expect(outcome.texts == [])
    #expect(try desk.values("SELECT grade FROM class_roll ORDER BY grade") == [3, 8])
    let wrong = try desk.take("年级,班级,人数\n三年级,四年级1班,40\n", into: .classRoll)
    #expect(wrong.texts.contains { $0.contains("班级写的是 4 年级，年级一列写的是 3") }, "\(wrong.texts)")
    let bare = try desk.take("班级,人数\n2班,40\n", into: .classRoll)
    #expect(bare.texts.contains { $0.contains("只写班号时要有“年级”一列") }, "\(bare.texts)")
  }

  @Test func `a class is found at the command line by what it is called`() throws {
    let desk = try Desk()
    _ = try desk.take("班级,人数\n六(2)班,40\n三年级1班,41\n", into: .classRoll)
    for (word, entry) in [
      ("六(2)班", 2017), ("602班", 2017), ("2017级2班", 2017), ("三年级1班", 2020), ("2022/小学/2017/(2)班", 2017),
    ] {
      let key = try desk.file.read { try RowKey.find(word, in: .classRoll, file: desk.file.info, $0) }
      #expect(key.values[3] == entry.databaseValue, "\(word)")
    }
    #expect(throws: RecordError.self) {
      _ = try desk.file.read { try RowKey.find("六(9)班", in: .classRoll, file: desk.file.info, $0) }
    }
  }
}
