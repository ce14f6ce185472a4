internal import GRDB
package import YiceFormats
internal import YiceModel
package import YiceStore

extension Importer {
  /// Imports a sheet within a transaction of the caller's, who takes it back when the outcome is held up.
  /// - Throws: `Problem`, `RecordError.notAllowed`, and the reader's own errors.
  package func take(
    _ source: any RowSource, merges: [CellRange] = [], _ writer: RevisionWriter
  ) throws -> ImportOutcome {
    let file = writer.file
    if table.schoolWrites == nil || file.role != .school {
      try Authority.require(file.role, in: table)
    }
    var outcome = ImportOutcome(
      table: table, fileName: source.sourceName, sheetName: source.sheetName,
      encodingName: source.encodingName)
    outcome.isStrict = strict
    let year = self.year ?? file.schoolYear
    let remembered = try rememberedMapping(file, writer.db)
    let matcher = HeaderMatcher(
      table, mapping: remembered.merging(mapping) { _, typed in typed },
      constants: Set(constants.map(\.column.name)))
    guard let rows = try HeadedRows(source, merges: merges, matcher: matcher, headerRows: headerRows) else {
      if let headerRows { throw Problem.noSuchRow(file: source.sourceName, row: headerRows.lowerBound) }
      throw Problem.empty(file: source.sourceName)
    }
    if let sideBySide = SideBySide(rows, matcher) {
      if let problem = sideBySide.problem {
        for finding in notes + [problem] { outcome.add(finding) }
        outcome.isHeldUp = true
        return outcome
      }
      let made = try sideBySide.rows()
      var next = self
      next.headerRows = nil
      next.notes = notes + [sideBySide.note] + made.findings
      return try next.take(made.rows, writer)
    }
    if let derived = try derived(rows, matcher, file, writer.db) {
      outcome.holdsPersons = derived.holdsPersons
      guard let made = derived.rows else {
        for finding in notes + derived.findings { outcome.add(finding) }
        outcome.isHeldUp = true
        return outcome
      }
      var next = self
      next.headerRows = nil
      next.notes = notes + derived.findings
      let before = derived.holdsPersons ? try headCounts(writer.db) : [:]
      outcome = try next.take(made, writer)
      outcome.holdsPersons = derived.holdsPersons
      let place = SourceLocation(file: source.sourceName, sheet: source.sheetName)
      if let told = try shrunk(before, writer.db, at: place) { outcome.add(told) }
      return outcome
    }
    for finding in notes + rows.notes { outcome.add(finding) }
    let place = SourceLocation(
      file: source.sourceName, sheet: source.sheetName, row: rows.heading.rows.upperBound)
    let labels = rows.heading.labels
    tellRemembered(remembered, labels, place, &outcome)
    var plan = matcher.match(labels, titles: rows.titles, at: place)
    let owner = try owner(
      &plan, headings: labels, titles: rows.titles, file, SchoolDirectory(writer.db), at: place,
      report: { outcome.add($0) })
    outcome.headings = plan.headings
    if let told = otherYear(rows.titles, file, plan, place) { outcome.add(told) }
    for finding in plan.skipped + unmetMapping(labels, at: place) + plan.problems { outcome.add(finding) }
    if plan.standing == nil, plan.memory == nil, let standing = RowStanding.of(table),
      let title = standing.goneSheet(rows.titles, source.sheetName)
    {
      plan.problems.append(
        Finding(
          .error, "not-counted", at: SourceLocation(file: place.file, sheet: place.sheet), value: title,
          "这张表看来不是\(standing.things)，没有导入。确实是的，请改工作表名或标题"))
      outcome.add(plan.problems[plan.problems.count - 1])
    }
    if let some = someOnly(plan, rows.titles + [place.sheet].compactMap(\.self), at: place) {
      plan.problems.append(some)
      outcome.add(some)
    }
    guard plan.problems.isEmpty else {
      outcome.isHeldUp = true
      return outcome
    }
    if table.yearColumn?.required == true, year == nil,
      !plan.entries.contains(where: { $0.column.name == "school_year" })
    {
      throw Problem.noYear(table: table.label)
    }
    rows.merged = MergedCells(rows.merges, from: rows.dataStart, columns: plan.mergeColumns)
    if plan.memory == nil { rows.groups = ClassGroups(plan, stages, sheetName: source.sheetName) }
    var words = try Wordings(
      table, orgCode: owner.code ?? file.orgCode, countyCode: file.countyCode, writer.db)
    words.add(answers)
    let reader = try RowReader(
      plan: plan, file: file, owner: owner.code, schools: owner.schools, year: year, stages: stages,
      words: words, constants: constants, strict: outcome.isStrict, source: source)
    reader.pageHead = rows.pageHead
    reader.sourceOfSheet = ProblemTitle.source(rows.titles, source.sheetName, in: table)
    reader.sheetStage = SheetStage.find(rows.titles, source.sheetName)
    if let book, OwnNumber.of(table)?.form == .words { reader.numberedRows = book.numbered }
    if table.name == CatalogTable.teacher.name, rows.merged != nil,
      let name = plan.entries.first(where: { $0.column.name == "name" })?.index
    {
      reader.isSamePerson = { [unowned rows] in rows.merged?.filledNow.contains(name) ?? false }
    }
    reader.levelOfClass = levelOfClass
    reader.schoolKinds = { (try? Importer.kinds(writer.db)) ?? [:] }
    reader.registeredNumbers = { (try? Importer.numbers(writer.db, table, year: year)) ?? [:] }
    if let memory = plan.memory {
      try readBack(rows, reader, plan, memory.sheet, at: memory.index, writer, &outcome)
      return outcome
    }
    try takeRows(rows, reader, year, writer, &outcome)
    guard !outcome.isHeldUp else { return outcome }
    try keepAnswers(writer)
    // A word counts as a change of its own: the sheet may hold nothing new.
    let saved = SavedMapping(table, labels: labels, year: year)
    if try !mapping.isEmpty && saved.save(mapping, writer.db) { try writer.save(file) }
    outcome.written = !dryRun && writer.hasWritten
    return outcome
  }

