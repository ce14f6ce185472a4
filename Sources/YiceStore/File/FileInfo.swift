package import GRDB
package import YiceModel

/// What a file says of itself (table `file_info`).
package struct FileInfo: Sendable, Equatable {
  package var role: Role
  package var orgCode: String
  package var orgName: String
  /// 6-digit code of the county; a county file's own code.
  package var countyCode: String?
  /// The 学年 that commands use when none is given.
  package var schoolYear: Int?
  /// The one school whose rows an extract of a bureau's file holds.
  package var scopeOrg: String?
  /// Random; copying a file copies it, creating a file anew makes another.
  package var fileID: String
  package var createdAt: String
  package var createdBy: String

  package init(
    role: Role, orgCode: String, orgName: String, countyCode: String? = nil, schoolYear: Int? = nil,
    fileID: String = RandomID.text(), createdAt: String = Moment.now(), createdBy: String = Tool.name
  ) {
    self.role = role
    self.orgCode = orgCode
    self.orgName = orgName
    self.countyCode = countyCode
    self.schoolYear = schoolYear
    self.fileID = fileID
    self.createdAt = createdAt
    self.createdBy = createdBy
  }
}

extension FileInfo {
  /// Reads it from the schema of that name; nil when a needed key is missing or makes no sense.
  package init?(_ db: Database, schema: String = "main") throws {
    var values: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT key, value FROM \(schema).file_info") {
      // A damaged file may hold anything; the wrong type must not end the program.
      guard let key = String.fromDatabaseValue(row["key"]) else { continue }
      values[key] = String.fromDatabaseValue(row["value"])
    }
    self.init(values)
  }

  /// From the keys and values of `file_info`; nil when a needed one is missing or makes no sense.
  package init?(_ values: [String: String]) {
    guard let role = values["role"].flatMap(Role.init(rawValue:)), let orgCode = values["org_code"],
      OrgCode.isValid(orgCode), let fileID = values["file_id"],
      // Codes stand in the text of queries.
      values["scope_org"].map(OrgCode.isSchool) ?? true
    else { return nil }
    self.init(
      role: role, orgCode: orgCode, orgName: values["org_name"] ?? "",
      countyCode: values["county_code"], schoolYear: values["school_year"].flatMap { Int($0) },
      fileID: fileID, createdAt: values["created_at"] ?? "", createdBy: values["created_by"] ?? "")
    scopeOrg = values["scope_org"]
  }

  func save(_ db: Database) throws {
    let values: [(String, String?)] = [
      ("role", role.rawValue), ("org_code", orgCode), ("org_name", orgName),
      ("county_code", countyCode), ("school_year", schoolYear.map { "\($0)" }),
      ("scope_org", scopeOrg), ("file_id", fileID), ("created_at", createdAt), ("created_by", createdBy),
    ]
    for case (let key, let value?) in values {
      try db.execute(
        sql: "INSERT OR REPLACE INTO file_info (key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }
}
