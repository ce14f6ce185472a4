import GRDB
import Testing
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Which class a row is of, by all that its cells say. Decision 0115.
@Suite struct ClassRowTests {
  private func rows(_ sheet: String, kind: String = "小学") throws -> (rows: [String], outcome: ImportOutcome) {
    let desk = try Desk()
    try desk.file.write("set", author: .tester) { writer in
      _ = try writer.set(.org, RowKey(["2133000001".databaseValue]), try RowValues(["类别=\(kind)"], in: .org))
    }
    let outcome = try desk.take(sheet, into: .classRoll, strict: false)
    let rows: [String] = try desk.values(
      "SELECT stage || grade || '年级' || class_no || '班' || entry_year FROM class_roll ORDER BY grade, class_no"
    )
    return (rows, outcome)
  }

  @Test(
    "a grade counted from the start of a 学段 is a grade of that 学段",
    arguments: [
      ("班级,人数\n初中一年级(3)班,40\n", "初中7年级3班2022"), ("班级,人数\n小学一年级(3)班,40\n", "小学1年级3班2022"),
      ("学段,年级,班号,人数\n初中,一年级,1,40\n", "初中7年级1班2022"), ("学段,班级,人数\n初中,二(1)班,40\n", "初中8年级1班2021"),
      ("年级,班级,人数\n初中三年级,2班,40\n", "初中9年级2班2020"), ("班级,人数\n初中2021级2班,40\n", "初中8年级2班2021"),
    ])
  func stages(_ sheet: String, _ expected: String) throws {
    let found = try rows(sheet, kind: "九年一贯制学校")
    #expect(found.rows == [expected], "\(found.outcome.texts)")
  }

  @Test(
    "一年级 in a school without 小学 is refused with what to write, and taken where the 学段 is said",
    arguments: [
      "初级中学", "完全中学",
    ])
  func unclear(_ kind: String) throws {
    let found = try rows("班级,人数\n一(1)班,40\n初一2班,41\n小学一年级3班,42\n七年级4班,40\n", kind: kind)
    #expect(found.rows == ["小学1年级3班2022", "初中7年级2班2022", "初中7年级4班2022"])
    #expect(found.outcome.texts.contains { $0.contains("一(1)班") && $0.contains("请写成 七年级") })
    // In a column of grades, too.
    #expect(try rows("年级,班号,人数\n一年级,1,40\n", kind: kind).rows.isEmpty)
  }

  @Test(
    "grades as people write them",
    arguments: [
      ("一", 1), ("六", 6), ("4年级", 4), ("小学三年级", 3), ("2020级", 3), ("20级", 3), ("小五", 5), ("5", 5),
      ("二〇二〇级", 3),
    ])
  func grades(_ written: String, _ grade: Int) throws {
    let found = try rows("年级,班号,人数\n\(written),2,40\n")
    #expect(found.rows == ["小学\(grade)年级2班\(2023 - grade)"], "\(found.outcome.texts)")
  }

  @Test(
    "how many classes there are is no class, and several grades are none",
    arguments: [
      "一年级3个班", "二年级共2班", "三年级(2个教学班)", "一、二年级", "一二年级", "一至三年级", "1,2年级",
    ])
  func counts(_ written: String) throws {
    let found = try rows("班级,人数\n四年级1班,30\n\"\(written)\",40\n")
    #expect(found.rows == ["小学4年级1班2019"])
    #expect(found.outcome.errors == 1)
  }

  @Test(
    "cells of one row that contradict each other are told, and none of them wins",
    arguments: [
      "年级,班级,人数\n三年级,2021级2班,40\n", "年级,班级,人数\n2020级,2021级2班,40\n", "年级,班级,人数\n一年级,二年级1班,3\n",
      "学段,班级,人数\n小学,初一1班,40\n",
    ])
  func contradictions(_ sheet: String) throws {
    let found = try rows(sheet, kind: "九年一贯制学校")
    #expect(found.rows.isEmpty)
    #expect(found.outcome.errors == 1, "\(found.outcome.texts)")
  }

  @Test("a column 入学年份 that does not go with the grade is told and kept")
  func entryColumn() throws {
    let found = try rows("年级,班号,入学年份,人数\n三年级,2,2019,40\n三年级,1,2020,40\n")
    #expect(found.rows == ["小学3年级1班2020", "小学3年级2班2019"])
    #expect(found.outcome.codes.filter { $0 == "entry-and-grade" }.count == 1)
  }

  @Test(
    "the year says the 学段 where the school has one, and what is unclear is told as such",
    arguments: [
      "2020", "2020级", "2020-09-01", "2020年9月",
    ])
  func entryYears(_ written: String) throws {
    let sheet = "入学年份,班号,人数\n\(written),2,40\n"
    #expect(try rows(sheet).rows == ["小学3年级2班2020"])
    let unclear = try rows(sheet, kind: "九年一贯制学校")
    #expect(unclear.rows.isEmpty)
    #expect(unclear.outcome.texts.contains { $0.contains("请加一列“年级”或“学段”") })
  }