  /// 人数 below the title 各班留守儿童人数 is not the size of the classes.
  private func someOnly(_ plan: ImportPlan, _ titles: [String], at place: SourceLocation) -> Finding? {
    guard table.name == CatalogTable.classRoll.name, plan.memory == nil,
      let entry = plan.entries.first(where: { $0.column.name == "head_count" }),
      !PupilWords.wholeClass.contains(entry.heading),
      let word = PupilWords.some(in: titles.map(HeaderMatcher.tidy))
    else { return nil }
    return Finding(
      .error, "some-pupils", at: SourceLocation(file: place.file, sheet: place.sheet), value: word,
      "按标题或工作表名（\(word)），“\(entry.heading)”不是全班人数，没有导入。请把列名写明（班级人数、留守儿童数、寄宿生数……），再导入")
  }

  /// All rows of a sheet that does not remember an export.
  private func takeRows(
    _ rows: HeadedRows, _ reader: RowReader, _ year: Int?, _ writer: RevisionWriter,
    _ outcome: inout ImportOutcome
  ) throws {
    let source = rows.source
    let place = SourceLocation(file: source.sourceName, sheet: source.sheetName)
    let sink = try RowSink(writer, table, columns: reader.columns)
    let yearSlot = reader.columns.firstIndex { $0.name == "school_year" }
    var otherYears = 0
    var names = try book?.names ?? NamesBefore(writer.db, table, year: year)
    let slots = names?.slots(reader.columns)
    let ahead = RowsAhead(rows, reader)
    try ahead.each { row in
      guard !row.isOther else {
        for finding in row.findings { outcome.add(finding) }
        return
      }
      outcome.rows += 1
      if outcome.rows % 10_000 == 0 { progress?(outcome.rows) }
      let errorsBefore = outcome.errors
      for finding in row.findings { outcome.add(finding) }
      if let values = row.values {
        if let yearSlot, let year, case .integer(let given) = values[yearSlot], given != Int64(year) {
          otherYears += 1
        }
        var place = place
        place.row = row.number
        if reader.hasNumbered,
          let text = book?.repeated(reader.key(values), reader.given(values), sheet: source.sheetName ?? "")
        {
          outcome.add(Finding(.warning, "same-person", at: place, text))
        }
        if let refusal = book?.refusal(
          reader.key(values), reader.given(values), sheet: source.sheetName ?? "", row: row.number, table)
        {
          outcome.add(Finding(.error, "other-sheet-row", at: place, refusal))
          outcome.bad += 1
          return
        }
        if let slots {
          names?.note(values, slots, row: row.number, sheet: book == nil ? nil : source.sheetName)
        }
        let written = try sink.take(values, of: row, at: place, writes: dryRun || !outcome.isHeldUp, &outcome)
        if slots != nil {
          names?.note(written, row: row.number, sheet: book == nil ? nil : source.sheetName)
        }
      }
      if outcome.errors > errorsBefore { outcome.bad += 1 }
      outcome.emptied += row.emptied.count
    }
    if otherYears > 0, let year {
      let text = "有 \(otherYears) 行的学年不是本文件的 \(year) 学年；如果学年写错了，请改正后重新导入"
      outcome.add(Finding(.note, "other-year", at: place, text))
    }
    if OwnNumber.of(table)?.form == .words { book?.numbered = reader.numberedRows }
    if reader.hasNumbered { names?.isNumbered = true }
    if let book {
      // Told after the last of the sheets.
      book.names = names
    } else {
      for finding in names?.findings(at: place) ?? [] { outcome.add(finding) }
    }
    if book == nil, !outcome.isHeldUp, !reader.hasNumbered,
      let left = try left(writer, year, outcome, at: place)
    {
      outcome.add(left)
    }
    reader.closeBlock { outcome.add($0) }
    let ofSheet = [reader.doubtFinding, reader.totalFinding(of: outcome.rows), reader.doubtfulSheet(place)]
    for finding in reader.kindFindings + reader.tickFindings + ofSheet.compactMap(\.self) {
      outcome.add(finding)
    }
    if let cut = reader.cutFinding(source, lastRow: ahead.lastRow) { outcome.add(cut) }
    for finding in rows.merged?.findings(at: place) ?? [] { outcome.add(finding) }
    for finding in rows.groups?.findings(at: place) ?? [] { outcome.add(finding) }
    for finding in SheetRemarkFindings.make(source, headings: outcome.headings) { outcome.add(finding) }
    // A sheet of which no row is any good is no sheet of this table.
    if outcome.errors > 0, outcome.bad == outcome.rows { outcome.isHeldUp = true }
  }

