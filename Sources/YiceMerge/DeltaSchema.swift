internal import GRDB
internal import YiceStore

/// A schema in memory, attached once, that stands in for a received file while its delta is merged: the same table
/// names, so the same statements, compiled once for all files.
struct DeltaSchema {
  static let name = "delta"
  private let db: Database

  /// Attaches it; must not be inside a transaction.
  init(_ db: Database) throws {
    self.db = db
    try db.execute(sql: "ATTACH ':memory:' AS \(DeltaSchema.name)")
    for table in TableCatalog.tables.map(\.name) + [
      "revision", "change", "sibling", "evidence_blob", "file_info",
    ] {
      try db.execute(
        sql: "CREATE TABLE \(DeltaSchema.name).\(table) AS SELECT * FROM main.\(table) WHERE false")
    }
  }

  func detach() { try? db.execute(sql: "DETACH \(DeltaSchema.name)") }

  func load(_ delta: Delta) throws {
    try fill("revision", delta.revisions)
    try fill("change", delta.changes)
    try fill("file_info", [["revision_digest".databaseValue, delta.digest.databaseValue]])
    for (table, rows) in delta.rows { try fill(table, rows) }
  }

  func clear(_ delta: Delta) throws {
    for table in ["revision", "change", "file_info"] + delta.rows.keys {
      try db.cachedStatement(sql: "DELETE FROM \(DeltaSchema.name).\(table)").execute()
    }
  }

  private func fill(_ table: String, _ rows: [[DatabaseValue]]) throws {
    guard let width = rows.first?.count else { return }
    let marks = Array(repeating: "?", count: width).joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "INSERT INTO \(DeltaSchema.name).\(table) VALUES (\(marks))")
    for row in rows { try statement.execute(arguments: StatementArguments(row)) }
  }
}
