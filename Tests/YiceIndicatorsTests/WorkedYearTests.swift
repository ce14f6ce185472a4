import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

@Suite("a worked year owns its working tables")
struct WorkedYearTests {
  private let code = "2100000001"

  /// A county whose school has 1000 pupils in 2022 and 500 in 2021, on one connection.
  private func with(_ body: (Database, Profile) throws -> Void) throws {
    try TestCounty.memory().write { db in
      try TestCounty.stated(code: code).insert(into: db)
      var before = TestCounty()
      before.rolls = [.init(org: code, stage: .primary, pupils: 500)]
      try before.insert(into: db, year: 2021)
      try body(db, try ProfileCatalog.named("national-2017"))
    }
  }

  private static func left(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM sqlite_temp_schema ORDER BY name")
  }

  struct Answer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let ask: @Sendable (WorkedYear) throws -> Void
  }

  static let answers = [
    Answer(testDescription: "items") { _ = try $0.items(of: "990101") },
    Answer(testDescription: "explanation") { _ = try $0.explanation(of: "2100000001", .primary, "R1") },
    Answer(testDescription: "check") { _ = try $0.check(wholeCounty: true) },
    Answer(testDescription: "rows against a rule") {
      _ = try $0.rows(against: try #require(CheckRule.all.first))
    },
    Answer(testDescription: "gaps") { _ = try $0.gaps(costs: CostTable([:])) },
    Answer(testDescription: "plan") { _ = try $0.plan(costs: CostTable($0.profile.costs)) },
    Answer(testDescription: "groups") { _ = try $0.groups(of: "990101") },
    Answer(testDescription: "uncounted") { _ = try $0.uncounted("teacher") },
    Answer(testDescription: "status") { _ = try $0.status(of: "990101", before: nil) },
  ]

  @Test(
    "each answer is given while the year is there, and refused afterwards and in another year",
    arguments: answers)
  func over(_ answer: Answer) throws {
    try with { db, profile in
      let kept = try WorkedYear.with(db, year: 2022, profile: profile) { worked in
        try answer.ask(worked)
        return worked
      }
      #expect(throws: WorkedYear.Misuse.over) { try answer.ask(kept) }
      try WorkedYear.with(db, year: 2021, profile: profile) { other in
        #expect(throws: WorkedYear.Misuse.over) { try answer.ask(kept) }
        try answer.ask(other)
      }
      #expect(kept.figures.segment(code)?.pupils == 1000, "figures are a value")
    }
  }

  @Test("another year within a year is refused, and the first goes on")
  func another() throws {
    try with { db, profile in
      try WorkedYear.with(db, year: 2022, profile: profile) { worked in
        let before = try worked.explanation(of: code, .primary, "R1")?.pupils.amount
        #expect(throws: WorkedYear.Misuse.another) {
          try WorkedYear.with(db, year: 2021, profile: profile) { $0.figures }
        }
        #expect(before == 1000)
        #expect(try worked.explanation(of: code, .primary, "R1")?.pupils.amount == before)
      }
    }
  }

  @Test("two years one after the other give their own figures, in either order")
  func own() throws {
    try with { db, profile in
      for years in [[2022, 2021, 2022], [2021, 2022, 2021]] {
        for year in years {
          let pupils = try WorkedYear.with(db, year: year, profile: profile) { worked in
            #expect(worked.year == year && worked.figures.year == year)
            #expect(worked.figures.segment(code)?.pupils == (year == 2022 ? 1000 : 500))
            return try worked.explanation(of: code, .primary, "R1")?.pupils.amount
          }
          #expect(pupils == (year == 2022 ? 1000 : 500))
        }
      }
    }
  }

  private struct Refusal: Error {}

  @Test("nothing is left of a year: not after it, not after an error in it, not after one in working it out")
  func gone() throws {
    try with { db, profile in
      let all = { (worked: WorkedYear) in for answer in Self.answers { try answer.ask(worked) } }
      try WorkedYear.with(db, year: 2022, profile: profile) { worked in
        try all(worked)
        #expect(try Self.left(db).contains("segment_value"))
      }
      #expect(try Self.left(db) == [])
      #expect(throws: Refusal.self) {
        try WorkedYear.with(db, year: 2022, profile: profile) { worked in
          try all(worked)
          throw Refusal()
        }
      }
      #expect(try Self.left(db) == [])
      let change = AmountChange(
        orgCode: code, element: try #require(Element.named("体育教师数")), stage: .primary, kind: .add(-11))
      #expect(throws: ChangeError.self) {
        try WorkedYear.with(db, year: 2022, profile: profile, changes: [change]) { $0.figures }
      }
      #expect(try Self.left(db) == [])
      #expect(
        try WorkedYear.with(db, year: 2022, profile: profile) { $0.figures.segment(code)?.pupils } == 1000)
    }
  }

  @Test("temporary tables that others made stay")
  func others() throws {
    try with { db, profile in
      try db.execute(sql: "CREATE TEMP TABLE theirs (x); INSERT INTO theirs VALUES (1)")
      _ = try WorkedYear.with(db, year: 2022, profile: profile) { $0.figures }
      #expect(try Self.left(db) == ["theirs"])
      #expect(try Int.fetchOne(db, sql: "SELECT x FROM theirs") == 1)
    }
  }

  @Test("groups leave the county as it was")
  func groups() throws {
    try with { db, profile in
      try TestCounty.stated(code: "2100000002", pupils: 300).insert(into: db)
      try db.execute(
        sql: """
          INSERT INTO school_group (org_code, group_name, kind, member_code)
          VALUES ('990101', '甲学区', '学区', '2100000002')
          """)
      let sql = "SELECT count(*) || '/' || sum(v.pupils) FROM segment_value AS v"
      let means =
        "SELECT group_concat(mean, ' ') FROM (SELECT mean FROM county_value ORDER BY stage, indicator)"
      try WorkedYear.with(db, year: 2022, profile: profile) { worked in
        let before = try (String.fetchOne(db, sql: sql), String.fetchOne(db, sql: means))
        #expect(try worked.groups(of: "990101").first?.stages.first?.pupils == 300)
        #expect(try String.fetchOne(db, sql: sql) == before.0 && before.0 == "14/9100")
        #expect(try String.fetchOne(db, sql: means) == before.1)
      }
    }
  }
}
