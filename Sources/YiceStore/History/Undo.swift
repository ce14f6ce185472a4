package import GRDB
package import YiceModel

/// Takes one revision back: rows it changed or removed return, rows it added go. The taking back is itself a revision,
/// so it can be taken back too.
package struct Undo {
  package let revision: Int64

  package enum Problem: YiceError, Equatable {
    case nothing
    case unknown(Int64)
    case changedSince(rows: [String])

    package var exitStatus: ExitStatus { .failed }

    package var description: String {
      switch self {
      case .nothing: "这个文件里没有可以撤销的操作。"
      case .unknown(let id): "这个文件里没有编号为 \(id) 的操作。用 yice log 文件 查看。"
      case .changedSince(let rows):
        "不能撤销：下列行后来又改过，撤销会丢掉后来的修改：\(rows.prefix(10).joined(separator: "、"))"
          + (rows.count > 10 ? " 等 \(rows.count) 行" : "") + "。请先撤销后来的操作（yice log 文件 查看）。"
      }
    }
  }

  package init(_ revision: Int64) { self.revision = revision }

  /// The revision that undo takes when none is named: the newest one written for this file's own org.
  package static func latest(_ db: Database, of file: FileInfo) throws -> Int64 {
    let id = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM revision WHERE role = ? AND org_code = ? ORDER BY at DESC, id DESC LIMIT 1
        """, arguments: [file.role.rawValue, file.orgCode])
    guard let id else { throw Problem.nothing }
    return id
  }

  /// The year that the file works in follows, when the opening of a year is taken back or given back.
  /// - Returns: how many rows wait for a decision again, because the revision had decided between versions of them.
  /// - Throws: `Undo.Problem`, `RecordError.notAllowed`.
  @discardableResult
  package func apply(_ writer: RevisionWriter) throws -> Int {
    let db = writer.db
    guard
      let action = try Row.fetchOne(
        db, sql: "SELECT action, note, role FROM revision WHERE id = ?", arguments: [revision])
    else { throw Problem.unknown(revision) }
    var reopened = 0
    for table in TableCatalog.tables { _ = try takeBackTrespasses(table, writer) }
    try requireUntouched(db)
    try requireOwnMoves(writer, role: action["role"])
    let note: String? = action["note"]
    let word: String = action["action"]
    writer.note = "撤销 \(revision)（\(word)\(note.map { "：" + $0 } ?? "")）"
    // An undo names in its note what it took back.
    let isOpening = word == "year" || (word == "undo" && note?.contains("（year：") == true)
    let yearsBefore = isOpening ? try YearOpening.yearsWithRows(db) : []
    for table in TableCatalog.tables {
      try removeAdded(table, writer)
      reopened += try restore(table, writer)
    }
    if isOpening { try followYear(writer, from: yearsBefore) }
    return reopened
  }

  /// Leaves a year whose rows are gone for the newest one that has rows, and enters a newer one whose rows returned.
  private func followYear(_ writer: RevisionWriter, from before: Set<Int>) throws {
    let after = try YearOpening.yearsWithRows(writer.db)
    guard let newest = after.max(), let year = writer.file.schoolYear, newest != year else { return }
    let isGone = before.contains(year) && !after.contains(year)
    let isBack = newest > year && !before.contains(newest)
    guard isGone || isBack else { return }
    var info = writer.file
    info.schoolYear = newest
    try writer.save(info)
    writer.note = (writer.note ?? "") + "；学年改回 \(newest)"
  }

  /// Rows that later revisions left otherwise than this one did must not be taken back over them. A later change that
  /// was itself taken back is none.
  private func requireUntouched(_ db: Database) throws {
    var touched: [String] = []
    let later = try Row.fetchAll(
      db,
      sql:
        "SELECT DISTINCT table_name, row_key, before FROM change WHERE before_rev = ?1 AND rev <> ?1 AND void = 0",
      arguments: [revision])
    for row in later {
      guard let table = TableCatalog.table(row["table_name"]) else { continue }
      let image: String = row["before"]
      let keyed = table.key.map { "\($0) = json_extract(?1, '$.\($0)')" }.joined(separator: " AND ")
      let now = try String.fetchOne(
        db, sql: "SELECT \(table.rowJSON()) FROM \(table.name) WHERE \(keyed)", arguments: [image])
      if now != image { touched.append(try Undo.name(row, db)) }
    }
    let removed = try Row.fetchAll(
      db,
      sql: "SELECT table_name, row_key, before FROM change WHERE rev = ? AND kind = 'delete' AND void = 0",
      arguments: [revision])
    for row in removed {
      guard let table = TableCatalog.table(row["table_name"]) else { continue }
      let keyed = table.key.map { "\($0) = json_extract(?1, '$.\($0)')" }.joined(separator: " AND ")
      let returned = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM \(table.name) WHERE \(keyed))",
        arguments: [row["before"] as String])
      if returned == true { touched.append(try Undo.name(row, db)) }
    }
    guard touched.isEmpty else { throw Problem.changedSince(rows: touched) }
  }

  /// A move of a ledger is taken back only by the side that made it: undoing is no way round its rules.
  private func requireOwnMoves(_ writer: RevisionWriter, role: String) throws {
    guard role != writer.file.role.rawValue else { return }
    for rules in TableRules.all where rules.machine != nil {
      let touched = try Bool.fetchOne(
        writer.db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM change WHERE rev = ?1 AND table_name = ?2 AND void = 0)
            OR EXISTS (SELECT 1 FROM \(rules.table) WHERE rev = ?1)
          """, arguments: [revision, rules.table])
      guard touched == true else { continue }
      throw MoveError.undoOfOthers(
        table: TableCatalog.table(rules.table)?.label ?? rules.table, role: writer.file.role.label)
    }
  }

  private static func name(_ row: Row, _ db: Database) throws -> String {
    let name: String = row["table_name"]
    let key: String = row["row_key"]
    guard let table = TableCatalog.table(name) else { return "\(name) \(key)" }
    return "\(table.label) \(try RowVersions.name(db, table, json: key))"
  }

  /// Rows that this revision wrote anew: they carry it (or did, and are as it left them), and it kept no earlier
  /// version of them.
  private func removeAdded(_ table: CatalogTable, _ writer: RevisionWriter) throws {
    let later =
      "SELECT row_key FROM change WHERE before_rev = :undone AND table_name = '\(table.name)' AND void = 0"
    let isLater = try Bool.fetchOne(
      writer.db, sql: "SELECT EXISTS (\(later))", arguments: ["undone": revision])
    // Without later changes the index on rev is enough.
    let carried =
      isLater == true ? "(t.rev = :undone OR \(table.keyJSON(of: "t.")) IN (\(later)))" : "t.rev = :undone"
    let added = """
      FROM \(table.name) AS t WHERE \(carried) AND NOT EXISTS (
          SELECT 1 FROM change AS c
          WHERE c.rev = :undone AND c.table_name = '\(table.name)' AND c.row_key = \(table.keyJSON(of: "t.")) AND c.void = 0)
      """
    try removeBesideOthers(table, writer)
    let count =
      try Int.fetchOne(writer.db, sql: "SELECT count(*) \(added)", arguments: ["undone": revision]) ?? 0
    guard count > 0 else { return }
    try Authority.require(writer.file.role, in: table) { _ in table.schoolWrites?.value }
    try writer.db.execute(
      sql: """
        INSERT INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
        SELECT :now, '\(table.name)', \(table.keyJSON(of: "t.")), t.rev, t.org_code, 'delete',
          \(table.rowJSON(of: "t.")) \(added)
        """, arguments: ["now": writer.rev, "undone": revision])
    try writer.db.execute(
      sql: """
        DELETE FROM \(table.name) WHERE (\(table.key.joined(separator: ", "))) IN (
          SELECT \(table.key.map { "t." + $0 }.joined(separator: ", ")) \(added))
        """, arguments: ["undone": revision])
    writer.count(.removed, table, by: count)
  }
}
