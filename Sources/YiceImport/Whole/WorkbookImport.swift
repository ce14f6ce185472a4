package import YiceFormats
package import YiceModel
package import YiceStore

/// Imports all sheets of a workbook, each into the table that it fits, in one transaction under one revision.
///
/// Decision 0151.
package struct WorkbookImport {
  /// What holds for every sheet; its table is that of each sheet in turn.
  package var settings: Importer
  /// 「写法=值」, 「列=值」, 「列名=列名」 as typed: each goes to the tables that know its column.
  package var answers: [String] = []
  package var constants: [String] = []
  package var mapping: [String] = []
  /// Which table a sheet goes to, where a person said so, by the sheet's name.
  package var tables: [String: CatalogTable] = [:]
  /// Called before each sheet.
  package var progress: ((String) -> Void)?

  package init(_ settings: Importer) { self.settings = settings }

  /// - Throws: `StoreError`, the readers' errors, and those of what was typed when no table takes it.
  package func run(_ book: SheetFile, into file: YiceFile, author: Author) throws -> WorkbookOutcome {
    let outcome = WorkbookOutcome(fileName: book.name)
    if let label = try WorkbookLabel(book) {
      return try labelled(label, file).run(unlabelled: book, into: file, author, outcome)
    }
    return try run(unlabelled: book, into: file, author, outcome)
  }

  /// What a workbook says of itself: whose rows it holds, of which 学年.
  /// - Throws: `OtherSchool`.
  private func labelled(_ label: WorkbookLabel, _ file: YiceFile) throws -> WorkbookImport {
    var whole = self
    if file.info.role.isOneSchool {
      guard label.orgCode == file.info.orgCode else {
        throw OtherSchool(code: label.orgCode, name: label.orgName, own: file.info.orgName)
      }
    } else if whole.settings.school == nil {
      whole.settings.school = label.orgCode
    }
    whole.settings.year = settings.year ?? label.year
    return whole
  }

  private func run(
    unlabelled book: SheetFile, into file: YiceFile, _ author: Author, _ begun: WorkbookOutcome
  ) throws -> WorkbookOutcome {
    var outcome = begun
    let chosen = try WorkbookSheets(book, for: file.info.role, tables: tables)
    outcome.unread = chosen.unread
    try typedFits(chosen.sheets.map(\.table))
    do {
      return try file.write("import", author: author, commit: !settings.dryRun) { writer in
        let tables = Dictionary(grouping: chosen.sheets, by: \.table.name)
        let several = tables.filter { $0.value.count > 1 }.mapValues { _ in BookRows() }
        for sheet in chosen.sheets {
          progress?(sheet.info.name)
          outcome.sheets.append(try take(book, sheet, several[sheet.table.name], writer))
        }
        for (table, rows) in several {
          let place = SourceLocation(file: book.name)
          guard let last = outcome.sheets.lastIndex(where: { $0.table.name == table }) else { continue }
          for finding in rows.names?.findings(at: place) ?? [] { outcome.sheets[last].add(finding) }
        }
        if !chosen.statistics.isEmpty {
          outcome.sheets.append(try take(statistics: chosen.statistics, book, writer))
        }
        if settings.strict, !settings.dryRun, outcome.sheets.contains(where: \.isHeldUp) {
          throw HeldUp(outcome: outcome)
        }
        outcome.written = !settings.dryRun && writer.hasWritten
        writer.note = outcome.note
        if settings.dryRun { try settings.onTrial?(writer.db, outcome.writtenTables) }
        return outcome
      }
    } catch let held as HeldUp {
      outcome = held.outcome
      outcome.sheets = outcome.sheets.map(\.held)
      outcome.isHeldUp = true
      return outcome
    }
  }

  private struct HeldUp: Error { let outcome: WorkbookOutcome }

  /// One sheet; what it wrote is taken back when it is held up, and the other sheets go on.
  private func take(
    _ book: SheetFile, _ sheet: WorkbookSheets.Sheet, _ rows: BookRows?, _ writer: RevisionWriter
  ) throws -> ImportOutcome {
    var importer = settings
    importer.book = rows
    importer.table = sheet.table
    importer.answers = answers.compactMap { try? Wording($0, in: sheet.table) }
    importer.constants = constants.compactMap { try? Constant($0, in: sheet.table) }
    importer.mapping = Importer.mapping(mapping, in: sheet.table)
    return try attempt(sheet.table, book.name, sheet.info.name, writer) {
      guard let joined = sheet.joined else {
        return try importer.take(book.rows(of: sheet.info), merges: book.merges(of: sheet.info), writer)
      }
      importer.notes = joined.notes
      return try importer.take(joined.source, writer)
    }
  }

  /// Tables of the statistics, all of them at once: the same figure may stand in several.
  private func take(statistics sheets: [SheetInfo], _ book: SheetFile, _ writer: RevisionWriter) throws
    -> ImportOutcome
  {
    let names = sheets.map(\.name).joined(separator: "、")
    return try attempt(.statement, book.name, names, writer) {
      let statistics = try StatisticsImport(
        book, only: sheets, into: writer.file, importer: settings, schools: KnownSchools(writer.db))
      var outcome = statistics.located(try statistics.importer.take(statistics.rows, writer))
      outcome.sheetName = names
      return outcome
    }
  }

  private func attempt(
    _ table: CatalogTable, _ fileName: String, _ sheetName: String, _ writer: RevisionWriter,
    _ take: () throws -> ImportOutcome
  ) throws -> ImportOutcome {
    do {
      return try writer.attempt {
        let outcome = try take()
        return outcome.isHeldUp && !settings.dryRun ? (outcome.held, false) : (outcome, true)
      }
    } catch let problem as any YiceError {
      guard problem is Importer.Problem || problem is Importer.SchoolProblem || problem is WorkbookError
      else {
        throw problem
      }
      var outcome = ImportOutcome(
        table: table, fileName: fileName, sheetName: sheetName, encodingName: "xlsx")
      outcome.add(
        Finding(
          .error, "sheet-refused", at: SourceLocation(file: fileName, sheet: sheetName), problem.description))
      outcome.isHeldUp = true
      return outcome
    }
  }

  /// What was typed must be of use to one of the tables.
  private func typedFits(_ tables: [CatalogTable]) throws {
    guard let first = tables.first else { return }
    for text in answers where !tables.contains(where: { (try? Wording(text, in: $0)) != nil }) {
      _ = try Wording(text, in: first)
    }
    for text in mapping where !tables.contains(where: { Importer.mapping([text], in: $0).isEmpty == false }) {
      throw WordingError.heading(text)
    }
    for text in constants where !tables.contains(where: { (try? Constant(text, in: $0)) != nil }) {
      _ = try Constant(text, in: first)
    }
  }
}

/// A school's workbook in another school's file.
package struct OtherSchool: YiceError, Equatable {
  package let code: String
  package let name: String
  package let own: String

  package var exitStatus: ExitStatus { .notAllowed }

  package var description: String {
    "这个工作簿是 \(name)（\(code)）的，本文件是 \(own) 的，没有导入。请选本校的工作簿，或在教育局的文件里用 yice merge 合并。"
  }
}

extension Importer {
  /// 「表格的列名=本表的列名」, those whose column the table has.
  fileprivate static func mapping(_ typed: [String], in table: CatalogTable) -> [String: String] {
    var mapping: [String: String] = [:]
    for text in typed {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, table.column(parts[1]) != nil else { continue }
      mapping[HeaderMatcher.tidy(parts[0])] = parts[1]
    }
    return mapping
  }
}
