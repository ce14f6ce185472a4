internal import GRDB
internal import YiceModel
internal import YiceStore

/// Whose rows travel when one file is merged into another (merge.md, Scope and authority).
struct MergeScope {
  /// Org codes whose rows are merged; nil: every row of the other file.
  let orgs: [String]?

  /// - Throws: `MergeRefusal` when the two files have nothing to do with each other.
  init(from other: FileInfo, into own: FileInfo, name: String) throws {
    switch (other.role.isOneSchool, own.role.isOneSchool) {
    case (true, true):
      guard other.orgCode == own.orgCode else {
        throw MergeRefusal.foreignFile(name, org: other.orgCode, orgName: other.orgName, own: own.orgCode)
      }
      // Copies of one school's file: what the bureau wrote into either travels along.
      orgs = nil
    case (true, false):
      if own.role == .county, let county = other.countyCode, county != own.orgCode {
        throw MergeRefusal.foreignCounty(name, county: county, own: own.orgCode)
      }
      orgs = [other.orgCode]
    case (false, true):
      if let issued = other.scopeOrg, issued != own.orgCode {
        throw MergeRefusal.foreignFile(name, org: issued, orgName: other.orgName, own: own.orgCode)
      }
      orgs = [own.orgCode, other.orgCode]
    case (false, false):
      if own.role == other.role, own.orgCode != other.orgCode {
        throw MergeRefusal.foreignFile(name, org: other.orgCode, orgName: other.orgName, own: own.orgCode)
      }
      orgs = other.scopeOrg.map { [$0, other.orgCode] }
    }
  }

  /// ` AND alias.org_code IN (…)`, for statements beside `temp.merge_scope`: the same text for every file.
  func filter(_ alias: String) -> String {
    orgs == nil ? "" : " AND \(alias)org_code IN (SELECT org_code FROM temp.merge_scope)"
  }

  /// ` AND alias.org_code NOT IN (…)`: what does not travel; nothing where everything does.
  func outside(_ alias: String) -> String {
    orgs == nil ? " AND false" : " AND \(alias)org_code NOT IN (SELECT org_code FROM temp.merge_scope)"
  }

  /// The same for other connections, with the codes as the argument `list`.
  func filterByArgument(_ alias: String) -> String {
    orgs == nil ? "" : " AND \(alias)org_code IN (SELECT value FROM json_each(?1))"
  }

  /// A JSON array of the codes; they have been checked to be digits.
  var list: StatementArguments {
    orgs.map { ["[" + $0.map { "\"\($0)\"" }.joined(separator: ",") + "]"] } ?? []
  }

  /// Fills `temp.merge_scope`.
  func prepare(_ db: Database) throws {
    try db.run("DELETE FROM temp.merge_scope")
    for org in orgs ?? [] { try db.run("INSERT INTO temp.merge_scope VALUES (?)", [org]) }
  }
}
