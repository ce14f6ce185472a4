internal import GRDB
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// Keys that a write without right has touched (merge.md, The rule, 1 and 2). Of such a key a file says nothing: the other
/// file's rows stay, or take its place.
struct Taint {
  let db: Database
  let inbox: String
  let travel: Travel
  /// Keys by which reviewers' writes must be signed; nil: they need not be.
  var reviewers: KeyRegister?

  struct Found {
    /// Tables with keys in `temp.said`, of which the other file says nothing.
    var said: Set<String> = []
    /// Tables with keys in `temp.healed`, of which this file never said anything.
    var healed: Set<String> = []
    /// Areas that stay out whole, because the other file's list of revisions speaks for them.
    var areas: [(org: String, areaClass: String)] = []
  }

  static let empty = """
    CREATE TEMP TABLE IF NOT EXISTS said (
      table_name TEXT NOT NULL, row_key TEXT NOT NULL, rev INTEGER NOT NULL, reason TEXT NOT NULL,
      PRIMARY KEY (table_name, row_key, rev)) WITHOUT ROWID;
    CREATE TEMP TABLE IF NOT EXISTS healed (
      table_name TEXT NOT NULL, row_key TEXT NOT NULL, PRIMARY KEY (table_name, row_key)) WITHOUT ROWID;
    """

  /// Finds both, takes areas out of `temp.travel`, and sets this file's own tainted versions aside.
  func run() throws -> Found {
    try db.run("DELETE FROM temp.said")
    try db.run("DELETE FROM temp.healed")
    var found = Found()
    if !travel.sender.isBureau || travel.sender.scopeOrg != nil { try findTheirs(&found) }
    // A school judges what an inspector brings; what its bureau sends has been judged.
    let judges =
      travel.receiver.isBureau || (travel.receiver.role == .school && travel.sender.role == .inspection)
    if let reviewers, !travel.sender.isBureau, judges {
      try findUnsigned(reviewers, &found)
    }
    if !travel.receiver.isBureau { try findOurs(&found) }
    return found
  }

  private func findTheirs(_ found: inout Found) throws {
    for table in try suspects(in: inbox) {
      // What a bureau's file holds has been let in.
      let held = travel.receiver.isBureau ? " AND NOT \(holds("w", table, in: "main"))" : ""
      try db.run(
        """
        INSERT OR IGNORE INTO temp.said SELECT '\(table.name)', w.row_key, w.rev, w.reason
        FROM (\(Trespass(table, in: inbox).sql(rows: Taint.travels(table), revisions: judged))) AS w WHERE true\(held)
        """)
      guard db.changesCount > 0 else { continue }
      found.said.insert(table.name)
      try closeAreas(table, &found)
    }
  }

  /// What says that a reviewer wrote it, and no reviewer signed; what this file holds has been let in.
  private func findUnsigned(_ keys: KeyRegister, _ found: inout Found) throws {
    for table in RowSignatures.tables {
      let news =
        "NOT \(holds("w", table, in: "main")) AND \(Taint.travels(table).replacing("{org}", with: "json_extract(w.row_key, '$[0]')"))"
      for write in try RowSignatures(db: db, schema: inbox).unsigned(table, keys, where: news) {
        try db.run(
          "INSERT OR IGNORE INTO temp.said VALUES (?, ?, ?, '没有登记过的督查或教育局密钥的签名')",
          [table.name, write.key, write.rev])
        found.said.insert(table.name)
      }
    }
  }

  /// Of what a bureau sent, only what somebody wrote into it on its way.
  private var judged: String {
    travel.sender.isBureau ? "(SELECT role FROM \(inbox).revision WHERE id = {rev}) = 'issued'" : "true"
  }

  /// Where we go by our list of revisions, an area comes whole or not at all.
  private func closeAreas(_ table: CatalogTable, _ found: inout Found) throws {
    for areaClass in [table.areaClass, .bureau] where travel.hasWord(areaClass, sender: false) {
      let closed = try Row.fetchAll(
        db,
        sql: """
          SELECT w.org_code, w.class FROM temp.travel AS w WHERE w.class = '\(areaClass.rawValue)'
            AND w.org_code IN (SELECT json_extract(row_key, '$[0]') FROM temp.said WHERE table_name = '\(table.name)')
          """)
      for row in closed {
        found.areas.append((row["org_code"], row["class"]))
        try db.run(
          "DELETE FROM temp.travel WHERE org_code = ? AND class = ?", [row["org_code"], row["class"]])
      }
    }
  }

  private func findOurs(_ found: inout Found) throws {
    for table in try suspects(in: "main") {
      let held = travel.sender.isBureau ? " AND NOT \(holds("w", table, in: inbox))" : ""
      try db.run(
        """
        INSERT OR IGNORE INTO temp.healed SELECT '\(table.name)', w.row_key
        FROM (\(Trespass(table, in: "main").sql(rows: Taint.travels(table)))) AS w
        WHERE w.row_key NOT IN (SELECT row_key FROM temp.said WHERE table_name = '\(table.name)')\(held)
        """)
      guard db.changesCount > 0 else { continue }
      found.healed.insert(table.name)
      let keys = try String.fetchAll(
        db, sql: "SELECT row_key FROM temp.healed WHERE table_name = ?", arguments: [table.name])
      for key in keys { try Trespass.setAside(key, table, db) }
    }
  }

  /// Tables in which there can be such a write at all: those whose rights hang on the row, where there are rows, and those
  /// in which a revision without right touched something.
  private func suspects(in schema: String) throws -> [CatalogTable] {
    let wrong = try String.fetchSet(
      db,
      sql: """
        SELECT DISTINCT a.class FROM \(schema).revision_area AS a JOIN \(schema).revision AS r ON r.id = a.id
        WHERE NOT (\(Trespass.classRight(areaClass: "a.class", revision: "r", org: "a.org_code")))
        """)
    return try TableCatalog.tables.filter { table in
      if wrong.contains(table.areaClass.rawValue) || wrong.contains(AreaClass.bureau.rawValue) { return true }
      guard table.areaClass == .shared else { return false }
      return try Bool.fetchOne(
        db,
        cached: """
          SELECT EXISTS (SELECT 1 FROM \(schema).\(table.name)) OR EXISTS (
            SELECT 1 FROM \(schema).change WHERE table_name = '\(table.name)')
          """) ?? false
    }
  }

  /// Condition on an org: its rows in the table travel.
  static func travels(_ table: CatalogTable) -> String {
    """
    EXISTS (SELECT 1 FROM temp.travel AS w WHERE w.org_code = {org}
      AND w.class = CASE length({org}) WHEN 6 THEN 'bureau' ELSE '\(table.areaClass.rawValue)' END)
    """
  }

  private func holds(_ alias: String, _ table: CatalogTable, in schema: String) -> String {
    """
    (EXISTS (SELECT 1 FROM \(schema).\(table.name) AS x WHERE \(table.keyMatch(of: "x.", inJSON: "\(alias).row_key"))
        AND x.rev = \(alias).rev)
      OR EXISTS (SELECT 1 FROM \(schema).sibling AS x WHERE x.table_name = '\(table.name)'
        AND x.row_key = \(alias).row_key AND x.rev = \(alias).rev)
      OR EXISTS (SELECT 1 FROM \(schema).change AS x WHERE x.table_name = '\(table.name)' AND x.row_key = \(alias).row_key
        AND x.void = 0 AND (x.rev = \(alias).rev OR x.before_rev = \(alias).rev)))
    """
  }
}

extension FileInfo {
  /// Bureaus' files hold only what was let in, and what they write by right.
  var isBureau: Bool { !role.isOneSchool }
}
