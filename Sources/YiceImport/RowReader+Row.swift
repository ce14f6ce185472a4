internal import YiceFormats
internal import YiceModel
internal import YiceStore

extension RowReader {
  /// Reads a row; `write` gets its values only when nothing was wrong with it but for cells that stay empty.
  func read(
    _ row: SheetRow, report: (Finding) -> Void, write: ([BulkUpsert.Bound]) throws -> Void
  ) throws {
    lastWidth = row.count
    var failed = false
    if !emptied.isEmpty {
      emptied = []
      emptiedSlots = []
    }
    func fail(_ code: String, _ column: String?, _ value: String?, _ message: String) {
      failed = true
      report(Finding(.error, code, at: place(row, column), value: value, message))
    }
    if row.ordinal > 16 { note(row, report: report) }
    guard
      row.count == plan.width || (row.count < plan.width && (mayEndEarly || mayBeCutShort(row)))
        || (row.count > plan.width && isBlank(row, from: plan.width))
    else {
      guard !mayEndEarly else {
        fail("beyond-heading", nil, nil, "第 \(plan.width) 列以后还有内容，表头却没有这些列：请补上表头，或删去多余的内容")
        return
      }
      let advice = row.count < plan.width ? "可能缺了逗号，或文件在传送中被截断" : "某一格里可能有没加引号的逗号"
      fail("cell-count", nil, nil, "这一行有 \(row.count) 格，表头有 \(plan.width) 格：\(advice)")
      return
    }
    try row.withCells { cells in
      periodWords = nil
      isCategoryBad = false
      assetClass = nil
      keptWords = nil
      gradeWords = GradeWords()
      statementUnit = nil
      for slot in defaults.indices { values[slot] = defaults[slot] }
      for column in self.cells {
        let cell = cells[column.index]
        if cell.isEmpty, column.emptyIsDefault { continue }
        let slot = column.slot
        if !constants.isEmpty, constants.contains(where: { $0.slot == slot }),
          Characters.trimmed(cell).isEmpty
        {
          continue
        }
        // A row that a person added to an exported sheet has no id yet.
        if mayBeMade(slot), Characters.trimmed(cell).isEmpty { continue }
        if let mistake = SheetWords.formulaError(cell) {
          stayEmpty(
            column, slot, row, mistake.shown, ValueProblem(code: mistake.code, message: mistake.message),
            fail, report)
          continue
        }
        do throws(ValueProblem) {
          if let told = column.meaning?.told(Characters.plain(cell)), !Characters.trimmed(cell).isEmpty {
            values[slot] = bound(try column.parser.parse(told).value, cell)
            continue
          }
          if let period, slot == period.slot, takePeriod(cell) { continue }
          if slot == gradeSlot, try takeGrade(cell) { continue }
          let parsed =
            if let told = try parseStatement(cell, column) { told } else { try column.parser.parse(cell) }
          values[slot] = bound(parsed.value, cell)
          // A number of identity is told below, by itself and never shown.
          if let remark = parsed.remark, !IdentityCard.isContained(in: cell) {
            report(
              Finding(
                .warning, remark.code, at: place(row, column.heading),
                value: shown(cell, column.parser.column),
                remark.message))
          }
          if cell.count >= 18, IdentityCard.isContained(in: cell) {
            guard !column.parser.column.required else {
              fail("identity-card", column.heading, nil, "这一格是身份证号，不能存入。请改用学校自己的编号")
              continue
            }
            values[slot] = .null
            report(Finding(.warning, "identity-card", at: place(row, column.heading), "这一格含身份证号，没有存入"))
          }
        } catch {
          let value = shown(cell, column.parser.column)
          if slot == categorySlot {
            // The kind of all rooms for lessons: the name says which.
            if isRoom, let value, RowReader.coarseKinds.contains(value) { continue }
            if moneySlot != nil, let value, AssetClass.of(value) != nil {
              assetClass = value
              continue
            }
            isCategoryBad = true
          }
          stayEmpty(column, slot, row, value, error, fail, report)
        }
      }
      complete(row, cells, fail, report)
      remark()
      guard !failed else { return }
      if let slot = orgSlot, file.role.isOneSchool, text(values[slot]) != file.orgCode {
        fail("foreign-org", columns[slot].label, text(values[slot]), "这一行不是本校（\(file.orgCode)）的")
      }
      if let first = firstRowWithSameKey(row.number, apart: tellBuildingsApart) {
        fail(
          "duplicate-key", nil, nil, "与第 \(first) 行是同一条\(keyText())，\(RowReader.sameKeyAdvice(plan.table))")
      }
      guard !failed else { return }
      if !standingCells.isEmpty { noteDoubt(row, cells) }
      if categorySlot != nil { noteTotal(row, cells) }
      if isRoom, roomCountSlot != nil { noteAreas(cells) }
      try write(values)
    }
  }

