import Testing
import YiceIndicators
import YiceModel
import YiceStandards

@Suite("splitting a combined school")
struct SplitTests {
  private let code = "3100000001"

  private func county(_ rolls: [(Stage, Int, String)]) -> TestCounty { county("九年一贯制学校", rolls) }

  private func county(_ kind: String, _ rolls: [(Stage, Int, String)]) -> TestCounty {
    var county = TestCounty()
    county.schools = [.init(code: code, kind: kind)]
    county.rolls = rolls.map { .init(org: code, stage: $0.0, pupils: $0.1, campus: $0.2) }
    return county
  }

  private func amounts(_ county: TestCounty) throws -> [Stage: Double] {
    let figures = try county.figures()
    var amounts: [Stage: Double] = [:]
    for stage in Stage.compulsory { amounts[stage] = figures.segment(code, stage)?.value("R6")?.numerator }
    return amounts
  }

  private func near(_ value: Double?, _ expected: Double, _ location: SourceLocation = #_sourceLocation) {
    guard let value else {
      Issue.record("no value", sourceLocation: location)
      return
    }
    #expect(abs(value - expected) < 1e-9 * expected, sourceLocation: location)
  }

  typealias SourceLocation = Testing.SourceLocation

  @Test("十二年一贯制: 1 : 1.1 : 1.32")
  func twelve() throws {
    var county = self.county("十二年一贯制学校", [(.primary, 100, ""), (.junior, 200, ""), (.senior, 300, "")])
    county.equipment = [.init(org: code, value: 71600)]
    let parts = try amounts(county)
    near(parts[.primary], 10_000)
    near(parts[.junior], 22_000)
  }

  @Test("完全中学: 1 : 1.2")
  func complete() throws {
    var county = self.county("完全中学", [(.junior, 100, ""), (.senior, 300, "")])
    county.equipment = [.init(org: code, value: 46000)]
    near(try amounts(county)[.junior], 10_000)
  }

  @Test("完全中学 weights are their own: changing them changes the split, the general ones do not")
  func completeWeights() throws {
    var county = self.county("完全中学", [(.junior, 100, ""), (.senior, 100, "")])
    county.equipment = [.init(org: code, value: 4000)]
    var profile = try ProfileCatalog.named("national-2017")
    profile.weights.general[.senior] = 9
    profile.weights.complete[.senior] = 3
    let value = try county.figures(profile).segment(code, .junior)?.value("R6")?.numerator
    near(value, 1000)
  }

  @Test("a kindergarten's share belongs to no segment, and the reader is told")
  func kindergarten() throws {
    var county = self.county("小学", [(.primary, 300, ""), (.kindergarten, 100, "")])
    county.equipment = [.init(org: code, value: 40_000)]
    near(try amounts(county)[.primary], 30_000)
    #expect(
      try county.figures().findings.contains { $0.code == "kindergarten-weight" && $0.severity == .note })
  }

  @Test("a campus of one 学段 is not split, a mixed one by its own pupils")
  func campus() throws {
    var county = self.county([
      (.primary, 100, "东"), (.primary, 50, ""), (.junior, 100, ""),
    ])
    county.equipment = [.init(org: code, value: 7000, campus: "东"), .init(org: code, value: 16_000)]
    let parts = try amounts(county)
    near(parts[.primary], 7000 + 16_000 * 50 / 160)
    near(parts[.junior], 16_000 * 110 / 160)
  }

  @Test("a campus without pupils falls to the whole school's pupils")
  func emptyCampus() throws {
    var county = self.county([(.primary, 100, "东"), (.junior, 100, "西")])
    county.equipment = [.init(org: code, value: 2100, campus: "北"), .init(org: code, value: 2100)]
    let parts = try amounts(county)
    near(parts[.primary], 2000)
    near(parts[.junior], 2200)
  }

  @Test("a stated amount without a campus is the whole school's, with one that campus's")
  func stated() throws {
    var county = self.county([(.primary, 100, "东"), (.primary, 100, ""), (.junior, 200, "")])
    county.statements = [
      .init(org: code, element: "教学仪器设备值", value: 4200),
      .init(org: code, element: "教学仪器设备值", value: 500, campus: "东"),
    ]
    let parts = try amounts(county)
    near(parts[.primary], 2000 + 500)
    near(parts[.junior], 2200)
  }

  @Test("a whole-school amount stated for one 学段 is that 学段's")
  func statedForStage() throws {
    var county = self.county([(.primary, 100, ""), (.junior, 100, "")])
    county.statements = [
      .init(org: code, element: "教学仪器设备值", value: 700, stage: .primary),
      .init(org: code, element: "教学仪器设备值", value: 900, stage: .junior),
    ]
    #expect(try amounts(county) == [.primary: 700, .junior: 900])
  }

  @Test("teachers are counted by 学段 and never split")
  func teachers() throws {
    var county = self.county([(.primary, 100, ""), (.junior, 100, "")])
    county.teachers = (0..<7).map { _ in .init(org: code, stage: .primary, education: "本科") }
    let figures = try county.figures()
    #expect(figures.segment(code, .primary)?.value("R1")?.numerator == 7)
    #expect(figures.segment(code, .junior)?.value("R1")?.numerator == 0)
  }
}
