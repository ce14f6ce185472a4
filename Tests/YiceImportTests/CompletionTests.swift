import Testing
import YiceModel
import YiceStore

@testable import YiceImport

@Suite("what the importer fills in")
struct CompletionTests {
  @Test(
    "a grade gives stage and entry year",
    arguments: [
      (0, "幼儿", 2022), (1, "小学", 2022), (6, "小学", 2017), (7, "初中", 2022), (9, "初中", 2020), (10, "高中", 2022),
      (12, "高中", 2020),
    ])
  func grades(_ grade: Int, _ stage: String, _ entry: Int) {
    #expect(StageSystem.usual.stage(ofGrade: grade)?.rawValue == stage)
    #expect(StageSystem.usual.entryYear(grade: grade, schoolYear: 2022) == entry)
  }

  @Test("a grade outside 0 to 12 gives none", arguments: [-1, 13] as [Int])
  func noGrade(_ grade: Int) {
    #expect(StageSystem.usual.stage(ofGrade: grade) == nil)
    #expect(StageSystem.usual.entryYear(grade: grade, schoolYear: 2022) == nil)
  }

  @Test("only what the sheet does not give is filled in")
  func filled() {
    #expect(
      Completion.filled(in: .classRoll, given: ["grade", "class_no", "stage"], className: false)
        == ["org_code", "school_year", "entry_year", "campus"])
    #expect(
      Completion.filled(in: .teacher, given: ["org_code", "school_year"], className: false) == ["campus"])
    #expect(Completion.filled(in: .personUnit, given: [], className: false) == ["org_code", "id"])
  }

  @Test("学段 and 入学年份 left empty follow from the grade; with neither the row stays out")
  func emptyCells() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "学段,年级,入学年份,班号,班级人数\n,三年级,,1,40\n小学,,2021,2,41\n", into: .classRoll)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(try desk.values("SELECT entry_year FROM class_roll ORDER BY class_no") == [2020, 2021])
    #expect(try desk.values("SELECT stage FROM class_roll") == ["小学", "小学"])
    let lacking = try desk.take("学段,年级,入学年份,班号,班级人数\n,,,3,40\n", into: .classRoll)
    #expect(lacking.codes == ["missing-value", "missing-value"])
  }
}
