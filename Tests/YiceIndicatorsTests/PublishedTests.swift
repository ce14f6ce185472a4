import Foundation
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceTestSupport

@Suite("published examples and the seven-school county")
struct PublishedTests {
  @Test("2012: the plain mean of the eight published coefficients is the published composite")
  func composites() throws {
    let lines = try Repository.text("samples/published/basic_2012_rows.csv").split(
      whereSeparator: \.isNewline)
    #expect(lines.count == 8)
    for line in lines.dropFirst() {
      let numbers = line.split(separator: ",").compactMap { Double($0) }
      #expect(numbers.count == 9)
      let composite = try #require(CoefficientOfVariation.composite(numbers.dropLast().map { $0 }))
      #expect(abs(composite - (numbers.last ?? 0)) <= 0.0006, "\(line)")
    }
  }

  @Test("split: 166 and 210 pupils share 23226 books as 9711.6272 and 13514.3728")
  func split() throws {
    var county = TestCounty()
    county.schools = [.init(code: "3100000001", kind: "九年一贯制学校")]
    county.rolls = [
      .init(org: "3100000001", stage: .primary, pupils: 166),
      .init(org: "3100000001", stage: .junior, pupils: 210),
    ]
    county.statements = [.init(org: "3100000001", element: "图书册数", value: 23226)]
    let figures = try county.figures(ProfileCatalog.named("basic-2012"))
    let primary = try #require(figures.segment("3100000001", .primary)?.value("B5")?.numerator)
    let junior = try #require(figures.segment("3100000001", .junior)?.value("B5")?.numerator)
    #expect(abs(primary - 9711.6272) < 0.00005)
    #expect(abs(junior - 13514.3728) < 0.00005)
  }

  @Test("every value, mean and coefficient of the seven-school county, to 1e-9")
  func sevenSchools() throws {
    let published = try JSONDecoder.snakeCase.decode(
      SevenSchools.self, from: Data(try Repository.text("samples/published/county-7-schools.json").utf8))
    let figures = try published.county().figures()
    for (key, expected) in published.expected {
      let stage = try #require(figures.stages.first { $0.stage.english == key })
      #expect(stage.segments.map(\.name) == expected.schools.map(\.school))
      for (segment, school) in zip(stage.segments, expected.schools) {
        #expect(segment.pupils == school.pupils)
        #expect(segment.passes == school.passes, "\(segment.name)")
        #expect(segment.values.filter { $0.met == true }.map(\.id) == school.met.map { "R\($0)" })
        for (id, value) in zip(expected.indicatorOrder, school.values) {
          near(segment.value(id)?.value, value, "\(segment.name) \(id)")
        }
      }
      for (index, id) in expected.indicatorOrder.enumerated() {
        let indicator = stage.indicator(id)
        near(indicator?.mean, expected.countyMean[index], "\(key) mean \(id)")
        near(indicator?.cv, expected.cvWeighted[index], "\(key) cv \(id)")
        near(indicator?.unweightedCV, expected.cvUnweightedForComparison[index], "\(key) plain \(id)")
      }
    }
  }

  private func near(_ value: Double?, _ expected: Double, _ comment: Comment) {
    guard let value else {
      Issue.record(comment)
      return
    }
    #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), comment)
  }
}

/// samples/published/county-7-schools.json.
struct SevenSchools: Decodable {
  struct School: Decodable {
    let name: String
    let kind: String
    let pupils: [String: Int]
    let aboveQualification: [String: Int]
    let backbone: [String: Int]
    let peArt: [String: Int]
    let teachingAreaM2InclIndoorSports: Double
    let indoorSportsM2: Double
    let sportsGroundM2: Double
    let equipmentValueWanYuan: Double
    let multimediaRooms: Double
  }
  struct ExpectedSchool: Decodable {
    let school: String
    let pupils: Int
    let values: [Double]
    let met: [Int]
    let passes: Bool
  }
  struct Expected: Decodable {
    let indicatorOrder: [String]
    let schools: [ExpectedSchool]
    let countyMean: [Double]
    let cvWeighted: [Double]
    let cvUnweightedForComparison: [Double]
  }

  let schools: [School]
  let expected: [String: Expected]

  /// As the schools would state it.
  func county() -> TestCounty {
    let kinds = ["九年一贯制": "九年一贯制学校", "十二年一贯制": "十二年一贯制学校"]
    var county = TestCounty()
    for (index, school) in schools.enumerated() {
      let code = "210000000\(index)"
      county.schools.append(.init(code: code, name: school.name, kind: kinds[school.kind] ?? school.kind))
      func state(_ element: String, _ value: Double, _ stage: Stage? = nil) {
        county.statements.append(.init(org: code, element: element, value: value, stage: stage))
      }
      for stage in Stage.allCases {
        if let pupils = school.pupils[stage.english] { state("学生数", Double(pupils), stage) }
        if let staff = school.aboveQualification[stage.english] { state("高于规定学历教师数", Double(staff), stage) }
        if let staff = school.backbone[stage.english] { state("骨干教师数", Double(staff), stage) }
        if let staff = school.peArt[stage.english] {
          state("体育教师数", Double(staff / 2), stage)
          state("艺术教师数", Double(staff - staff / 2), stage)
        }
      }
      state("教学及辅助用房面积", school.teachingAreaM2InclIndoorSports)
      state("室内体育用房面积", school.indoorSportsM2)
      state("运动场地面积", school.sportsGroundM2)
      state("教学仪器设备值", (school.equipmentValueWanYuan * 10_000).rounded())
      state("网络多媒体教室数", school.multimediaRooms)
    }
    return county
  }
}
