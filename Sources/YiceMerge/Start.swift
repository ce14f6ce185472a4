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
  /// - Returns: what the new file says of itself, and what the extract's signature was found to be.
  package static func school(from file: YiceFile, to path: String) throws -> (
    info: FileInfo, proof: SenderProof?
  ) {
    guard let school = file.info.scopeOrg else { throw Problem.notAnExtract(file.name) }
    let name = try file.read { db in
      try String.fetchOne(db, sql: "SELECT name FROM org WHERE org_code = ?", arguments: [school])
    }
    return try copy(file, to: path, role: .school, org: school, name: name ?? school)
  }

  /// An inspector's copy of a school's file (or of the bureau's extract of one school).
  /// - Parameter signer: who vouches for the copy until it is worked in; nil: nobody, and it has no seal.
  package static func inspection(from file: YiceFile, to path: String, signer: Signer? = nil) throws -> (
    info: FileInfo, proof: SenderProof?
  ) {
    guard file.info.role == .school || file.info.scopeOrg != nil else { throw Problem.notASchool(file.name) }
    return try copy(
      file, to: path, role: .inspection, org: file.info.scopeOrg ?? file.info.orgCode,
      name: file.info.orgName,
      signer: signer)
  }

  private static func copy(
    _ file: YiceFile, to path: String, role: Role, org: String, name: String, signer: Signer? = nil
  )
    throws -> (info: FileInfo, proof: SenderProof?)
  {
    // It came by mail: nothing of it is copied before it is looked at.
    let proof = try Vetting.require(file.path)
    let info = FileInfo(
      role: role, orgCode: org, orgName: name, countyCode: file.info.countyCode,
      schoolYear: file.info.schoolYear)
    try Graft.draft(of: file, as: info, for: path).copy(to: path) { db in
      if let signer { try Seal.write(db, by: signer) }
    }
    return (info, proof)
  }
}
