internal import GRDB
package import YiceModel
package import YiceSign
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
  /// What its signature was found to be.
  package internal(set) var proof = SenderProof.unsigned
  package internal(set) var problem: Problem?

  /// Vets the files as a merge would, then checks their seals.
  /// - Parameter register: keys that are known; what is refused for want of a signature is for those who merge.
  package static func check(
    _ paths: [String], register: KeyRegister = KeyRegister(), opener: MailOpener = MailOpener()
  ) -> [Verification] {
    var trust = Trust()
    trust.register = register
    let vetting = Vetting(
      targetPath: "", limits: UntrustedFile.Limits(), merged: [:], target: nil, trust: trust,
      opener: opener)
    // One after the other: what an encrypted file holds is not kept until the last has been looked at.
    let queue = VettingQueue(vetting, paths)
    defer { queue.stop() }
    var reports: [Verification] = []
    while let file = queue.next() {
      var report = Verification(fileName: file.name)
      switch file.outcome {
      case .ready(let info), .known(let info):
        report.info = info
        report.proof = file.proof ?? .unsigned
        do {
          try UntrustedFile.read(file.path) { try report.look($0) }
        } catch {
          report.refuse(error, path: file.path)
        }
      case .refused(let error): report.refuse(error, path: file.path)
      }
      reports.append(report)
    }
    return reports
  }

  private mutating func refuse(_ error: any Error, path: String) {
    if case MergeRefusal.brokenSeal = error {
      isSealed = true
      // Whom to ask for it again, as far as the file can be believed.
      info = info ?? FilePeek.fileInfo(path).flatMap { FileInfo($0) }
    }
    problem = Problem(reason: "\(error)", exitStatus: (error as? any YiceError)?.exitStatus ?? .notOurFile)
  }

  private mutating func look(_ db: Database) throws {
    // Here there is time to hold every index against its table, in a file without a seal too.
    isSealed = try Seal.require(db, name: fileName, everyIndex: true)
    latest = try HistoryQuery.entries(db, limit: 1).first
    for table in TableCatalog.tables {
      rows += try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)") ?? 0
    }
  }
}