  /// What such a cell holds is worked out where it is empty.
  func mayBeMade(_ slot: Int) -> Bool {
    slot == idSlot || slot == numberSlot || slot == categorySlot || slot == sourceSlot || slot == stateSlot
      || slot == levelSlot || slot == filedSlot || gradedSlots.contains(slot)
      || (slot == headCountSlot && plan.girls != nil)
  }

  /// A cell that could not be read: it stays empty and is told, or its row stays out.
  private func stayEmpty(
    _ column: CellParser, _ slot: Int, _ row: SheetRow, _ value: String?, _ problem: ValueProblem,
    _ fail: Fail,
    _ report: (Finding) -> Void
  ) {
    guard mayStayEmpty(column.parser.column, problem.code) else {
      fail(problem.code, column.heading, value, problem.message)
      return
    }
    values[slot] = .null
    if slot != noteSlot { emptied.append((column.heading, value)) }
    emptiedSlots.insert(slot)
    report(
      Finding(
        .warning, problem.code, at: place(row, column.heading), value: value,
        problem.message + "。这一格留空导入"))
  }

  /// Brings 备注 up to date where the sheet gives it: what it says of cells that are filled now goes.
  private func remark() {
    guard let noteSlot, !emptied.isEmpty || keptWords != nil || plan.memory != nil else { return }
    if emptied.isEmpty, keptWords == nil, isEmpty(noteSlot) { return }
    defer {
      if let keptWords {
        values[noteSlot] = .text(RowRemark.note(text(values[noteSlot]), keeping: keptWords))
      }
    }
    let note = text(values[noteSlot])
    if !emptied.isEmpty {
      values[noteSlot] = .text(RowRemark.note(note, emptied))
    } else if let named = RowRemark.columns(of: note),
      named.allSatisfy({ word in cells.contains { isFilled($0, word) } })
    {
      let rest = RowRemark.note(note, [])
      values[noteSlot] = rest.isEmpty ? .null : .text(rest)
    }
  }

  private func isFilled(_ cell: CellParser, _ word: String) -> Bool {
    guard cell.parser.column.name == plan.table.column(word)?.name else { return false }
    if case .null = values[cell.slot] { return false }
    return true
  }

  /// No figure and no key needs the column: the row is worth having without it.
  private func mayStayEmpty(_ column: CatalogColumn, _ code: String) -> Bool {
    !isStrict && !column.required && !column.inFigures && !plan.table.key.contains(column.name)
      && !SheetFault.codes.contains(code)
  }

  func place(_ row: SheetRow, _ column: String?) -> SourceLocation {
    SourceLocation(file: location.file, sheet: location.sheet, row: row.number, column: column)
  }

  private func isBlank(_ row: SheetRow, from first: Int) -> Bool {
    (first..<row.count).allSatisfy { row.withBytes($0) { Characters.trimmed($0).isEmpty } }
  }

  private func bound(_ value: ParsedValue, _ cell: UnsafeBufferPointer<UInt8>) -> BulkUpsert.Bound {
    switch value {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .slice(let range): .bytes(UnsafeBufferPointer(rebasing: cell[range]))
    case .text(let text): .text(text)
    }
  }

  /// The cell as a message may show it: personal data stays out.
  func shown(_ cell: UnsafeBufferPointer<UInt8>, _ column: CatalogColumn) -> String? {
    guard !column.sensitive, !IdentityCard.isContained(in: cell) else { return nil }
    return String(decoding: cell[Characters.trimmed(cell)], as: UTF8.self)
  }

  func shownText(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: cell[Characters.trimmed(cell)], as: UTF8.self)
  }

  func text(_ value: BulkUpsert.Bound) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .text(let text): text
    }
  }
}
