internal import GRDB
internal import YiceFiles
internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceStore

/// Where received workbooks become schools' files, one after another: in one draft in memory, beside which the bureau's
/// file stays attached, so that neither schema is parsed nor any question compiled for each school anew. Decision 0170.
final class WorkbookDesk: Sendable {
  private let county: BureauFile
  private let draft: MemoryDraft
  private let vetting: Vetting

  /// Under which the bureau's file is attached.
  private static let inbox = "inbox0"

  /// - Throws: `StoreError`.
  init(_ county: BureauFile, _ vetting: Vetting) throws {
    self.county = county
    self.vetting = vetting
    draft = try MemoryDraft()
    try draft.withConnection(named: county.path) { db in
      try FileMerge.prepare(db)
      try db.execute(
        sql: "ATTACH ? AS \(WorkbookDesk.inbox)", arguments: [county.path])
    }
  }

  /// Makes the file that the school would have sent now; the bureau's file is as it is before the merge.
  /// - Throws: `WorkbookRefusal`, `MergeRefusal`, the readers' errors, `StoreError`.
  func take(_ workbook: String) throws -> ReceivedWorkbook {
    let name = fileName(of: workbook)
    guard !county.info.role.isOneSchool else { throw WorkbookRefusal.ownFile(name) }
    let book = try SheetFile.open(workbook)
    guard let label = try WorkbookLabel(book) else { throw WorkbookRefusal.unlabelled(name) }
    let own = county.info.role == .county ? county.info.orgCode : nil
    if let own, let written = label.countyCode, own != written {
      throw MergeRefusal.foreignCounty(name, county: written, own: own)
    }
    guard let school = county.schools.schools.first(where: { $0.code == label.orgCode }) else {
      throw WorkbookRefusal.unknownSchool(name, label.orgName, label.orgCode)
    }
    let info = FileInfo(
      role: .school, orgCode: school.code, orgName: school.name,
      countyCode: label.countyCode ?? own, schoolYear: label.year ?? county.info.schoolYear)
    let file = try draft.begin(info, named: name)
    let notes = try draft.withConnection(named: county.path) { db in
      try Graft.fill(db, from: WorkbookDesk.inbox, county.info, name: fileName(of: county.path), as: info)
      return try self.notes(label, name, db)
    }
    let outcome = try fill(file, from: book)
    guard !outcome.sheets.isEmpty, !outcome.isFruitless else {
      throw WorkbookRefusal.fruitless(name, outcome)
    }
    // Not by `read`: switching a connection to reading only and back expires every statement that it has compiled.
    try draft.withConnection(named: name) { try vetting.requireSound($0, info, name) }
    return ReceivedWorkbook(
      name: name, info: info, file: try draft.bytes(), account: .init(outcome: outcome, notes: notes))
  }

  private func fill(_ file: YiceFile, from book: SheetFile) throws -> WorkbookOutcome {
    var settings = Importer(.teacher)
    settings.year = file.info.schoolYear
    settings.stages = county.stages
    settings.strict = false
    settings.deleteMissing = true
    return try WorkbookImport(settings).run(book, into: file, author: Author("表格：" + book.name))
  }

  /// A workbook of another 学年, or one that was made before the school's last mail came.
  private func notes(_ label: WorkbookLabel, _ name: String, _ db: Database) throws -> [Finding] {
    var notes: [Finding] = []
    let place = SourceLocation(file: name)
    if let year = label.year, let own = county.info.schoolYear, year != own {
      notes.append(Finding(.note, "other-year", at: place, "这是 \(year) 学年的工作簿，按 \(year) 学年并入"))
    }
    let last = try String.fetchOne(
      db,
      sql: """
        SELECT max(at) FROM \(WorkbookDesk.inbox).received WHERE org_code = ? AND role = 'school' AND at > ?
        """, arguments: [label.orgCode, label.madeAt])
    if let last, !label.madeAt.isEmpty {
      notes.append(
        Finding(
          .note, "old-workbook", at: place,
          "这个工作簿是 \(label.madeAt.prefix(10)) 生成的，\(last.prefix(10)) 已并入过这所学校的内容；只有与生成时不同的格算作改动"))
    }
    return notes
  }
}

/// What desks need to know of the file that is merged into.
struct BureauFile: Sendable {
  let path: String
  let info: FileInfo
  let schools: SchoolDirectory
  /// 学制 of the county.
  let stages: StageSystem

  init(_ file: YiceFile, stages: StageSystem) throws {
    path = file.path
    info = file.info
    schools = try file.read { try SchoolDirectory($0) }
    self.stages = stages
  }
}
