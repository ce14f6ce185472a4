import Foundation
import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceIndicators
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// samples/county, from the sheets as schools send them to the figures that samples/expected.py works out apart.
@Suite("the sample county")
struct SampleCountyTests {
  private let workdir = Workdir()
  private let author = Author("测试")

  @Test("every figure of expected.json comes out of the schools' sheets")
  func figures() throws {
    let expected = try JSONDecoder.snakeCase.decode(
      ExpectedCounty.self, from: Data(try Repository.text("samples/county/expected.json").utf8))
    let file = try YiceFile.open(county())
    let figures = try file.readWithTemporaryTables { db in
      try WorkedYear.with(db, year: 2022, profile: Profile.load(from: db, orgCode: "990101")) { $0.figures }
    }
    #expect(figures.passes == expected.countyPasses)
    #expect(
      figures.leftOut.map { "\($0.orgCode) \($0.reason.rawValue) \($0.into ?? "")" }
        == expected.leftOut.map { "\($0.orgCode) \($0.reason) \($0.into ?? "")" })
    for (name, stage) in expected.stages {
      let worked = try #require(figures.stages.first { $0.stage.rawValue == name })
      check(worked, stage)
    }
  }

  private func check(_ worked: StageFigures, _ stage: ExpectedCounty.Stage) {
    #expect(worked.segments.map(\.orgCode) == stage.segments.map(\.orgCode))
    #expect(worked.pupils == stage.pupils)
    #expect(worked.passes == stage.passes)
    #expect(worked.passingSegments == stage.schoolsPassing)
    for (segment, school) in zip(worked.segments, stage.segments) {
      #expect(segment.pupils == school.pupils)
      #expect(segment.passes == school.passes, "\(school.school)")
      #expect(segment.values.filter { $0.met == true }.map(\.id) == school.met)
      #expect(segment.values.filter { $0.met == false && $0.at85 == true }.map(\.id) == school.at85)
      #expect(segment.values.filter(\.metFlips).map(\.id) == school.flipsWhenRounded)
      for value in segment.values {
        near(value.value, school.values[value.id], "\(school.school) \(value.id)")
      }
    }
    for indicator in worked.indicators {
      near(indicator.mean, stage.countyMean[indicator.id], "mean \(indicator.id)")
      near(indicator.cv, stage.cvWeighted[indicator.id], "cv \(indicator.id)")
      near(indicator.unweightedCV, stage.cvUnweighted[indicator.id], "plain \(indicator.id)")
      #expect(indicator.withinLimit == stage.cvWithinLimit[indicator.id])
    }
  }

  private func near(_ value: Double?, _ expected: Double?, _ comment: Comment) {
    guard let value, let expected else {
      Issue.record(comment)
      return
    }
    #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), comment)
  }

  /// A county file with what every school's sheets say.
  private func county() throws -> String {
    let path = workdir.file("county.db")
    let info = FileInfo(role: .county, orgCode: "990101", orgName: "青禾县教育局", schoolYear: 2022)
    let county = try YiceFile.create(path, info: info, author: author)
    let folder = Repository.root + "/samples/county/schools"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let school = try school(folder + "/" + name, code: String(name.prefix(10)))
      try county.withConnection { db in
        try db.execute(sql: "ATTACH ? AS school", arguments: [school])
        for table in [
          "org", "campus", "class_roll", "teacher", "room", "ground", "equipment", "statement",
        ] {
          try db.execute(sql: "INSERT INTO \(table) SELECT * FROM school.\(table)")
        }
        try db.execute(sql: "DETACH school")
      }
    }
    return path
  }

  private func school(_ folder: String, code: String) throws -> String {
    let path = workdir.file("\(code).db")
    let info = FileInfo(
      role: .school, orgCode: code, orgName: code, countyCode: "990101", schoolYear: 2022)
    let file = try YiceFile.create(path, info: info, author: author)
    for sheet in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let table = try #require(TableCatalog.table(String(sheet.dropLast(4))))
      let outcome = try Importer(table).run(
        CSVReader(path: folder + "/" + sheet), into: file, author: author)
      #expect(outcome.errors == 0, "\(folder)/\(sheet)")
    }
    return path
  }
}

private struct ExpectedCounty: Decodable {
  struct Segment: Decodable {
    let orgCode: String
    let school: String
    let pupils: Int
    let values: [String: Double]
    let met: [String]
    let at85: [String]
    let flipsWhenRounded: [String]
    let passes: Bool
  }
  struct Stage: Decodable {
    let segments: [Segment]
    let pupils: Int
    let countyMean: [String: Double]
    let cvWeighted: [String: Double]
    let cvUnweighted: [String: Double]
    let cvWithinLimit: [String: Bool]
    let schoolsPassing: Int
    let passes: Bool
  }
  struct LeftOut: Decodable {
    let orgCode: String
    let reason: String
    let into: String?
  }

  let stages: [String: Stage]
  let leftOut: [LeftOut]
  let countyPasses: Bool
}