  /// Rows of a school's register that the sheet has no line for stay: a sheet may be of some rows only.
  private func left(
    _ writer: RevisionWriter, _ year: Int?, _ outcome: ImportOutcome, at place: SourceLocation
  ) throws
    -> Finding?
  {
    guard writer.file.role == .school, Importer.registers.contains(where: { $0.name == table.name }),
      let yearColumn = table.yearColumn, outcome.same + outcome.changed > 0
    else { return nil }
    let all =
      try Int.fetchOne(
        writer.db, sql: "SELECT count(*) FROM \(table.name) WHERE org_code = ? AND \(yearColumn.name) IS ?",
        arguments: [writer.file.orgCode, year]) ?? 0
    let left = all - outcome.new - outcome.same - outcome.changed
    guard left > 0 else { return nil }
    let asked = deleteMissing ? "--delete-missing 只用于从本程序导出、再读回的表格，这张表不是。" : ""
    return Finding(
      deleteMissing ? .warning : .note, "left-rows", at: place,
      "文件里另有 \(left) 行不在这张表里，照常保留并计入。\(asked)已经不在的，请用 yice remove 删去")
  }

  /// Tables whose rows schools count one by one.
  static let registers = [CatalogTable.classRoll, .teacher, .room, .ground, .equipment]

  private func tellRemembered(
    _ remembered: [String: String], _ labels: [String], _ place: SourceLocation,
    _ outcome: inout ImportOutcome
  ) {
    guard !remembered.isEmpty else { return }
    let known = Set(labels.map(HeaderMatcher.tidy))
    let used = remembered.filter { known.contains($0.key) }
    guard !used.isEmpty else { return }
    let pairs = used.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(table.column($0.value)?.label ?? $0.value)" }
    outcome.add(Finding(.note, "saved-mapping", at: place, "按以前记下的对应导入：\(pairs.joined(separator: "、"))"))
  }
}
