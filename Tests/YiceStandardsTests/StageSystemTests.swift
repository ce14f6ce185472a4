import Testing
import YiceModel
import YiceStandards

/// 学制: from grade to 学段 and 入学年份 and back, under every number of years.
@Suite struct StageSystemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let years: [Stage: Int], grade: Int, stage: Stage?, entry: Int?, name: String?
    var testDescription: String { "\(years[.primary] ?? 6)-\(years[.junior] ?? 3) grade \(grade)" }
  }

  private static let fiveFour: [Stage: Int] = [.primary: 5, .junior: 4]

  @Test(
    "a grade has its 学段, its 入学年份 and its name",
    arguments: [
      Case(years: [:], grade: 0, stage: .kindergarten, entry: 2022, name: nil),
      Case(years: [:], grade: 6, stage: .primary, entry: 2017, name: "六年级"),
      Case(years: [:], grade: 7, stage: .junior, entry: 2022, name: "七年级"),
      Case(years: [:], grade: 12, stage: .senior, entry: 2020, name: "高三"),
      Case(years: [:], grade: 13, stage: nil, entry: nil, name: nil),
      Case(years: fiveFour, grade: 5, stage: .primary, entry: 2018, name: "五年级"),
      Case(years: fiveFour, grade: 6, stage: .junior, entry: 2022, name: "六年级"),
      Case(years: fiveFour, grade: 9, stage: .junior, entry: 2019, name: "九年级"),
      Case(years: fiveFour, grade: 10, stage: .senior, entry: 2022, name: "高一"),
    ])
  func table(_ test: Case) {
    let stages = StageSystem(test.years)
    #expect(stages.stage(ofGrade: test.grade) == test.stage)
    #expect(stages.entryYear(grade: test.grade, schoolYear: 2022) == test.entry)
    #expect(stages.name(ofGrade: test.grade) == test.name)
  }

  @Test("every grade of every 学制 leads to one 学段, and back from its 入学年份")
  func thereAndBack() throws {
    for primary in 1...6 {
      for junior in 1...6 {
        let stages = StageSystem([.primary: primary, .junior: junior])
        #expect(stages.lastGrade == primary + junior + 3)
        for grade in 1...stages.lastGrade {
          let stage = try #require(stages.stage(ofGrade: grade))
          let entry = try #require(stages.entryYear(grade: grade, schoolYear: 2022))
          #expect(
            stages.grade(of: stage, entry: entry, in: 2022) == grade, "\(primary)-\(junior)-3, \(grade)")
          #expect(stages.grade(of: stage, entry: entry, in: entry + stages[stage]) == nil)
          #expect(stages.grade(of: stage, entry: entry, in: entry - 1) == nil)
        }
      }
    }
  }

  @Test("the shipped standards say 六三制; a county's 年数 replace it, what cannot stand is told")
  func county() throws {
    for id in ProfileCatalog.ids { #expect(try ProfileCatalog.named(id).stages == .usual) }
    let profile = try ProfileCatalog.named("national-2017").adjusted(by: [
      Adjustment(name: "年数", stage: .junior, value: 4), Adjustment(name: "years", stage: .primary, value: 5),
      Adjustment(name: "年数", stage: nil, value: 5), Adjustment(name: "年数", stage: .primary, value: 5.5),
      Adjustment(name: "年数", stage: .primary, value: 9),
    ])
    #expect(profile.stages == StageSystem([.primary: 5, .junior: 4]))
    #expect(profile.adjustments == 2)
    #expect(profile.unknownAdjustments == ["年数", "年数/小学", "年数/小学"])
  }
}
