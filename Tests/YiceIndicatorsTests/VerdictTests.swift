import Testing
import YiceIndicators
import YiceModel
import YiceStandards

@Suite("verdicts are exact")
struct VerdictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pupils: Int, teachers: Double
    let met: Bool, metFlips: Bool, at85: Bool, at85Flips: Bool
    var testDescription: String { "\(teachers)/\(pupils)" }
  }

  /// R1 in 小学: threshold 4.2, its 85 % mark 3.57.
  @Test(
    "R1 against 4.2 and 3.57",
    arguments: [
      Case(pupils: 1000, teachers: 42, met: true, metFlips: false, at85: true, at85Flips: false),
      Case(pupils: 500, teachers: 21, met: true, metFlips: false, at85: true, at85Flips: false),
      Case(pupils: 4300, teachers: 180, met: false, metFlips: false, at85: true, at85Flips: false),
      Case(pupils: 429, teachers: 18, met: false, metFlips: true, at85: true, at85Flips: false),
      Case(pupils: 20000, teachers: 839, met: false, metFlips: true, at85: true, at85Flips: false),
      Case(pupils: 200_000, teachers: 8389, met: false, metFlips: false, at85: true, at85Flips: false),
      Case(pupils: 10000, teachers: 357, met: false, metFlips: false, at85: true, at85Flips: false),
      Case(pupils: 20000, teachers: 713, met: false, metFlips: false, at85: false, at85Flips: true),
      Case(pupils: 200_000, teachers: 7129, met: false, metFlips: false, at85: false, at85Flips: false),
    ])
  func boundaries(_ example: Case) throws {
    let figures = try TestCounty.stated(["高于规定学历教师数": example.teachers], pupils: example.pupils).figures()
    let value = try #require(figures.segment("2100000001")?.value("R1"))
    #expect(value.met == example.met)
    #expect(value.metFlips == example.metFlips)
    #expect(value.at85 == example.at85)
    #expect(value.at85Flips == example.at85Flips)
  }

  @Test("R3 at 85 %: the exact product 0.765 is not rounded")
  func exactProduct() throws {
    let exact = try TestCounty.stated(["体育教师数": 365, "艺术教师数": 400], pupils: 100_000).figures()
    #expect(exact.segment("2100000001")?.value("R3")?.at85 == true)
    let below = try TestCounty.stated(["体育教师数": 364, "艺术教师数": 400], pupils: 100_000).figures()
    #expect(below.segment("2100000001")?.value("R3")?.at85 == false)
  }

  @Test("a value that a Double cannot decide is decided by the fraction")
  func shared() throws {
    // 小 : 初 = 1 : 1.1, 166 + 210 pupils: the share of 小学 is 166/397. 7.5 × 397 of ground gives 小学 exactly 7.5.
    var county = TestCounty.stated(
      ["运动场地面积": 7.5 * 397, "室内体育用房面积": 0], code: "3100000001", kind: "九年一贯制学校", pupils: 166)
    county.rolls.append(.init(org: "3100000001", stage: .junior, pupils: 210))
    #expect(try county.figures().segment("3100000001")?.value("R5")?.met == true)
    let index = try #require(county.statements.firstIndex { $0.element == "运动场地面积" })
    county.statements[index].value -= 0.0001
    let below = try #require(county.figures().segment("3100000001")?.value("R5"))
    #expect(below.met == false)
    #expect(below.metFlips)
  }

  @Test("a school passes with six met and the last at 85 %, not below")
  func school() throws {
    func passes(_ changes: [String: Double]) throws -> Bool? {
      try TestCounty.stated(changes).figures().segment("2100000001")?.passes
    }
    #expect(try passes([:]) == true)
    #expect(try passes(["高于规定学历教师数": 35.7]) == true)
    #expect(try passes(["高于规定学历教师数": 35.6]) == false)
    #expect(try passes(["高于规定学历教师数": 41, "骨干教师数": 9]) == false)
  }

  @Test("the school's verdict is 临界 when rounding would change it, and only then")
  func passFlips() throws {
    let flips = try TestCounty.stated(["高于规定学历教师数": 713], pupils: 20000).figures()
    let segment = try #require(flips.segment("2100000001"))
    #expect(segment.passes == false)
    #expect(segment.passFlips)
    let same = try TestCounty.stated(["高于规定学历教师数": 839], pupils: 20000).figures()
    #expect(same.segment("2100000001")?.value("R1")?.metFlips == true)
    #expect(same.segment("2100000001")?.passFlips == false)
  }

  @Test("compare: rounded decides after rounding half up, and flags the same rows")
  func rounded() throws {
    var profile = try ProfileCatalog.named("national-2017")
    profile.compare = .rounded
    let figures = try TestCounty.stated(["高于规定学历教师数": 839], pupils: 20000).figures(profile)
    let value = try #require(figures.segment("2100000001")?.value("R1"))
    #expect(value.met == true)
    #expect(value.metFlips)
  }

  @Test(
    "values and means are printed half up on the exact value",
    arguments: [(20000, 839.0, "4.20"), (200_000, 8389, "4.19"), (1000, 42, "4.20"), (40000, 402, "1.01")])
  func printed(_ pupils: Int, _ teachers: Double, _ text: String) throws {
    let figures = try TestCounty.stated(["高于规定学历教师数": teachers], pupils: pupils).figures()
    #expect(figures.segment("2100000001")?.value("R1")?.text == text)
    #expect(figures.stage(.primary)?.indicator("R1")?.meanText == text)
  }

  /// Shares of a third on nine campuses add up to exactly 4.5 a pupil; the sum of Doubles is a hair off.
  @Test(
    "a sum of Doubles that misses its threshold by a hair is decided by the fraction",
    arguments: [
      [75309, 195_485, 251_783, 219_718, 88282, 191_164, 22943, 64535, 105_781],
      [105_781, 64535, 22943, 191_164, 88282, 219_718, 251_783, 195_485, 75309],
    ])
  func hair(_ areas: [Int]) throws {
    let code = "2100000001"
    var county = TestCounty.stated(code: code)
    county.rolls = []
    for (index, area) in areas.enumerated() {
      county.rolls.append(.init(org: code, stage: .primary, pupils: 1, campus: "区\(index)"))
      county.rolls.append(.init(org: code, stage: .kindergarten, pupils: 2, campus: "区\(index)"))
      county.rooms.append(.init(org: code, area: Double(area) / 10000, campus: "区\(index)"))
    }
    let value = try #require(county.figures().segment(code)?.value("R4"))
    #expect(value.value != 4.5, "the example no longer shows anything")
    #expect(value.met == true)
    county.rooms[0].area = Double(areas[0] - 1) / 10000
    #expect(try county.figures().segment(code)?.value("R4")?.met == false)
  }

  @Test("huge amounts and many campuses are still decided, exactly")
  func huge() throws {
    let code = "3100000001"
    var county = TestCounty.stated(code: code, kind: "九年一贯制学校", pupils: 1)
    county.rolls = []
    county.statements.removeAll { $0.element == "教学仪器设备值" }
    // On each campus 小学 gets 2000 a pupil: (p + 1.1 j) × 2000.
    for (index, pupils) in [(97, 89), (101, 83), (103, 79), (107, 73), (109, 71), (113, 67), (127, 61)]
      .enumerated()
    {
      county.rolls.append(.init(org: code, stage: .primary, pupils: pupils.0, campus: "区\(index)"))
      county.rolls.append(.init(org: code, stage: .junior, pupils: pupils.1, campus: "区\(index)"))
      county.equipment.append(
        .init(
          org: code, value: 2000 * (Double(pupils.0) + 1.1 * Double(pupils.1)).rounded(to: 4),
          campus: "区\(index)"))
    }
    #expect(try county.figures().segment(code)?.value("R6")?.met == true)
    county.equipment[6].value = (county.equipment[6].value ?? 0) - 0.0001
    #expect(try county.figures().segment(code)?.value("R6")?.met == false)
  }
}

extension Double {
  fileprivate func rounded(to places: Int) -> Double {
    let scale = 10_000.0
    return places == 4 ? (self * scale).rounded() / scale : self
  }
}
