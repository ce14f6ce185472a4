import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceTestSupport

@Suite("explaining a figure")
struct ExplainerTests {
  @Test("on random counties the queries add up to the terms, and splits to the numerator", arguments: 1...2)
  func addsUp(_ batch: Int) throws {
    var explained = 0
    for number in 0..<Effort.runs(usually: 12) {
      let seed = UInt64(batch * 1000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.random(&random)
      try TestCounty.memory().write { db in
        try county.insert(into: db)
        try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017")) { worked in
          for segment in worked.figures.stages.flatMap(\.segments) {
            for value in segment.values where value.value != nil {
              let one = try #require(
                try worked.explanation(of: segment.orgCode, segment.stage, value.id))
              try check(one, db, "seed \(seed) \(segment.orgCode) \(segment.stage.rawValue) \(value.id)")
              explained += 1
            }
          }
        }
      }
    }
    #expect(explained > 50)
  }

  private func check(_ one: Explanation, _ db: Database, _ label: String) throws {
    #expect(one.pupils.amount == Double(one.segment.pupils), "\(label)")
    for source in one.terms.flatMap(\.sources) {
      let again = try Row.fetchAll(db, sql: source.sql).reduce(0.0) { $0 + (($1["amount"] as Double?) ?? 0) }
      #expect(abs(again - source.amount) < 1e-3, "\(label): \(source.sql)")
      #expect(source.rows.count == source.writers.reduce(0) { $0 + $1.rows }, "\(label)")
    }
    let sum = one.terms.reduce(0.0) { $0 + Double($1.sign) * ($1.amount ?? 0) }
    let numerator = one.value.numerator ?? 0
    if !one.rule.split { #expect(abs(sum - numerator) < 1e-6, "\(label)") }
    // What was stated for one 学段 of a combined school is not split, and stands beside the steps.
    let stated = one.terms.flatMap(\.sources).contains { $0.kind == .statement }
    if one.rule.split, !stated {
      let split = one.split.reduce(0) { $0 + $1.result }
      #expect(abs(split - numerator) <= 1e-9 * max(1, abs(numerator)), "\(label)")
    }
  }

  @Test("rows name their revision, its author and its moment")
  func writers() throws {
    try TestCounty.memory().write { db in
      var county = TestCounty()
      county.schools = [.init(code: "2100000001")]
      county.rolls = [.init(org: "2100000001", stage: .primary, pupils: 100)]
      county.teachers = [.init(org: "2100000001", stage: .primary, education: "本科")]
      try county.insert(into: db)
      try db.execute(
        sql: """
          INSERT INTO revision (id, org_code, at, role, author, tool, action)
          VALUES (7, '2100000001', '2022-09-02T00:00:00.000Z', 'school', '王老师', 'yice', 'import');
          UPDATE teacher SET rev = 7
          """)
      let one = try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017")) {
        try $0.explanation(of: "2100000001", .primary, "R1")
      }
      let writers = one?.terms.first?.sources.first?.writers.map {
        "\($0.author) \($0.at) \($0.revision) \($0.action) \($0.rows)"
      }
      #expect(writers == ["王老师 2022-09-02T00:00:00.000Z 7 import 1"])
      #expect(one?.terms.first?.sources.first?.rows.first?.first == "0")
    }
  }

  @Test("the terms of a coefficient add up to it, each school's own among them")
  func spread() throws {
    let county =
      TestCounty.stated(code: "2100000001", pupils: 400)
      + TestCounty.stated(["教学仪器设备值": 900_000], code: "2100000002", pupils: 700)
    let figures = try county.figures()
    let stage = try #require(figures.stage(.primary))
    let steps = try #require(SpreadSteps(stage, "R6"))
    #expect(steps.terms.map(\.pupils) == [400, 700])
    let cv = try #require(stage.indicator("R6")?.cv)
    let mean = try #require(stage.indicator("R6")?.mean)
    #expect(abs(steps.deviation / mean - cv) < 1e-12)
    #expect(steps.sql.contains("county_value"))
  }
}
