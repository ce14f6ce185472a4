package import GRDB
internal import YiceModel
package import YiceStore

extension Profile {
  /// The profile a county's file works with: the active row of table `standard`, else the shipped national one; with
  /// the county's own values of table `threshold`.
  /// - Parameter orgCode: the county's code.
  /// - Throws: `ProfileError`, `DatabaseError`.
  package static func load(from db: Database, orgCode: String) throws -> Profile {
    let profile = try active(db, orgCode) ?? ProfileCatalog.named(ProfileCatalog.defaultID)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT indicator, stage, value FROM threshold
        WHERE org_code = ?1 AND profile IN (?2, ?3, ?4, ?5) ORDER BY profile = ?2, indicator, stage
        """, arguments: [orgCode, profile.id, SizeRules.name, stagesName, ProgrammeRules.name])
    return profile.adjusted(
      by: rows.map { row in
        Adjustment(name: row["indicator"], stage: Stage(word: row["stage"]), value: row["value"])
      })
  }

  private static func active(_ db: Database, _ orgCode: String) throws -> Profile? {
    // After a merge there may be several; the one put in use last counts, the same in every copy.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.profile, s.content FROM standard AS s WHERE s.org_code = ? AND s.active = 1
        ORDER BY (SELECT max(r.at) FROM revision AS r WHERE r.id = s.rev) DESC, s.profile
        """, arguments: [orgCode])
    guard let row = rows.first else { return nil }
    let id: String = row["profile"]
    var profile: Profile
    if let content = row["content"] as String?, !content.isEmpty {
      profile = try ProfileCatalog.read(content, name: id)
      profile.id = id
    } else {
      profile = try ProfileCatalog.named(id)
    }
    profile.rivals = rows.dropFirst().map { $0["profile"] }
    return profile
  }

  /// Makes a profile the county's: its text goes into table `standard`, others of the county become inactive.
  /// - Parameters:
  ///   - yaml: the profile's text, e.g. `ProfileCatalog.text(of:)`.
  ///   - orgCode: the county's code; nil: the file's own.
  /// - Throws: `ProfileError`, `RecordError`.
  @discardableResult
  package static func install(
    _ yaml: String, name: String, into writer: RevisionWriter, orgCode: String? = nil
  ) throws -> Profile {
    let profile = try ProfileCatalog.read(yaml, name: name)
    let orgCode = orgCode ?? writer.file.orgCode
    let others = try String.fetchAll(
      writer.db,
      sql: "SELECT profile FROM standard WHERE org_code = ? AND profile <> ? AND active = 1",
      arguments: [orgCode, profile.id])
    for other in others {
      try writer.set(
        .standard, RowKey([orgCode.databaseValue, other.databaseValue]), ["active": 0])
    }
    let values: [String: DatabaseValue] = [
      "version": profile.version.databaseValue, "title": profile.title.databaseValue,
      "document": profile.document.databaseValue, "content": yaml.databaseValue,
      "active": 1.databaseValue,
    ]
    let key = RowKey([orgCode.databaseValue, profile.id.databaseValue])
    let exists = try Bool.fetchOne(
      writer.db, sql: "SELECT EXISTS (SELECT 1 FROM standard WHERE org_code = ? AND profile = ?)",
      arguments: [orgCode, profile.id])
    if exists == true {
      try writer.set(.standard, key, RowValues(values))
    } else {
      let keyed = ["org_code": orgCode.databaseValue, "profile": profile.id.databaseValue]
      try writer.add(.standard, RowValues(values.merging(keyed) { value, _ in value }))
    }
    return profile
  }
}

extension ProfileCatalog {
  /// Makes the national profile the county's, as a new county file starts with it.
  /// - Throws: `ProfileError`, `RecordError`.
  package static func installDefault(_ writer: RevisionWriter) throws {
    try Profile.install(text(of: defaultID), name: defaultID, into: writer)
  }
}
