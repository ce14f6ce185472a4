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
  package static func write(_ file: YiceFile, school: String, to path: String, signer: Signer? = nil) throws {
    do {
      try make(file, school: school, to: path, signer)
    } catch StoreError.diskFull {
      throw StoreError.diskFull(path)
    }
  }

  /// What the school's own file would be if it began with an extract made now; it has no name and goes away with the object.
  /// - Throws: `StoreError`.
  package static func school(_ file: YiceFile, school: (code: String, name: String), for path: String) throws
    -> YiceFile
  {
    let info = FileInfo(
      role: .school, orgCode: school.code, orgName: school.name,
      countyCode: file.info.role == .county ? file.info.orgCode : file.info.countyCode,
      schoolYear: file.info.schoolYear)
    return try Graft.draft(of: file, as: info, for: path)
  }

  private static func make(_ file: YiceFile, school: String, to path: String, _ signer: Signer?) throws {
    var info = FileInfo(
      role: file.info.role, orgCode: file.info.orgCode, orgName: file.info.orgName,
      countyCode: file.info.countyCode, schoolYear: file.info.schoolYear)
    info.scopeOrg = school
    let own =
      try signer == nil ? [] : file.read { try Int64.fetchAll($0, sql: "SELECT id FROM own_revision") }
    try Graft.draft(of: file, as: info, for: path).copy(to: path, replacing: true) { db in
      // What the bureau wrote it signs for here as well.
      let keep = try db.cachedStatement(
        sql: "INSERT INTO own_revision SELECT id FROM revision WHERE id = ?")
      for id in own { try keep.execute(arguments: [id]) }
      try Seal.write(db, by: signer)
    }
  }
}
