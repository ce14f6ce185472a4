internal import GRDB
internal import YiceModel
package import YiceStore

/// What the bureau sends to one school: its rows, what the bureau issued, and the revisions of both (merge.md, Scope).
package enum Extract {
  /// Schools that have rows in the file, in the order of their codes.
  package static func schools(_ file: YiceFile) throws -> [(code: String, name: String)] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT org_code, name FROM org WHERE length(org_code) = 10 ORDER BY org_code"
      )
      .map { ($0["org_code"], $0["name"]) }
    }
  }

  /// Writes the extract of one school.
  /// - Throws: `StoreError`.
  package static func write(_ file: YiceFile, school: String, to path: String) throws {
    do {
      try make(file, school: school, to: path)
    } catch StoreError.diskFull {
      throw StoreError.diskFull(path)
    }
  }

  private static func make(_ file: YiceFile, school: String, to path: String) throws {
    var info = FileInfo(
      role: file.info.role, orgCode: file.info.orgCode, orgName: file.info.orgName,
      countyCode: file.info.countyCode, schoolYear: file.info.schoolYear)
    info.scopeOrg = school
    let empty = try YiceFile.create(path + ".new", info: info, author: Author(file.info.orgName))
    defer { YiceFile.delete(path + ".new") }
    try empty.withConnection { db in
      db.stopObservingStatements()
      try db.execute(sql: "ATTACH ? AS county", arguments: [file.path])
      defer { try? db.execute(sql: "DETACH county") }
      try db.inTransaction(.immediate) {
        try fill(db, orgs: [school, file.info.orgCode])
        return .commit
      }
    }
    try empty.copy(to: path, replacing: true) { try Seal.write($0) }
  }

  private static func fill(_ db: Database, orgs: [String]) throws {
    let scope = orgs.map { "'\($0)'" }.joined(separator: ", ")
    let tables = TableCatalog.tables
    for table in tables {
      try db.execute(
        sql: "INSERT INTO main.\(table.name) SELECT * FROM county.\(table.name) WHERE org_code IN (\(scope))")
    }
    for table in ["sibling", "change"] {
      try db.execute(
        sql: "INSERT INTO main.\(table) SELECT * FROM county.\(table) WHERE org_code IN (\(scope))")
    }
    // Revisions of the school and the bureau, and of whoever else wrote a row that travels.
    let written =
      tables.map { "SELECT rev FROM main.\($0.name)" } + [
        "SELECT rev FROM main.sibling", "SELECT rev FROM main.change",
      ]
    try db.execute(
      sql: """
        INSERT INTO main.revision SELECT * FROM county.revision
        WHERE org_code IN (\(scope)) OR id IN (\(written.joined(separator: " UNION ")))
        """)
    try db.execute(
      sql: """
        INSERT INTO main.evidence_blob SELECT b.* FROM county.evidence_blob AS b
        WHERE b.sha256 IN (SELECT sha256 FROM main.evidence)
        """)
    try db.recountRevisions()
  }
}
