import Foundation
import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// The engines of Scale/ against yice's own figures. Python packages are put beside the build by Scale/install; where they
/// cannot be had, or there is no PostgreSQL, that engine is passed over with a word.
@Suite("other engines give the same figures", .serialized)
struct EngineTests {
  /// Counties made at random, and as many at the thresholds: YICE_ENGINE_COUNTIES=200 tries 200 of each.
  private static let each = Effort.runs("YICE_ENGINE_COUNTIES", usually: 4)
  /// YICE_ENGINES=duckdb,datafusion,postgres,spark
  private static let engines =
    ProcessInfo.processInfo.environment["YICE_ENGINES"] ?? "duckdb,datafusion,postgres"
  private static let day = "2022-09-01"
  private static let python = Repository.root + "/.build-scale/bin/python"

  /// nil where they are there.
  private static let absent: Comment? = {
    let installed = try? run("/bin/sh", [Repository.root + "/Scale/install"], in: Workdir())
    return installed?.status == 0 ? nil : "引擎的 Python 包装不上：\(installed?.err ?? "")"
  }()

  private struct Case {
    let code: String
    let seed: UInt64
    var figures: CountyFigures?
  }

  /// A city's file of counties at random, 并入, campuses, relaxations, blanks and all.
  private func city(in workdir: Workdir) throws -> (path: String, counties: [Case]) {
    let file = try makeCounty(in: workdir, name: "示例市", org: "210100", role: .city)
    var cases: [Case] = []
    try file.withConnection { db in
      try db.inTransaction {
        for number in 0..<EngineTests.each * 2 {
          let seed = UInt64(7_000_000 + number)
          var random = SplitMix64(seed: seed)
          let prefix = "21\(String(10_000 + number).dropFirst())999"
          let code = "21\(String(10_000 + number).dropFirst())"
          let county =
            number % 2 == 0
            ? TestCounty.random(&random, prefix: prefix) : TestCounty.boundary(&random, prefix: prefix)
          try county.insert(into: db)
          try db.execute(
            sql: "UPDATE org SET county_code = ? WHERE org_code LIKE ?", arguments: [code, prefix + "_"])
          cases.append(Case(code: code, seed: seed))
        }
        return .commit
      }
    }
    let profile = try ProfileCatalog.named("national-2017")
    try file.readWithTemporaryTables { db in
      for index in cases.indices {
        cases[index].figures = try WorkedYear.with(
          db, year: 2022, profile: profile, day: EngineTests.day, county: cases[index].code
        ) { $0.figures }
      }
    }
    return (file.path, cases)
  }

  @Test("of counties at random: values to 1e-12, verdicts the same, also in the file that yice reads")
  func agree() throws {
    if let absent = EngineTests.absent { return print(absent.rawValue) }
    let workdir = Workdir(inMemory: true)
    let (path, cases) = try city(in: workdir)
    let folder = workdir.file("移交")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try Handover(to: folder, year: nil, standard: nil, day: EngineTests.day).write([path]) { _ in }
    for engine in EngineTests.engines.split(separator: ",").map(String.init) {
      let ran = try run(
        EngineTests.python,
        [
          Repository.root + "/Scale/figures.py", engine, folder, "--to", workdir.file(engine), "--db",
          "--check",
        ]
          + (engine == "spark" ? ["--master", "local-cluster[2,1,1024]"] : []),
        in: workdir, environment: ["PYTHONDONTWRITEBYTECODE": "1"])
      guard ran.status == 0 else {
        if ran.err.hasPrefix("没有装") || ran.err.hasPrefix("PostgreSQL 不能") {
          print(ran.err)
          continue
        }
        Issue.record("\(engine): \(ran.err.suffix(2000))")
        continue
      }
      let tables = try EngineTables(workdir.file(engine))
      for one in cases {
        let figures = try #require(one.figures)
        tables.compare(figures, county: one.code, "\(engine) seed \(one.seed)")
      }
      try compareFiles(cases, in: workdir.file(engine) + "/db", engine)
    }
  }

  /// The file that the engine made is worked out by yice.
  private func compareFiles(_ cases: [Case], in folder: String, _ engine: String) throws {
    for one in cases {
      let expected = try #require(one.figures)
      let file = try YiceFile.open("\(folder)/\(one.code).db")
      let figures = try file.readWithTemporaryTables { db in
        try WorkedYear.with(db, year: 2022, profile: expected.profile, day: EngineTests.day) { $0.figures }
      }
      let label = "\(engine) .db seed \(one.seed)"
      for (left, right) in zip(figures.stages, expected.stages) {
        #expect(left.segments.map(\.orgCode) == right.segments.map(\.orgCode), "\(label)")
        #expect(left.passes == right.passes || figures.isOneSchool, "\(label)")
        for (own, other) in zip(left.segments, right.segments) {
          #expect(own.pupils == other.pupils, "\(label) \(own.orgCode)")
          #expect(own.values.map(\.value) == other.values.map(\.value), "\(label) \(own.orgCode)")
          #expect(own.values.map(\.met) == other.values.map(\.met), "\(label) \(own.orgCode)")
          #expect(own.passes == other.passes && own.passesRelaxed == other.passesRelaxed, "\(label)")
        }
      }
    }
  }

  @Test("every statement of SQL/ runs on every engine")
  func statements() throws {
    if let absent = EngineTests.absent { return print(absent.rawValue) }
    let workdir = Workdir(inMemory: true)
    let texts = IndicatorSQL.files + IndicatorSQL.items
    let read = TableCatalog.tables.filter { table in texts.contains { $0.text.contains(" \(table.name) AS ") }
    }
    try workdir.write(
      "00-tables.sql", read.map { HandoverTable.definition($0, $0.columns) }.joined(separator: "\n"))
    for (number, file) in texts.enumerated() {
      try workdir.write("\(100 + number)-\(file.name).sql", IndicatorSQL.portable(file.text))
    }
    let ran = try run(
      EngineTests.python,
      [Repository.root + "/Scale/every_statement.py", workdir.path, EngineTests.engines], in: workdir,
      environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    print(ran.out, terminator: "")
    #expect(ran.status == 0, "\(ran.err.suffix(3000))")
  }
}
