internal import GRDB
internal import YiceModel
internal import YiceStore

/// What STRICT types and CHECKs do not see on the way in: broken text, and JSON that is not what the history and the
/// versions of a row should be. Looks at what is new only. Decision 0008.
struct Intake {
  let db: Database
  /// Name of the attached schema.
  let inbox: String
  let name: String

  /// Message of `yice_require_sound`.
  static let unsound = "unsound text"
  private static let unsoundReason = "文字里有空字符或乱码"

  /// Columns whose text no CHECK holds to a list or a form.
  static func texts(_ table: CatalogTable) -> [String] {
    table.columns.filter { column in
      switch column.type {
      case .text, .identifier, .orgCode, .countyCode, .element, .sha256: true
      default: false
      }
    }.map(\.name)
  }

  /// - Throws: `MergeRefusal.badRow` for a fresh revision or line of history that is not sound.
  func requireSoundHistory() throws {
    let revision = try Int64.fetchOne(
      db,
      sql: """
        SELECT r.id FROM \(inbox).revision AS r WHERE r.id NOT IN (SELECT id FROM main.revision) AND (r.id <= 0 OR NOT yice_sound(r.org_code, r.at, r.role, r.author, r.tool, r.action, r.note)) LIMIT 1
        """)
    if let revision {
      throw MergeRefusal.badRow(name, table: "revision", detail: "\(revision)：\(Intake.unsoundReason)")
    }
    let line = try Row.fetchOne(
      db,
      sql: """
        SELECT c.table_name, c.row_key FROM temp.arriving AS f CROSS JOIN \(inbox).change AS c
          ON c.rev = f.rev AND c.table_name = f.table_name AND c.row_key = f.row_key AND c.before_rev = f.before_rev
        WHERE NOT (yice_sound(c.table_name, c.row_key, c.before) AND \(isJSON("c.row_key", "array"))
          AND \(isJSON("c.before", "object"))) LIMIT 1
        """)
    if let line {
      throw MergeRefusal.badRow(
        name, table: "change",
        detail: "\(line["table_name"] as String) \(line["row_key"] as String)：不是一册的修改记录")
    }
  }

  /// Versions that wait for a decision are rows too: of their own key and school, and fit to stand in the table.
  /// - Throws: `MergeRefusal.badRow`, and what the table's own constraints say.
  func requireSoundSiblings(_ table: CatalogTable) throws {
    let key = table.key.map { "json_extract(s.content, '$.\($0)')" }.joined(separator: ", ")
    let texts = Intake.texts(table).map { "json_extract(s.content, '$.\($0)')" }.joined(separator: ", ")
    let from = "FROM \(inbox).sibling AS s WHERE s.table_name = '\(table.name)'\(travels("s.org_code"))"
    let stray = try String.fetchOne(
      db,
      sql: """
        SELECT s.row_key \(from) AND NOT (CASE WHEN \(isJSON("s.content", "object"))
          THEN json_array(\(key)) IS s.row_key AND json_extract(s.content, '$.org_code') IS s.org_code
            AND EXISTS (SELECT 1 FROM \(inbox).revision AS r WHERE r.id = s.rev) AND yice_sound(\(texts))
          ELSE 0 END) LIMIT 1
        """)
    if let stray { throw MergeRefusal.badRow(name, table: table.label, detail: "\(stray)：待定的版本不完整") }
    // Tried on the table itself, and taken back.
    try db.inSavepoint {
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO main.\(table.name) (\(table.columnList()), rev)
          SELECT \(table.columnsFromJSON("s.content")), s.rev \(from)
          """)
      return .rollback
    }
  }

  /// The refusal for an error in the middle of a table, naming the row when it can be found.
  func refusal(_ error: DatabaseError, _ table: CatalogTable) throws -> MergeRefusal {
    let reason = error.message == Intake.unsound ? Intake.unsoundReason : error.message ?? "CHECK"
    let row = try firstBadRow(table)
    return MergeRefusal.badRow(name, table: table.label, detail: (row.map { "\($0)：" } ?? "") + reason)
  }

  /// Tries the fresh rows one by one.
  private func firstBadRow(_ table: CatalogTable) throws -> String? {
    let match = table.key.enumerated().map { "b.\($0.element) = json_extract(?1, '$[\($0.offset)]')" }
    let texts = Intake.texts(table).map { "b.\($0)" }.joined(separator: ", ")
    let select = """
      SELECT \(table.keyJSON(of: "b.")) FROM \(inbox).\(table.name) AS b
      WHERE NOT EXISTS (SELECT 1 FROM main.\(table.name) AS a WHERE \(table.keyMatch("a.", "b.")) AND a.rev = b.rev)
        \(travels("b.org_code"))
      """
    if let unsound = try String.fetchOne(db, sql: "\(select) AND NOT yice_sound(\(texts)) LIMIT 1") {
      return unsound
    }
    let keys = try String.fetchAll(db, sql: select)
    return try keys.first { key in
      var isBad = false
      try db.inSavepoint {
        do {
          try db.execute(
            sql: """
              INSERT OR REPLACE INTO main.\(table.name) (\(table.columnList()), rev)
              SELECT \(table.columnList("b.")), b.rev FROM \(inbox).\(table.name) AS b
              WHERE \(match.joined(separator: " AND "))
              """, arguments: [key])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          isBad = true
        }
        return .rollback
      }
      return isBad
    }
  }

  private func travels(_ org: String) -> String { " AND \(org) IN (SELECT org_code FROM temp.travel)" }

  private func isJSON(_ text: String, _ type: String) -> String {
    "CASE WHEN json_valid(\(text)) THEN json_type(\(text)) = '\(type)' ELSE 0 END"
  }
}
