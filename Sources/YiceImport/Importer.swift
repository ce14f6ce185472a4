package import GRDB
package import YiceFormats
package import YiceModel
package import YiceStore

/// Imports one sheet into one table, every bad cell reported at once.
///
/// Decision 0150.
package struct Importer {
  package var table: CatalogTable
  /// 学年 of rows that do not say theirs.
  package var year: Int?
  /// Code or name of the school whose rows these are, for sheets in a bureau's file that do not say it.
  package var school: String?
  /// 学制 of the county, by which grades are read.
  package var stages = StageSystem.usual
  /// 超标准, 大班额 or 超大班额 of a class with so many pupils, for ledgers that leave it out.
  package var levelOfClass: ((Int, Stage) -> String?)?
  /// The clerk's own mapping: heading → column.
  package var mapping: [String: String] = [:]
  /// What words of the sheet stand for, said now; kept in the file.
  package var answers: [Wording] = []
  /// What columns hold that the sheet lacks or leaves empty.
  package var constants: [Constant] = []
  /// All or nothing: one bad cell holds the whole sheet up. Otherwise its row stays out, or, where no figure and no key needs
  /// it, the cell stays empty.
  package var strict = true
  /// The rows that hold the heading; nil to find it.
  package var headerRows: ClosedRange<Int>?
  /// What the choice of the sheet has to say.
  package var notes: [Finding] = []
  /// What other sheets of the same workbook brought into the table.
  var book: BookRows?
  /// Report what would be done and change nothing.
  package var dryRun = false
  /// Asked of the file as a dry run makes it, before that is taken back.
  package var onTrial: ((Database, [CatalogTable]) throws -> Void)?
  /// Remove rows that were deleted on a sheet which remembers its export.
  package var deleteMissing = false
  /// Called now and then with the number of rows read.
  package var progress: ((Int) -> Void)?

  package init(_ table: CatalogTable) { self.table = table }

  /// Why nothing of a sheet could be read.
  package enum Problem: YiceError, Equatable {
    case empty(file: String)
    case noSuchRow(file: String, row: Int)
    case noYear(table: String)

    package var exitStatus: ExitStatus { .failed }

    package var description: String {
      switch self {
      case .empty(let file): "“\(file)”里没有表头行，没有导入任何内容。请检查文件是否选对、是否保存完整。"
      case .noSuchRow(let file, let row): "“\(file)”的第 \(row) 行没有内容，不能作表头。请改 --header-row。"
      case .noYear(let table):
        "“\(table)”需要学年，而文件和表格里都没有写明。请加上 --year，例如 --year 2022。"
      }
    }
  }

  /// Runs the import. The file is written only when nothing holds the sheet up and this is no dry run.
  /// - Throws: `Problem`, `StoreError`, `RecordError.notAllowed`, and the reader's own errors.
  package func run(
    _ source: any RowSource, merges: [CellRange] = [], into file: YiceFile, author: Author
  ) throws -> ImportOutcome {
    do {
      return try file.write("import", author: author, commit: !dryRun) { writer in
        let outcome = try take(source, merges: merges, writer)
        if outcome.isHeldUp, !dryRun { throw Rollback(outcome: outcome) }
        writer.note = outcome.note
        if dryRun, !outcome.isHeldUp { try onTrial?(writer.db, [table]) }
        return outcome
      }
    } catch let rollback as Rollback {
      return rollback.outcome.held
    }
  }
}

/// Ends the transaction without writing; the outcome says why.
private struct Rollback: Error { let outcome: ImportOutcome }

extension Importer {
  /// The answers are the school's, in its own file; else the bureau's, which sends them on.
  func keepAnswers(_ writer: RevisionWriter) throws {
    for answer in answers { _ = try answer.save(table, orgCode: writer.file.orgCode, writer) }
  }

  /// The clerk's words of before, but for those that a word typed now takes the place of.
  package func rememberedMapping(_ file: FileInfo, _ db: Database) throws -> [String: String] {
    let typed = Set(mapping.values.compactMap { table.column($0)?.name })
    return try SavedMapping.words(table, year: year ?? file.schoolYear, db)
      .filter { mapping[$0.key] == nil && !typed.contains(table.column($0.value)?.name ?? $0.value) }
  }

  /// Kinds of the file's schools by their codes.
  static func kinds(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT org_code, kind FROM org WHERE kind IS NOT NULL")
    return Dictionary(rows.map { ($0["org_code"], $0["kind"]) }) { first, _ in first }
  }

  /// Numbers that the file's rows have, by school, 学段 where it is of the key, and name; those made here are none.
  static func numbers(_ db: Database, _ table: CatalogTable, year: Int?) throws -> [[String]: [String]] {
    guard let numbered = OwnNumber.of(table), numbered.isKnownByName else { return [:] }
    if numbered.form == .teacher { return try teacherNumbers(db) }
    let stage = table.key.contains("stage") ? "stage" : "''"
    let ofYear = table.yearColumn.map { " AND \($0.name) = ?" } ?? ""
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, \(stage) AS stage, \(numbered.name) AS name, \(numbered.column) AS number FROM \(table.name)
        WHERE \(numbered.name) IS NOT NULL\(ofYear)
        """, arguments: table.yearColumn == nil ? [] : [year])
    return rows.reduce(into: [:]) { known, row in
      let number: String = row["number"]
      guard !number.hasPrefix(OwnNumber.mark) else { return }
      known[[row["org_code"], row["stage"], row["name"]], default: []].append(number)
    }
  }

  /// Numbers of the file's teachers, of whatever year, by school and name.
  private static func teacherNumbers(_ db: Database) throws -> [[String]: [String]] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT DISTINCT org_code, name, teacher_no FROM teacher WHERE name IS NOT NULL")
    return rows.reduce(into: [:]) {
      $0[[$1["org_code"], "", $1["name"]], default: []].append($1["teacher_no"])
    }
  }

  /// Words of --map that no heading is: mistyped, or of another sheet.
  func unmetMapping(_ labels: [String], at place: SourceLocation) -> [Finding] {
    guard !mapping.isEmpty else { return [] }
    let met = Set(labels.map(HeaderMatcher.tidy))
    return mapping.keys.filter { !met.contains($0) }.sorted().map {
      Finding(.warning, "unmet-map", at: place, "--map 里写的“\($0)”不在表头里，没有用上；请照表头的写法写")
    }
  }
}
