import Testing
import YiceIndicators
import YiceModel
import YiceStandards

@Suite("what is not filled in")
struct MissingTests {
  private let a = "2100000001"
  private let b = "2100000002"

  private func county() -> TestCounty {
    var county = TestCounty.stated(code: a) + TestCounty.stated(["教学仪器设备值": 5_000_000], code: b)
    county.statements.removeAll { $0.org == a && $0.element == "教学仪器设备值" }
    return county
  }

  @Test(
    "a missing amount is no value and not met; the county's mean is over the others, and a finding says so")
  func missing() throws {
    let figures = try county().figures()
    let value = try #require(figures.segment(a)?.value("R6"))
    #expect(value.value == nil)
    #expect(value.numerator == nil)
    #expect(value.met == false)
    #expect(value.at85 == false)
    #expect(value.missing.map { "\($0.element) \($0.orgCode)" } == ["教学仪器设备值 \(a)"])
    #expect(value.sources.isEmpty)
    #expect(figures.segment(a)?.passes == false)
    let indicator = try #require(figures.stage(.primary)?.indicator("R6"))
    #expect(indicator.mean == 5000)
    #expect(indicator.cv == 0)
    #expect(indicator.counted == 1)
    #expect(indicator.segments == 2)
    #expect(figures.findings.map(\.code) == ["missing-amount"])
    #expect(
      figures.findings[0].message
        == "\(a)（\(a)）小学未填：教学仪器设备值。有关指标按未达标，全县平均值和差异系数不含该校。")
  }

  @Test("one missing term makes the whole indicator missing")
  func oneTerm() throws {
    var county = TestCounty.stated(code: a)
    county.statements.removeAll { $0.element == "室内体育用房面积" }
    let segment = try #require(try county.figures().segment(a))
    #expect(segment.value("R4")?.value == nil)
    #expect(segment.value("R5")?.value == nil)
    #expect(segment.value("R5")?.terms.map(\.amount) == [12000, nil])
    #expect(segment.value("R7")?.value == 3)
  }

  @Test("a school 并入 another that lacks an amount makes the sum missing, and is named")
  func merged() throws {
    var county = county()
    county.schools[0].inclusion = "并入"
    county.schools[0].target = b
    let figures = try county.figures()
    #expect(figures.segment(b)?.value("R6")?.value == nil)
    #expect(figures.segment(b)?.value("R6")?.missing.map(\.orgCode) == [a])
    #expect(figures.segment(b)?.value("R7")?.value == 3)
  }

  @Test("a school without pupils that is 并入 another need fill in nothing")
  func mergedEmpty() throws {
    var county = TestCounty.stated(code: b)
    county.schools.append(.init(code: a, inclusion: "并入", target: b))
    #expect(try county.figures().segment(b)?.value("R6")?.value == 3000)
  }

  @Test("an amount by 学段 that one 学段 has stated and the other has not is missing in the other only")
  func byStage() throws {
    var county = TestCounty.stated(code: a, kind: "九年一贯制学校")
    county.rolls.append(.init(org: a, stage: .junior, pupils: 100))
    let figures = try county.figures()
    #expect(figures.segment(a, .primary)?.value("R1")?.value == 6)
    #expect(figures.segment(a, .junior)?.value("R1")?.value == nil)
    #expect(figures.segment(a, .junior)?.value("R7")?.value != nil)
  }

  @Test("a head count no school can have is no crash")
  func absurd() throws {
    var county = TestCounty.stated(code: a, kind: "九年一贯制学校")
    county.rolls = [
      .init(org: a, stage: .primary, pupils: Int.max / 2), .init(org: a, stage: .junior, pupils: 1),
    ]
    _ = try? county.figures()
  }

  @Test("empty cells that should count are told")
  func doubtful() throws {
    var county = TestCounty.stated(code: a)
    county.teachers = [.init(org: a, stage: nil), .init(org: a, stage: .primary)]
    county.rooms = [.init(org: a, area: nil), .init(org: a, category: "生活用房", area: nil)]
    county.equipment = [.init(org: a, value: nil), .init(org: a, value: nil, category: "图书")]
    let findings = try county.figures().findings
    #expect(
      findings.map(\.code) == [
        "missing-amount", "uncounted-rows", "equipment-without-value", "room-without-area",
      ])
    #expect(findings[2].message == "\(a)（\(a)）有 1 项教学仪器设备没有填金额，没有计入金额。")
    #expect(findings.allSatisfy { $0.severity == .warning })
  }
}
