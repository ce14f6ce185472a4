internal import GRDB
package import YiceFormats
package import YiceModel
package import YiceStore

/// Imports one sheet into one table: all or nothing, every bad cell reported at once.
package struct Importer {
  package let table: CatalogTable
  /// 学年 of rows that do not say theirs.
  package var year: Int?
  /// Code or name of the school whose rows these are, for sheets in a bureau's file that do not say it.
  package var school: String?
  /// 学制 of the county, by which grades are read.
  package var stages = StageSystem.usual
  /// The clerk's own mapping: heading → column.
  package var mapping: [String: String] = [:]
  /// The rows that hold the heading; nil to find it.
  package var headerRows: ClosedRange<Int>?
  /// What the choice of the sheet has to say.
  package var notes: [Finding] = []
  /// Report what would be done and change nothing.
  package var dryRun = false
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

  /// Runs the import. The file is written only when there are no errors and this is no dry run.
  /// - Throws: `Problem`, `StoreError`, `RecordError.notAllowed`, and the reader's own errors.
  package func run(
    _ source: any RowSource, merges: [CellRange] = [], into file: YiceFile, author: Author
  ) throws -> ImportOutcome {
    if table.schoolWrites == nil || file.info.role != .school {
      try Authority.require(file.info.role, in: table)
    }
    var outcome = ImportOutcome(
      table: table, fileName: source.sourceName, sheetName: source.sheetName,
      encodingName: source.encodingName)
    let year = self.year ?? file.info.schoolYear
    let remembered = try rememberedMapping(file)
    let matcher = HeaderMatcher(table, mapping: remembered.merging(mapping) { _, typed in typed })
    guard let rows = try HeadedRows(source, merges: merges, matcher: matcher, headerRows: headerRows) else {
      if let headerRows { throw Problem.noSuchRow(file: source.sourceName, row: headerRows.lowerBound) }
      throw Problem.empty(file: source.sourceName)
    }
    if let derived = try derived(rows, matcher, file) {
      var next = self
      next.headerRows = nil
      next.notes = notes + derived.findings
      var outcome = try next.run(derived.rows, into: file, author: author)
      outcome.holdsPersons = derived.holdsPersons
      return outcome
    }
    for finding in notes + rows.notes { outcome.add(finding) }
    let place = SourceLocation(
      file: source.sourceName, sheet: source.sheetName, row: rows.heading.rows.upperBound)
    let saved = SavedMapping(table, labels: rows.heading.labels, year: year)
    let labels = Set(rows.heading.labels.map(HeaderMatcher.tidy))
    let used = remembered.filter { labels.contains($0.key) }
    if !used.isEmpty {
      let pairs = used.sorted { $0.key < $1.key }
        .map { "\($0.key)=\(table.column($0.value)?.label ?? $0.value)" }
      outcome.add(
        Finding(.note, "saved-mapping", at: place, "按以前记下的对应导入：\(pairs.joined(separator: "、"))"))
    }
    var plan = matcher.match(rows.heading.labels, titles: rows.titles, at: place)
    let owner = try owner(
      &plan, headings: rows.heading.labels, titles: rows.titles, file, at: place, report: { outcome.add($0) })
    outcome.headings = plan.headings
    for finding in plan.skipped + unmetMapping(rows.heading.labels, at: place) + plan.problems {
      outcome.add(finding)
    }
    guard plan.problems.isEmpty else { return outcome }
    if table.yearColumn?.required == true, year == nil,
      !plan.entries.contains(where: { $0.column.name == "school_year" })
    {
      throw Problem.noYear(table: table.label)
    }
    var row = SheetRow()
    let plannedColumns = plan
    rows.merged = MergedCells(rows.merges, from: rows.dataStart, columns: plan.mergeColumns)
    return try file.write("import", author: author, note: nil, commit: !dryRun) { writer in
      let reader = try RowReader(
        plan: plannedColumns, file: file.info, owner: owner.code, schools: owner.schools, year: year,
        stages: stages, source: source)
      reader.pageHead = rows.pageHead
      reader.schoolKinds = { (try? Importer.kinds(writer.db)) ?? [:] }
      reader.storedRow = { try? writer.current(table, RowKey($0)) }
      reader.registeredNumbers = { (try? Importer.numbers(writer.db, year: year)) ?? [:] }
      if let memory = plannedColumns.memory {
        try readBack(rows, reader, plannedColumns, memory.sheet, at: memory.index, writer, &outcome)
        if outcome.errors > 0, !dryRun { throw Rollback() }
        return outcome
      }
      let upsert = try BulkUpsert(writer, table, columns: reader.columns)
      let yearSlot = reader.columns.firstIndex { $0.name == "school_year" }
      var otherYears = 0
      while try rows.next(into: &row) {
        if let finding = reader.otherRow(row) {
          outcome.add(finding)
          continue
        }
        outcome.rows += 1
        if outcome.rows % 10_000 == 0 { progress?(outcome.rows) }
        let errorsBefore = outcome.errors
        try reader.read(row, report: { outcome.add($0) }) { values in
          if let yearSlot, let year, case .integer(let given) = values[yearSlot], given != Int64(year) {
            otherYears += 1
          }
          guard dryRun || outcome.errors == 0 else { return }
          do {
            switch try upsert.write(values) {
            case .new: outcome.new += 1
            case .changed: outcome.changed += 1
            case .same, .removed: outcome.same += 1
            }
          } catch let refused as BulkUpsert.Refused {
            let place = SourceLocation(file: source.sourceName, sheet: source.sheetName, row: row.number)
            outcome.add(Finding(.error, "refused", at: place, "数据库不接受这一行：\(refused.detail)"))
          } catch let refused as MoveError {
            let place = SourceLocation(file: source.sourceName, row: row.number)
            outcome.add(Finding(.error, "bad-move", at: place, refused.description))
          }
        }
        if outcome.errors > errorsBefore { outcome.bad += 1 }
      }
      if otherYears > 0, let year {
        let text = "有 \(otherYears) 行的学年不是本文件的 \(year) 学年；如果学年写错了，请改正后重新导入"
        outcome.add(
          Finding(
            .note, "other-year", at: SourceLocation(file: source.sourceName, sheet: source.sheetName), text))
      }
      reader.closeBlock { outcome.add($0) }
      if let cut = reader.cutFinding(source, lastRow: row) { outcome.add(cut) }
      for finding in rows.merged?.findings(
        at: SourceLocation(file: source.sourceName, sheet: source.sheetName)) ?? []
      { outcome.add(finding) }
      for finding in SheetRemarkFindings.make(source, headings: plannedColumns.headings) {
        outcome.add(finding)
      }
      if outcome.errors > 0, !dryRun { throw Rollback() }
      // A word counts as a change of its own: the sheet may hold nothing new.
      if try !mapping.isEmpty && saved.save(mapping, writer.db) { try writer.save(writer.file) }
      outcome.written = !dryRun && writer.hasWritten
      writer.note =
        "\(source.sourceName) → \(table.label)：新增 \(outcome.new)，更改 \(outcome.changed)，相同 \(outcome.same)"
      return outcome
    } catchingRollback: {
      outcome.new = 0
      outcome.changed = 0
      outcome.same = 0
      outcome.conflicts = 0
      outcome.removed = 0
      return outcome
    }
  }
}

