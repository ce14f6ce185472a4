import Foundation
import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceTestSupport

@Suite("the SQL of the indicators")
struct IndicatorSQLTests {
  /// All that the SQL may call, so that it can be read, and run, elsewhere.
  private let allowed: Set = [
    "sum", "count", "min", "max", "round", "coalesce", "nullif", "cast", "abs",
    // For periods in words (check/task-period).
    "substr", "rtrim", "replace",
  ]

  /// The indicators' files, the items' and the rules of check.
  private static let all: [(name: String, text: String)] =
    IndicatorSQL.files + IndicatorSQL.items
    + (CheckRule.all + HonestyRule.all.map(\.rule).filter { $0.severity == .note }).map {
      ($0.id, $0.sql)
    }

  /// Names of all tables they make.
  private static let temporary = Set(
    all.flatMap { file in code(file.text).matches(of: /TABLE temp\.(\w+)/).map { String($0.output.1) } })

  /// Words that stand before a parenthesis without being functions.
  private let keywords: Set = [
    "table", "key", "over", "exists", "in", "and", "or", "not", "as", "values", "when", "then", "on",
    "where", "select", "from", "with", "between", "join", "distinct", "all", "insert", "into",
  ]

  /// The text without comments and quoted text.
  private static func code(_ text: String) -> String {
    text.split(separator: "\n").map { $0.prefix(upTo: $0.range(of: "--")?.lowerBound ?? $0.endIndex) }
      .joined(separator: "\n").replacing(/'[^']*'/, with: "''")
  }

  @Test("calls the listed functions and no others", arguments: all.map(\.name))
  func functions(_ name: String) throws {
    let text = try #require(IndicatorSQLTests.all.first { $0.name == name }?.text)
    var temporary = IndicatorSQLTests.temporary
    for match in IndicatorSQLTests.code(text).matches(of: /INTO (\w+)/) {
      temporary.insert(String(match.output.1))
    }
    var called: Set<String> = []
    for match in IndicatorSQLTests.code(text).matches(of: /(\w+)\s*\(/) {
      called.insert(match.output.1.lowercased())
    }
    #expect(called.subtracting(keywords).subtracting(temporary).subtracting(allowed) == [])
  }

  @Test(
    "uses no recursion and nothing of SQLite's own pragma or JSON", arguments: all.map(\.name))
  func plain(_ name: String) throws {
    let text = try #require(IndicatorSQLTests.all.first { $0.name == name }?.text)
    for word in ["RECURSIVE", "PRAGMA", "json_", "GLOB", "rowid"] {
      #expect(
        !IndicatorSQLTests.code(text).localizedCaseInsensitiveContains(word)
          || word == "rowid" && IndicatorSQLTests.code(text).contains("WITHOUT ROWID"))
    }
  }

  @Test(
    "the files that are made from the readings are what the program runs; YICE_RECORD=1 writes them anew",
    arguments: ["20-registers-kept", "21-room-use", "40-amounts-from-registers", "45-told-by-registers"])
  func made(_ name: String) throws {
    let text = try #require(IndicatorSQL.files.first { $0.name == name }?.text)
    #expect(text.hasPrefix("-- Made from "))
    try expectGolden(text, "Sources/YiceIndicators/SQL/\(name).sql")
  }

  @Test(
    "the program carries the files of SQL/, all of them, in the order of their names",
    arguments: ["", "items/", "check/", "honesty/"])
  func embedded(_ folder: String) throws {
    let place = "Sources/YiceIndicators/SQL/" + folder
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/" + place)
      .filter { $0.hasSuffix(".sql") }.sorted()
    let carried: [(name: String, text: String)] =
      switch folder {
      case "": IndicatorSQL.files
      case "items/": IndicatorSQL.items
      case "check/": CheckRule.files.map { ($0.id, $0.sql) }
      default: HonestyRule.all.map { ($0.rule.id, $0.rule.sql) }
      }
    #expect(carried.map { $0.name + ".sql" } == names)
    for file in carried { #expect(file.text == (try Repository.text(place + file.name + ".sql"))) }
  }

  @Test("every file says what it is for before its first statement")
  func commented() {
    for file in IndicatorSQLTests.all { #expect(file.text.hasPrefix("-- "), "\(file.name)") }
  }

  @Test("no temporary table hides a table of the file")
  func names() throws {
    let tables = try TestCounty.memory().read { db in
      try String.fetchSet(db, sql: "SELECT name FROM sqlite_schema")
    }
    for file in IndicatorSQLTests.all {
      for match in file.text.matches(of: /TABLE temp\.(\w+)/) {
        #expect(!tables.contains(String(match.output.1)), "\(match.output.1)")
      }
    }
  }
}
