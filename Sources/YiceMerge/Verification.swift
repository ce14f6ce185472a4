internal import GRDB
package import YiceModel
package import YiceStore

/// What a look at one received file found.
package struct Verification: Sendable {
  package struct Problem: Sendable {
    package let reason: String
    package let exitStatus: ExitStatus
  }

  package let fileName: String
  package internal(set) var info: FileInfo?
  /// Rows over all tables.
  package internal(set) var rows = 0
  /// Moment and note of the newest revision.
  package internal(set) var latest: HistoryEntry?
  package internal(set) var isSealed = false
  package internal(set) var problem: Problem?

  /// Vets the files as a merge would, then checks their seals.
  package static func check(_ paths: [String]) -> [Verification] {
    Vetting(targetPath: "", limits: UntrustedFile.Limits(), merged: [:], target: nil).check(paths).map {
      file in
      var report = Verification(fileName: file.name)
      switch file.outcome {
      case .ready(let info), .known(let info):
        report.info = info
        do {
          try UntrustedFile.read(file.path) { try report.look($0) }
        } catch {
          report.problem = Problem(reason: "\(error)", exitStatus: .notOurFile)
        }
      case .refused(let error):
        report.problem = Problem(
          reason: "\(error)", exitStatus: (error as? any YiceError)?.exitStatus ?? .failed)
      }
      return report
    }
  }

  private mutating func look(_ db: Database) throws {
    // Vetting asks whether the pages are sound; here there is time to hold every index against its table as well.
    let check = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
    guard check == "ok" else {
      problem = Problem(
        reason: MergeRefusal.damaged(fileName, detail: check).description, exitStatus: .notOurFile)
      return
    }
    latest = try HistoryQuery.entries(db, limit: 1).first
    for table in TableCatalog.tables {
      rows += try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)") ?? 0
    }
    guard let broken = try Seal.broken(db) else { return }
    isSealed = true
    guard !broken.isEmpty else { return }
    problem = Problem(
      reason: "封条与内容不符：\(broken.map(\.label).joined(separator: "、"))。打包后内容被改动过，请发送人重新打包。",
      exitStatus: .notOurFile)
  }
}
