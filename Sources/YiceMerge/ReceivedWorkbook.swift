internal import GRDB
internal import YiceFiles
internal import YiceFormats
package import YiceImport
package import YiceModel
internal import YiceStore

/// A school's workbook as the file that the school would have sent: what the bureau issues to it today, with the sheets
/// imported. That file is merged like any other, so conflicts, authority and old copies are the merge's. Decision 0152.
struct ReceivedWorkbook {
  /// The made file, under the workbook's name, for as long as this is held.
  let path: String
  let outcome: WorkbookOutcome
  /// What the person who merges should know of the workbook's age.
  let notes: [Finding]
  private let folder: PrivateFolder

  /// - Parameters:
  ///   - county: the bureau's file, as it is before the merge.
  ///   - stages: 学制 of the county.
  /// - Throws: `WorkbookRefusal`, the readers' errors, `StoreError`.
  init(_ workbook: String, for county: YiceFile, stages: StageSystem) throws {
    let name = fileName(of: workbook)
    guard !county.info.role.isOneSchool else { throw WorkbookRefusal.ownFile(name) }
    let book = try SheetFile.open(workbook)
    guard let label = try WorkbookLabel(book) else { throw WorkbookRefusal.unlabelled(name) }
    let own = county.info.role == .county ? county.info.orgCode : nil
    if let own, let written = label.countyCode, own != written {
      throw MergeRefusal.foreignCounty(name, county: written, own: own)
    }
    let school = try county.read { try SchoolDirectory($0) }.schools.first { $0.code == label.orgCode }
    guard let school else { throw WorkbookRefusal.unknownSchool(name, label.orgName, label.orgCode) }
    let info = FileInfo(
      role: .school, orgCode: school.code, orgName: school.name,
      countyCode: label.countyCode ?? own, schoolYear: label.year ?? county.info.schoolYear)
    folder = try StoreError.making(temporaryFolder) { try PrivateFolder() }
    path = folder.path + "/" + name
    notes = try ReceivedWorkbook.notes(label, name, county)
    let draft = try Graft.draft(of: county, as: info, for: path)
    var settings = Importer(.teacher)
    settings.year = info.schoolYear
    settings.stages = stages
    settings.strict = false
    settings.deleteMissing = true
    outcome = try WorkbookImport(settings).run(book, into: draft, author: Author("表格：" + name))
    guard !outcome.sheets.isEmpty, !outcome.isFruitless else {
      throw WorkbookRefusal.fruitless(name, outcome)
    }
    try draft.copy(to: path) { _ in }
  }

  /// A workbook of another 学年, or one that was made before the school's last mail came.
  private static func notes(_ label: WorkbookLabel, _ name: String, _ county: YiceFile) throws -> [Finding] {
    var notes: [Finding] = []
    let place = SourceLocation(file: name)
    if let year = label.year, let own = county.info.schoolYear, year != own {
      notes.append(Finding(.note, "other-year", at: place, "这是 \(year) 学年的工作簿，按 \(year) 学年并入"))
    }
    let last = try county.read { db in
      try String.fetchOne(
        db, sql: "SELECT max(at) FROM received WHERE org_code = ? AND role = 'school' AND at > ?",
        arguments: [label.orgCode, label.madeAt])
    }
    if let last, !label.madeAt.isEmpty {
      notes.append(
        Finding(
          .note, "old-workbook", at: place,
          "这个工作簿是 \(label.madeAt.prefix(10)) 生成的，\(last.prefix(10)) 已并入过这所学校的内容；只有与生成时不同的格算作改动"))
    }
    return notes
  }
}

/// Why a workbook was not merged.
package enum WorkbookRefusal: YiceError {
  case ownFile(String)
  case unlabelled(String)
  case unknownSchool(String, String, String)
  case fruitless(String, WorkbookOutcome)

  package var exitStatus: ExitStatus {
    switch self {
    case .ownFile: .usage
    case .unknownSchool: .notAllowed
    case .unlabelled, .fruitless: .failed
    }
  }

  package var description: String {
    switch self {
    case .ownFile(let name):
      "“\(name)”是工作簿；学校自己的文件请用 yice import 文件 \(name) 导入，先加 --dry-run 看看。"
    case .unlabelled(let name):
      "“\(name)”看不出是哪所学校的（隐藏的“一册”工作表和“说明”都不在了），没有合并。请用 yice import 县级文件 \(name) --school 学校 导入。"
    case .unknownSchool(let name, let school, let code):
      "“\(name)”是 \(school)（\(code)）的，本文件里没有这所学校，没有合并。请先导入学校机构。"
    case .fruitless(let name, let outcome):
      "“\(name)”里没有一张工作表能合并"
        + (outcome.findings.first { $0.severity == .error }.map { "：\($0.description)" } ?? "。")
    }
  }
}
