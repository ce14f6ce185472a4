import Foundation
import GRDB
import Testing
import YiceIndicators
import YiceTestSupport

@Suite("the SQL of the indicators")
struct IndicatorSQLTests {
  /// All that the SQL may call, so that it can be read, and run, elsewhere.
  private let allowed: Set = ["sum", "count", "min", "max", "round", "coalesce", "nullif", "cast", "abs"]

  /// Words that stand before a parenthesis without being functions.
  private let keywords: Set = [
    "table", "key", "over", "exists", "in", "and", "or", "not", "as", "values", "when", "then", "on",
    "where", "select", "from",
  ]

  /// The text without comments and quoted text.
  private func code(_ text: String) -> String {
    text.split(separator: "\n").map { $0.prefix(upTo: $0.range(of: "--")?.lowerBound ?? $0.endIndex) }
      .joined(separator: "\n").replacing(/'[^']*'/, with: "''")
  }

  @Test("calls the listed functions and no others", arguments: IndicatorSQL.files.map(\.name))
  func functions(_ name: String) throws {
    let text = try #require(IndicatorSQL.files.first { $0.name == name }?.text)
    var temporary: Set<String> = []
    for match in code(text).matches(of: /TEMP TABLE (\w+)/) { temporary.insert(String(match.output.1)) }
    var called: Set<String> = []
    for match in code(text).matches(of: /(\w+)\s*\(/) { called.insert(match.output.1.lowercased()) }
    #expect(called.subtracting(keywords).subtracting(temporary).subtracting(allowed) == [])
  }

  @Test(
    "uses no recursion and nothing of SQLite's own pragma or JSON", arguments: IndicatorSQL.files.map(\.name))
  func plain(_ name: String) throws {
    let text = try #require(IndicatorSQL.files.first { $0.name == name }?.text)
    for word in ["RECURSIVE", "PRAGMA", "json_", "GLOB", "rowid"] {
      #expect(
        !code(text).localizedCaseInsensitiveContains(word)
          || word == "rowid" && code(text).contains("WITHOUT ROWID"))
    }
  }

  @Test("the program carries the files of SQL/, all of them, in the order of their names")
  func embedded() throws {
    let folder = Repository.root + "/Sources/YiceIndicators/SQL"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".sql") }.sorted()
    #expect(IndicatorSQL.files.map { $0.name + ".sql" } == names)
    for file in IndicatorSQL.files {
      #expect(file.text == (try Repository.text("Sources/YiceIndicators/SQL/\(file.name).sql")))
    }
  }

  @Test("every file says what it is for before its first statement")
  func commented() {
    for file in IndicatorSQL.files { #expect(file.text.hasPrefix("-- "), "\(file.name)") }
  }

  @Test("no temporary table hides a table of the file")
  func names() throws {
    let tables = try TestCounty.memory().read { db in
      try String.fetchSet(db, sql: "SELECT name FROM sqlite_schema")
    }
    for file in IndicatorSQL.files {
      for match in file.text.matches(of: /TEMP TABLE (\w+)/) {
        #expect(!tables.contains(String(match.output.1)), "\(match.output.1)")
      }
    }
  }
}
