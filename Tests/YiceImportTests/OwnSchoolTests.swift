import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// A school's own file takes its own rows alone. Decision 0178.
@Suite struct OwnSchoolTests {
  private func take(_ sheet: String, school: String? = nil) throws -> (ImportOutcome, Desk) {
    let desk = try Desk()
    try desk.workdir.write("表.csv", Array(sheet.utf8))
    var importer = Importer(.teacher)
    importer.school = school
    importer.strict = false
    return (
      try importer.run(try CSVReader(path: desk.workdir.file("表.csv")), into: desk.file, author: .tester),
      desk
    )
  }

  @Test("rows that name another school stay out and are told; who names the school has looked")
  func rows() throws {
    let sheet = "学校名称,教师编号,姓名\n第一小学,T1,甲\n第二小学,T2,乙\n,T3,丙\n"
    let (outcome, desk) = try take(sheet)
    #expect(try desk.values("SELECT teacher_no FROM teacher ORDER BY 1") == ["T1", "T3"])
    #expect(outcome.texts.contains { $0.contains("第 3 行") && $0.contains("第二小学") && $0.contains("--school") })
    let (named, all) = try take(sheet, school: "2133000001")
    #expect(named.errors == 0)
    #expect(try all.value("SELECT count(*) FROM teacher") == 3)
  }

  @Test(
    "the school's name as people write it",
    arguments: [
      ("一小", true), ("某县第一小学", true), ("第一小学（东校区）", true), ("第 一 小 学", true), ("2133000001", true),
      ("第十一小学", false), ("二小", false), ("第一中学", false), ("第一小学附属幼儿园", false), ("小学", false),
    ])
  func names(_ written: String, _ isOwn: Bool) throws {
    let (outcome, _) = try take("学校,教师编号,姓名\n第一小学,T1,甲\n\(written),T2,乙\n")
    #expect(outcome.new == (isOwn ? 2 : 1), "\(outcome.texts)")
  }

  @Test(
    "a title that names another school holds the sheet up",
    arguments: [
      ("学校：第二小学", false), ("填报单位（盖章）：第二小学 填报人：张三", false), ("学校名称：第一小学", true), ("填报单位：某县教育局", true),
      ("学校：某县第一小学 2022年9月", true), ("单位：万元", true), ("教师名册", true),
    ])
  func titles(_ title: String, _ isTaken: Bool) throws {
    let sheet = "\(title),,\n教师编号,姓名,任教学段\nT1,甲,小学\n"
    let (outcome, desk) = try take(sheet)
    #expect(outcome.isHeldUp != isTaken, "\(outcome.texts)")
    #expect(try desk.value("SELECT count(*) FROM teacher") == (isTaken ? 1 : 0))
    #expect(try take(sheet, school: "第一小学").0.new == 1)
  }

  @Test(
    "a column that may name departments is looked at for schools alone", arguments: ["单位名称", "工作单位", "所在学校"])
  func placesOfWork(_ heading: String) throws {
    let (outcome, desk) = try take("\(heading),教师编号,姓名\n第一小学,T1,甲\n石桥小学,T2,乙\n教务处,T3,丙\n初中,T4,丁\n一中,T5,戊\n")
    #expect(try desk.values("SELECT teacher_no FROM teacher ORDER BY 1") == ["T1", "T3", "T4"])
    #expect(outcome.texts.contains { $0.contains("石桥小学") })
  }

  @Test(
    "a title that seems to be another school's is told",
    arguments: [
      ("石桥小学教师花名册", true), ("第一小学教师花名册", false), ("某县中小学教师花名册", false), ("全县小学教师名册", false), ("教师花名册", false),
      ("城区学校教师", false),
    ])
  func seeming(_ title: String, _ isTold: Bool) throws {
    let (outcome, _) = try take("\(title),,\n教师编号,姓名,任教学段\nT1,甲,小学\n")
    #expect(outcome.codes.contains("other-school-title") == isTold)
    #expect(outcome.new == 1)
  }

  @Test(
    "a title's school year that is not the file's is told, unless the year was named",
    arguments: [
      ("2023-2024学年教师名册", true), ("2023—2024学年", true), ("2023学年度", true), ("2022—2023学年教师名册", false),
      ("学年", false),
    ])
  func years(_ title: String, _ isTold: Bool) throws {
    let sheet = "\(title),,\n教师编号,姓名,任教学段\nT1,甲,小学\n"
    #expect(try Desk().take(sheet, into: .teacher).codes.contains("title-year") == isTold)
    #expect(!(try Desk().take(sheet, into: .teacher, year: 2022).codes.contains("title-year")))
  }
}
