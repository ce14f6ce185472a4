import GRDB
import YiceStore

/// What a real file holds, said as the model says it: a line each (Tests/MergeModel/README.md).
struct ModelState {
  private(set) var lines: Set<String> = []
  /// Versions whose revision no step has named yet: key, content, revision.
  private(set) var unnamed: [(row: ModelRow, content: String, rev: Int64)] = []

  private struct Version {
    let row: ModelRow
    let rev: Int64
    let content: String
  }

  /// - Parameters:
  ///   - label: a revision's name in the model.
  ///   - background: revisions of what the files held from the start.
  init(_ db: Database, label: (Int64) -> String?, background: Set<Int64>) throws {
    func name(_ rev: Int64) -> String { label(rev) ?? "?\(rev)" }
    var contents: [String: Set<String>] = [:]
    var shown: [String: String] = [:]
    var waiting: Set<String> = []
    for row in try Row.fetchAll(db.cachedStatement(sql: ModelState.versions)) {
      let kind: String = row["kind"]
      let key = ModelState.row(kind, org: row["org"], id: row["id"])
      let content = ModelRow.content(kind, row["content"] ?? "")
      let rev: Int64 = row["rev"]
      lines.insert("\(key.name) \(name(rev)) \(content)")
      contents[key.name, default: []].insert(content)
      if row["waits"] == 0 { shown[key.name] = name(rev) } else { waiting.insert(key.name) }
      if label(rev) == nil { unnamed.append((key, content, rev)) }
    }
    for key in waiting { lines.insert("^ \(key) \(shown[key] ?? "none")") }
    for (key, contents) in contents where contents.count > 1 { lines.insert("! " + key) }
    for row in try Row.fetchAll(db.cachedStatement(sql: ModelState.history)) {
      guard let kind = ModelRow.kinds[row["table_name"]] else { continue }
      let key = ModelState.row(kind, org: row["org"], id: row["id"])
      lines.insert("< \(name(row["rev"])) \(key.name) \(name(row["before_rev"]))")
    }
    for row in try Row.fetchAll(db.cachedStatement(sql: "SELECT id, org_code, class FROM revision_area")) {
      let rev: Int64 = row["id"]
      guard !background.contains(rev) else { continue }
      let org: String = row["org_code"]
      lines.insert("+ \(name(rev)) \(ModelRow.orgs[org] ?? org) \(row["class"] as String)")
    }
    // The program looks in every table; that costs more than all the rest.
    guard contents.contains(where: { $0.value.count > 1 }) else { return }
    let conflicts = try ConflictQuery.count(db)
    let differing = contents.count { $0.value.count > 1 }
    if conflicts != differing { lines.insert("! \(conflicts) conflicts are counted, not \(differing)") }
  }

  private static func row(_ kind: String, org: String, id: String) -> ModelRow {
    ModelRow(kind: kind, org: ModelRow.orgs[org] ?? org, id: id)
  }

  private static let versions: String = ModelRow.tables.sorted { $0.key < $1.key }.map {
    kind, table -> String in
    let id = kind == "reg" ? "room_no" : "id"
    let place = kind == "reg" ? 2 : 1
    return """
      SELECT '\(kind)' AS kind, org_code AS org, \(id) AS id, rev, 0 AS waits,
        \(ModelRow.contentSQL(kind) { $0 }) AS content
      FROM \(table.name)
      UNION ALL
      SELECT '\(kind)', org_code, json_extract(row_key, '$[\(place)]'), rev, 1,
        \(ModelRow.contentSQL(kind) { "json_extract(content, '$.\($0)')" })
      FROM sibling WHERE table_name = '\(table.name)'
      """
  }.joined(separator: "\nUNION ALL\n")

  private static let history = """
    SELECT table_name, org_code AS org, json_extract(row_key, '$[#-1]') AS id, rev, before_rev FROM change WHERE void = 0
    """
}
