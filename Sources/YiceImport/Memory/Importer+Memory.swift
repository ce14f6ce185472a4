internal import GRDB
internal import YiceFormats
internal import YiceModel
internal import YiceStore

extension Importer {
  /// Reads a sheet back that was exported from this file or a copy of it.
  func readBack(
    _ sheet: HeadedRows, _ reader: RowReader, _ plan: ImportPlan, _ memory: SheetMemory, at column: Int,
    _ writer: RevisionWriter, _ outcome: inout ImportOutcome
  ) throws {
    let source = sheet.source
    let given = Set(plan.entries.map(\.column.name))
    let untouched = try UntouchedRows(writer.db, table, columns: reader.columns, given: given, memory)
    let rows = RememberedRows(writer, table, columns: reader.columns, given: given, untouched)
    let rest = StoredRest(writer, table, columns: reader.columns)
    var row = SheetRow()
    while try sheet.next(into: &row) {
      let known = row.withBytes(column, untouched.place(of:))
      let other = known == nil ? RowMemory(text: row[column]) : nil
      // A row that was exported is a record, whatever it begins with.
      if known == nil, other == nil, let finding = reader.otherRow(row) {
        outcome.add(finding)
        continue
      }
      outcome.rows += 1
      if outcome.rows % 10_000 == 0 { progress?(outcome.rows) }
      let errorsBefore = outcome.errors
      let place = SourceLocation(file: source.sourceName, sheet: source.sheetName, row: row.number)
      let report: (Finding) -> Void = { outcome.add($0) }
      try reader.read(row, report: report) { values in
        if let known, reader.emptiedSlots.isEmpty, untouched.hold(values, at: known),
          rows.isFirst(at: known)
        {
          outcome.same += 1
          return
        }
        var values = values
        if let refusal = try rest.settle(&values, made: reader.madeSlots, at: place) {
          outcome.add(refusal)
          return
        }
        do {
          let (result, key) = try rows.take(
            values.map(\.databaseValue), known.map(untouched.memory(at:)) ?? other,
            unread: reader.emptiedSlots)
          count(result, key, place, &outcome)
        } catch let refused as YiceStore.RecordError {
          outcome.add(Finding(.error, "refused", at: place, refused.description))
        } catch let refused as MoveError {
          outcome.add(Finding(.error, "bad-move", at: place, refused.description))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          outcome.add(Finding(.error, "refused", at: place, "数据库不接受这一行：\(error.message ?? "CHECK")"))
        }
      }
      if outcome.errors > errorsBefore {
        outcome.bad += 1
        rows.keep(known.map(untouched.memory(at:)) ?? other)
      }
      outcome.emptied += reader.emptied.count
    }
    reader.closeBlock { outcome.add($0) }
    if let cut = reader.cutFinding(source, lastRow: row) { outcome.add(cut) }
    for finding in SheetRemarkFindings.make(source, headings: plan.headings) { outcome.add(finding) }
    guard !outcome.isHeldUp else { return }
    // Where all rows that the file had stand on the sheet, none is gone from it.
    if !rows.seen.areAll {
      try settleMissing(rows.seen.keys, memory, writer, source.sourceName, &outcome)
    }
    try keepAnswers(writer)
    outcome.written = !dryRun && writer.hasWritten
    outcome.isReadBack = true
  }

  private func count(
    _ result: RememberedRows.Outcome, _ key: RowKey, _ place: SourceLocation, _ outcome: inout ImportOutcome
  ) {
    switch result {
    case .new: outcome.new += 1
    case .changed: outcome.changed += 1
    case .same: outcome.same += 1
    case .conflict:
      outcome.conflicts += 1
      outcome.add(
        Finding(
          .warning, "conflict", at: place,
          "表格里改过，文件里后来也改过（\(key.text)）：两个版本都已保留，请用 yice show 查看、用 yice set 写下决定"))
    case .returned:
      outcome.new += 1
      outcome.add(
        Finding(.warning, "row-returned", at: place, "文件里后来删除了这一行（\(key.text)），而表格里改过：已按表格恢复"))
    }
  }

  // MARK: - Rows that are gone from the sheet

  private func settleMissing(
    _ seen: Set<String>, _ memory: SheetMemory, _ writer: RevisionWriter, _ name: String,
    _ outcome: inout ImportOutcome
  ) throws {
    var query = RecordQuery(table)
    for condition in memory.conditions { try query.add(condition: condition) }
    let missing = try MissingRows(writer.db, query, memory: memory, seen: seen, writing: writer.rev)
    let place = SourceLocation(file: name)
    guard missing.isCertain else {
      guard !missing.unchanged.isEmpty else { return }
      outcome.add(
        Finding(
          .warning, "missing-unknown", at: place,
          "导出以后文件并入过别处的内容（或这是另一份文件的表格），分不清表格里删了哪些行：一行也没有删除。要删除请重新导出，或用 yice remove"))
      return
    }
    outcome.missing = missing.unchanged.count + missing.changed.count
    for key in missing.unchanged {
      if deleteMissing {
        try writer.remove(table, key)
        outcome.removed += 1
      } else {
        outcome.add(
          Finding(
            .warning, "missing-row", at: place,
            "表格里没有这一行了（\(key.text)），文件里仍保留；确实要删除请加 --delete-missing"))
      }
    }
    for key in missing.changed {
      outcome.add(
        Finding(.warning, "missing-changed", at: place, "表格里没有这一行了（\(key.text)），而文件里后来又改过：没有删除"))
    }
  }
}
