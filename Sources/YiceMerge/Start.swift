internal import GRDB
package import YiceModel
package import YiceStore

/// Files made from other files: a school's own from what the bureau sent, an inspector's from a school's.
package enum Start {
  package enum Problem: YiceError, Equatable {
    case notAnExtract(String)
    case notASchool(String)

    package var exitStatus: ExitStatus { .notAllowed }

    package var description: String {
      switch self {
      case .notAnExtract(let name): "“\(name)”不是教育局发给学校的文件，不能据此建立学校文件。请用 yice issue 发出的文件。"
      case .notASchool(let name): "“\(name)”不是学校文件，不能据此建立督查副本。请选学校发来的文件。"
      }
    }
  }

  /// The school's own file, from the bureau's extract.
  package static func school(from file: YiceFile, to path: String) throws -> FileInfo {
    guard let school = file.info.scopeOrg else { throw Problem.notAnExtract(file.name) }
    let name = try file.read { db in
      try String.fetchOne(db, sql: "SELECT name FROM org WHERE org_code = ?", arguments: [school])
    }
    return try copy(file, to: path, role: .school, org: school, name: name ?? school)
  }

  /// An inspector's copy of a school's file (or of the bureau's extract of one school).
  package static func inspection(from file: YiceFile, to path: String) throws -> FileInfo {
    guard file.info.role == .school || file.info.scopeOrg != nil else { throw Problem.notASchool(file.name) }
    return try copy(
      file, to: path, role: .inspection, org: file.info.scopeOrg ?? file.info.orgCode, name: file.info.orgName
    )
  }

  private static func copy(_ file: YiceFile, to path: String, role: Role, org: String, name: String) throws
    -> FileInfo
  {
    // It came by mail: nothing of it is copied before it is looked at.
    try Vetting.require(file.path)
    let info = FileInfo(
      role: role, orgCode: org, orgName: name, countyCode: file.info.countyCode,
      schoolYear: file.info.schoolYear)
    try Graft.draft(of: file, as: info, for: path).copy(to: path) { _ in }
    return info
  }
}
