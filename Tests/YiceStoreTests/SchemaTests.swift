import Foundation
import GRDB
import Testing
import YiceStore
import YiceTestSupport

@Suite("schema.sql and the catalog")
struct SchemaTests {
  private func emptyFile() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { try $0.execute(sql: Schema.sql) }
    return queue
  }

  @Test("schema.sql is what the catalog makes of it")
  func made() throws {
    try expectGolden(SchemaText.definition(), "schema.sql")
    try expectGolden(SchemaText.triggers(), "triggers.sql")
  }

  @Test("the program carries schema.sql and triggers.sql of the top level, byte for byte")
  func embedded() throws {
    #expect(Schema.sql == (try Repository.text("schema.sql") + Repository.text("triggers.sql")))
  }

  /// A text that changes needs a format of its own (NewFormat); a new format gets its line here when it is released.
  @Test("the text of a released format never changes")
  func frozen() throws {
    let released = [
      1: "ad78063f97fd4848d3ed0d78239753a86a859f2736a3ea251815d93af86968d0",
      2: "9d92994f61c08df625826ec9f0cdc7f6bdaf213441d689510cae1f4f9164a952",
    ]
    for (version, digest) in released {
      let text = version == Schema.version ? Schema.sql : try #require(Schema.past(version))
      #expect(SHA256.hex(of: Array(text.utf8)) == digest, "format \(version)")
    }
  }

  /// The program, the newest entry and the package go by one number.
  @Test("the version is the newest that CHANGELOG tells of")
  func version() throws {
    let heading = try Repository.text("CHANGELOG.md").split(separator: "\n").first {
      $0.hasPrefix("## [") && !$0.hasPrefix("## [Unreleased]")
    }
    #expect(heading?.hasPrefix("## [\(Tool.version)] - 20") == true)
  }

  @Test("the file says what it is: application id and version")
  func identity() throws {
    try emptyFile().read { db in
      let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
      #expect(application == Schema.applicationID)
      #expect(version == Schema.version)
    }
  }

  @Test(
    "every table of the catalog is in schema.sql with the same columns, keys and required marks",
    arguments: TableCatalog.tables)
  func catalogMatchesSchema(_ table: CatalogTable) throws {
    try emptyFile().read { db in
      let rows = try Row.fetchAll(db, sql: "PRAGMA table_info(\(table.name))")
      #expect(rows.map { $0["name"] as String } == table.columns.map(\.name) + ["rev"])
      let key = rows.filter { ($0["pk"] as Int) > 0 }.sorted { ($0["pk"] as Int) < ($1["pk"] as Int) }
      #expect(key.map { $0["name"] as String } == table.key)
      for (row, column) in zip(rows, table.columns) {
        let notNull = (row["notnull"] as Int) == 1
        #expect(notNull == (column.required || column.emptyAllowedInKey), "\(table.name).\(column.name)")
        let type: String = row["type"]
        switch column.type {
        case .decimal, .signedDecimal: #expect(type == "REAL")
        case .integer, .count, .boolean, .year: #expect(type == "INTEGER")
        default: #expect(type == "TEXT")
        }
      }
      let options = try Row.fetchOne(
        db, sql: "SELECT * FROM pragma_table_list WHERE name = ?", arguments: [table.name])
      #expect(options?["strict"] == 1)
      #expect(options?["wr"] == 1)
    }
  }

  @Test("no exchanged table is missing from the catalog")
  func noTableLeftOut() throws {
    let own: Set = [
      "file_info", "revision", "change", "sibling", "received", "import_mapping", "evidence_blob", "seal",
      "seal_signature", "row_signature", "own_revision", "revision_area", "external_pending",
    ]
    let names = try emptyFile().read { db in
      try String.fetchSet(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    }
    #expect(names.subtracting(own) == Set(TableCatalog.tables.map(\.name)))
  }

  @Test(
    "a choice allowed in the catalog is allowed by the CHECK, and nothing else is",
    arguments: TableCatalog.tables)
  func choices(_ table: CatalogTable) throws {
    let checks = try emptyFile().read { db in
      try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table.name])
        ?? ""
    }
    for column in table.columns {
      guard case .choice(let words) = column.type else { continue }
      let list = words.map { "\(column.name) = '\($0)'" }.joined(separator: " OR ")
      let short = words.map { "'\($0)'" }.joined(separator: ", ")
      #expect(
        checks.contains("CHECK (\(list))") || checks.contains("\(column.name) IN (\(short))"),
        "\(table.name).\(column.name)")
    }
  }

  @Test("labels and synonyms name one column only within a table", arguments: TableCatalog.tables)
  func wordsAreUnambiguous(_ table: CatalogTable) {
    var seen: [String: String] = [:]
    for column in table.columns {
      for word in Set([column.name, column.label] + column.synonyms) {
        #expect(seen[word] == nil, "\(table.name): \(word) names \(column.name) and \(seen[word] ?? "")")
        seen[word] = column.name
      }
    }
  }

  @Test("table names, labels and synonyms are unambiguous")
  func tableWordsAreUnambiguous() {
    var seen: [String: String] = [:]
    for table in TableCatalog.tables {
      for word in Set([table.name, table.label] + table.synonyms) {
        #expect(seen[word] == nil, "\(word) names \(table.name) and \(seen[word] ?? "")")
        seen[word] = table.name
      }
    }
  }
}