extension Importer {
  /// The clerk's words of before, but for those that a word typed now takes the place of.
  package func rememberedMapping(_ file: YiceFile) throws -> [String: String] {
    let typed = Set(mapping.values.compactMap { table.column($0)?.name })
    return try file.read { try SavedMapping.words(table, year: year ?? file.info.schoolYear, $0) }
      .filter { mapping[$0.key] == nil && !typed.contains(table.column($0.value)?.name ?? $0.value) }
  }

  /// Kinds of the file's schools by their codes.
  private static func kinds(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT org_code, kind FROM org WHERE kind IS NOT NULL")
    return Dictionary(rows.map { ($0["org_code"], $0["kind"]) }) { first, _ in first }
  }

  /// Numbers that the file's teachers have, by school and name; those made here are none.
  private static func numbers(_ db: Database, year: Int?) throws -> [[String]: [String]] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT org_code, name, teacher_no FROM teacher WHERE school_year = ? AND name IS NOT NULL",
      arguments: [year])
    return rows.reduce(into: [:]) { known, row in
      let number: String = row["teacher_no"]
      guard !number.hasPrefix(OwnNumber.mark) else { return }
      known[[row["org_code"], row["name"]], default: []].append(number)
    }
  }

  /// Words of --map that no heading is: mistyped, or of another sheet.
  private func unmetMapping(_ labels: [String], at place: SourceLocation) -> [Finding] {
    let met = Set(labels.map(HeaderMatcher.tidy))
    return mapping.keys.filter { !met.contains($0) }.sorted().map {
      Finding(.warning, "unmet-map", at: place, "--map 里写的“\($0)”不在表头里，没有用上；请照表头的写法写")
    }
  }
}

/// Ends the transaction without writing; the outcome says why.
private struct Rollback: Error {}

extension YiceFile {
  fileprivate func write<T>(
    _ action: String, author: Author, note: String?, commit: Bool,
    _ body: (RevisionWriter) throws -> T, catchingRollback: () -> T
  ) throws -> T {
    do {
      return try write(action, author: author, note: note, commit: commit, body)
    } catch is Rollback {
      return catchingRollback()
    }
  }
}
