import Testing
import YiceIndicators
import YiceModel
import YiceStandards

@Suite("which schools count, and where")
struct ScopeTests {
  private let a = "2100000001"
  private let b = "2100000002"
  private let c = "2100000003"

  /// Schools by code that each state everything, with 100, 200, 300 … pupils.
  private func county(_ changes: [String: (inout TestCounty.School) -> Void]) -> TestCounty {
    var county = TestCounty()
    for (index, code) in [a, b, c].enumerated() {
      var one = TestCounty.stated(code: code, pupils: 100 * (index + 1))
      changes[code]?(&one.schools[0])
      county = county + one
    }
    return county
  }

  private func merge(into target: String?) -> (inout TestCounty.School) -> Void {
    {
      $0.inclusion = "并入"
      $0.target = target
    }
  }

  private func segments(_ figures: CountyFigures) -> [String: Int] {
    var pupils: [String: Int] = [:]
    for segment in figures.stage(.primary)?.segments ?? [] { pupils[segment.orgCode] = segment.pupils }
    return pupils
  }

  @Test("并入 sums pupils and amounts into the named school, and chains go to their end")
  func chain() throws {
    let figures = try county([a: merge(into: b), b: merge(into: c)]).figures()
    #expect(segments(figures) == [c: 600])
    let segment = try #require(figures.segment(c))
    #expect(segment.includes == [a, b])
    #expect(segment.value("R6")?.numerator == 1_800_000)
    #expect(figures.leftOut.map { $0.into } == [c, c])
    #expect(figures.leftOut.map(\.reason) == [.merged, .merged])
    #expect(figures.findings.isEmpty)
  }

  @Test("a ring leaves its schools out, each with a finding")
  func ring() throws {
    let figures = try county([a: merge(into: b), b: merge(into: a)]).figures()
    #expect(segments(figures) == [c: 300])
    #expect(figures.leftOut.map(\.reason) == [.target, .target])
    #expect(figures.findings.map(\.code) == ["inclusion-target", "inclusion-target"])
    #expect(figures.findings[0].message == "\(a)（\(a)）并入关系成环，没有计入。请改正“并入学校标识码”。")
  }

  @Test("a school that leads into a ring is left out, as is one that is 并入 itself")
  func intoRing() throws {
    let figures = try county([a: merge(into: b), b: merge(into: b)]).figures()
    #expect(segments(figures) == [c: 300])
    #expect(figures.leftOut.count == 2)
  }

  @Test("a target that is not there, not named, or left out itself", arguments: ["2100000009", nil, "left"])
  func missingTarget(_ target: String?) throws {
    let figures = try county([
      a: merge(into: target == "left" ? b : target), b: { $0.inclusion = "不纳入" },
    ]).figures()
    #expect(segments(figures) == [c: 300])
    #expect(figures.leftOut.first?.reason == .target)
    #expect(figures.findings.map(\.code) == ["inclusion-target"])
  }

  @Test("a school's own 纳入方式 beats the default in both directions")
  func explicit() throws {
    let figures = try county([
      a: {
        $0.kind = "特殊教育学校"
        $0.inclusion = "独立"
      }, b: { $0.kind = "特殊教育学校" }, c: { $0.inclusion = "不纳入" },
    ]).figures()
    #expect(segments(figures) == [a: 100])
    #expect(figures.leftOut.map(\.reason) == [.kind, .named])
    #expect(figures.leftOut.map(\.text) == ["特殊教育学校不纳入", "填为不纳入"])
  }

  struct Point: Sendable {
    let primary: Int, kindergarten: Int, isIn: Bool
  }

  @Test(
    "a 教学点 counts from 50 pupils of its own, kindergarten not counted",
    arguments: [
      Point(primary: 50, kindergarten: 0, isIn: true), Point(primary: 49, kindergarten: 30, isIn: false),
      Point(primary: 0, kindergarten: 80, isIn: false),
    ])
  func point(_ point: Point) throws {
    var county = TestCounty.stated(kind: "教学点", pupils: point.primary)
    county.rolls.append(.init(org: a, stage: .kindergarten, pupils: point.kindergarten))
    let figures = try county.figures()
    #expect((figures.segment(a) != nil) == point.isIn)
    #expect(figures.leftOut.map(\.reason) == (point.isIn ? [] : [.smallPoint]))
  }

  @Test("the 50 pupils are the 教学点's own, before a school is 并入 it")
  func pointBeforeMerge() throws {
    var county = county([a: merge(into: b), b: { $0.kind = "教学点" }])
    county.rolls.removeAll { $0.org == b }
    county.rolls.append(.init(org: b, stage: .primary, pupils: 20))
    let figures = try county.figures()
    #expect(segments(figures) == [c: 300])
    #expect(figures.leftOut.map(\.reason) == [.target, .smallPoint])
  }

  @Test("the education bureau is no school, and a school without pupils is told")
  func others() throws {
    var county = TestCounty.stated()
    county.schools.append(.init(code: "990101", kind: "教育行政部门"))
    county.schools.append(.init(code: b))
    let figures = try county.figures()
    #expect(segments(figures) == [a: 1000])
    #expect(figures.leftOut.map(\.reason) == [.noPupils])
    #expect(figures.findings.map(\.code) == ["no-pupils"])
  }

  @Test("a 学段 without any segment has no verdict, and the county's rests on the other")
  func oneStage() throws {
    let figures = try TestCounty.stated().figures()
    #expect(figures.stage(.junior)?.passes == nil)
    #expect(figures.stage(.junior)?.segments.isEmpty == true)
    #expect(figures.passes == true)
    #expect(try TestCounty().figures().passes == nil)
  }

  @Test("campuses of one name stay apart when one school is 并入 the other")
  func campuses() throws {
    var county = TestCounty()
    county.schools = [
      .init(code: a, kind: "九年一贯制学校"), .init(code: b, kind: "小学", inclusion: "并入", target: a),
    ]
    county.rolls = [
      .init(org: a, stage: .junior, pupils: 100, campus: "东"), .init(org: a, stage: .junior, pupils: 100),
      .init(org: b, stage: .primary, pupils: 100, campus: "东"), .init(org: b, stage: .primary, pupils: 100),
    ]
    county.equipment = [.init(org: a, value: 500, campus: "东"), .init(org: b, value: 300, campus: "东")]
    let figures = try county.figures()
    #expect(figures.segment(a, .junior)?.value("R6")?.numerator == 500)
    #expect(figures.segment(a, .primary)?.value("R6")?.numerator == 300)
  }
}