  @Test("boys and girls make the whole class, under 合计 or without it")
  func wholeClass() throws {
    let desk = try Desk()
    let outcome = try desk.take("年级,班号,男生,女生,合计\n一年级,1,20,22,42\n", into: .classRoll)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let bare = try desk.take("年级,班号,男生,女生\n一年级,2,20,22\n一年级,3,20,\n", into: .classRoll, strict: false)
    #expect(bare.errors == 1 && bare.texts.contains { $0.contains("女生") && $0.contains("请填 0") })
    #expect(
      try desk.values("SELECT head_count || ' ' || boys FROM class_roll ORDER BY class_no") == [
        "42 20", "42 20",
      ])
  }

  @Test("boys that are written stay as written, and what does not add up is told")
  func boysAndGirls() throws {
    let desk = try Desk()
    let sheet = "班级,人数,男,女\n一（1）班,40,20,19\n一（2）班,41,20,21人\n一（3）班,,20,20人\n"
    let outcome = try desk.take(sheet, into: .classRoll)
    #expect(
      outcome.errors == 0 && outcome.codes.filter { $0 == "boys-and-girls" }.count == 1, "\(outcome.texts)")
    #expect(
      try desk.values("SELECT head_count || ' ' || boys FROM class_roll ORDER BY class_no")
        == ["40 20", "41 20", "40 20"])
  }

  @Test(
    "classes as schools write them besides",
    arguments: [
      ("101", "小学1年级1班2022"), ("2022级一（5）班", "小学1年级5班2022"), ("一⑥班", "小学1年级6班2022"),
      ("一(1)班(40人)", "小学1年级1班2022"),
    ])
  func besides(_ written: String, _ expected: String) throws {
    #expect(try rows("班级,人数\n\(written),40\n").rows == [expected])
  }

  @Test("classes of those who leave in a year are in the grade that leaves then, where that is one")
  func leaving() throws {
    let found = try rows("班级,人数\n2027届1班,40\n2022届1班,41\n2027届2班,42\n")
    #expect(found.rows == ["小学2年级1班2021", "小学2年级2班2021"])
    #expect(
      found.outcome.texts.contains { $0.contains("2022 年毕业") && $0.contains("2022级") && $0.contains("第 3 行") }
    )
    let both = try rows("学段,班级,人数\n,2025届1班,40\n初中,2025届2班,41\n", kind: "九年一贯制学校")
    #expect(both.rows == ["初中7年级2班2022"], "\(both.outcome.texts)")
    #expect(both.outcome.texts.contains { $0.contains("几年级分不清") })
    #expect(try rows("年级,班号,人数\n2027届,1,40\n").rows == ["小学2年级1班2021"])
  }

  @Test(
    "classes that hold several grades are none of one",
    arguments: ["一二年级复式班", "二三复式", "一年级（二年级）复式", "一二年级3班"])
  func combined(_ written: String) throws {
    let found = try rows("班级,人数\n\(written),18\n四年级1班,30\n")
    #expect(found.rows == ["小学4年级1班2019"], "\(found.outcome.texts)")
  }

  @Test("a column 学部 says the 学段, and classes of a kindergarten are of the years that they are called by")
  func parts() throws {
    let found = try rows("学部,年级,班级,人数\n小学部,一,1,40\n初中部,一,3,42\n初中部,二,1,42\n", kind: "九年一贯制学校")
    #expect(found.rows == ["小学1年级1班2022", "初中7年级3班2022", "初中8年级1班2021"])
    let young = try rows("班级,人数\n大班,25\n中班,22\n小班,20\n一年级,20\n")
    #expect(Set(young.rows) == ["幼儿0年级1班2020", "幼儿0年级1班2021", "幼儿0年级1班2022", "小学1年级1班2022"])
  }

  @Test(
    "a remark in a heading is no unit, and a word that may be one is none either",
    arguments: [
      ("学生数（在籍）", true), ("班级人数(9月1日)", true), ("人数（必填）", true), ("学生数（女）", false), ("人数（百人）", false),
    ])
  func remarks(_ heading: String, _ isTaken: Bool) throws {
    let outcome = try Desk().take("年级,班号,\(heading)\n一年级,1,40\n", into: .classRoll)
    #expect((outcome.new == 1) == isTaken, "\(outcome.texts)")
  }

  @Test(
    "a grade that stands above its classes, on a line of its own or beside the first of them, is theirs",
    arguments: [
      "班级,人数\n一年级,81\n1班,40\n2班,41\n二年级,40\n(1)班,40\n", "班级,人数\n2022级,81\n1班,40\n2班,41\n2021级,40\n1,40\n",
      "年级,班级,人数\n一年级,,81\n,1班,40\n,2班,41\n二年级,,40\n,1班,40\n", "班级,人数\n一年级1班,40\n2班,41\n二年级1班,40\n",
      "年级,班级,人数\n一年级,1班,40\n,2班,41\n二年级,1班,40\n",
    ])
  func gradesAbove(_ sheet: String) throws {
    let found = try rows(sheet)
    #expect(
      found.rows == ["小学1年级1班2022", "小学1年级2班2022", "小学2年级1班2021"], "\(found.outcome.texts)")
    #expect(found.outcome.errors == 0 && found.outcome.codes.contains("grade-above"))
  }

  @Test(
    "a class number without a grade is not guessed where the numbers begin again, or the rows are of another 学段",
    arguments: [
      "年级,班级,人数\n一年级,1班,40\n,2班,41\n,1班,40\n", "学段,年级,班级,人数\n小学,一年级,1班,40\n小学,,2班,41\n初中,,3班,40\n",
    ])
  func noGradeAbove(_ sheet: String) throws {
    let found = try rows(sheet, kind: "九年一贯制学校")
    #expect(found.rows == ["小学1年级1班2022", "小学1年级2班2022"], "\(found.outcome.texts)")
    #expect(found.outcome.errors == 1)
  }

  @Test("grades of one class each are classes, also where the last row of the sheet is one")
  func oneClassGrades() throws {
    #expect(
      try rows("班级,人数\n一年级,30\n二年级,28\n").rows == ["小学1年级1班2022", "小学2年级1班2021"])
  }
}
