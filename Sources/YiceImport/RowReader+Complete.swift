internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// What follows from the cells of a row: its school, its class, its id.
extension RowReader {
  typealias Fail = (_ code: String, _ column: String?, _ value: String?, _ message: String) -> Void

  func complete(
    _ row: SheetRow, _ cells: SheetCells, _ fail: Fail, _ report: (Finding) -> Void
  ) {
    if let own = plan.ownName {
      let written = Characters.plain(cells[own.index])
      if own.isLoose ? own.school.isOther(written) : !own.school.isMeant(by: written) {
        fail(
          "other-school", own.heading, written,
          "这一行是另一所学校的，没有存入本校（\(file.orgName)）的文件。如果都是本校的，请加 --school \(file.orgCode)")
        return
      }
    }
    guard nameSchool(cells, fail) else { return }
    if let filedSlot, let yearSlot, !isYearGiven, !isEmpty(filedSlot),
      let year = SchoolYear(day: text(values[filedSlot])), integer(yearSlot) != Int64(year.start)
    {
      // The class is named as it was called then.
      values[yearSlot] = .integer(Int64(year.start))
      if !hasToldFiledYear {
        hasToldFiledYear = true
        report(
          Finding(
            .note, "filed-year", at: place(row, columns[filedSlot].label), value: text(values[filedSlot]),
            "建档日期不在本学年：年级和班按建档时的学年（\(year)）认；是现在的班名的，请加一列“建档学年”"))
      }
    }
    if gradeSlot != nil || plan.className != nil || classSlot != nil {
      do throws(ClassProblem) {
        try completeClass(cells, report, row)
      } catch {
        fail(error.code, error.heading, error.value, error.message)
        return
      }
    }
    if let gradeSlot, case .integer(let number) = values[gradeSlot] {
      let grade = Int(number)
      if let slot = stageSlot ?? emptyOne(givenStageSlot), let stage = stages.stage(ofGrade: grade) {
        values[slot] = .text(stage.rawValue)
      }
      if let slot = entrySlot.flatMap({ isEmpty($0) ? $0 : nil }) ?? emptyOne(givenEntrySlot), let yearSlot,
        case .integer(let year) = values[yearSlot],
        let entry = stages.entryYear(grade: grade, schoolYear: Int(year))
      {
        values[slot] = .integer(Int64(entry))
      }
    } else if entrySlot != nil, plan.className == nil, isGradeEmpty(cells) {
      fail("missing-value", "年级", nil, "没有入学年份时必须填写年级，才能认出是哪一个班")
    }
    for slot in gradedSlots where emptyOne(slot) != nil {
      fail("missing-value", columns[slot].label, nil, "这一格必须填写；填了年级的可以空着")
    }
    if let elementSlot { scaleStatement(elementSlot, row, fail, report) }
    if !ticks.isEmpty { completeTicks(row, cells, report) }
    completeMade(row, cells, fail, report)
    completePeriod(row, report)
    if let idSlot, case .null = values[idSlot] { deriveID(idSlot, row, report) }
  }

  /// The slot, where the row has nothing in it that a class must have.
  private func emptyOne(_ slot: Int?) -> Int? {
    guard let slot, gradedSlots.contains(slot), case .null = values[slot] else { return nil }
    return slot
  }

  /// A grade that could not be read was reported as such.
  private func isGradeEmpty(_ cells: SheetCells) -> Bool {
    guard let grade = self.cells.first(where: { $0.slot == gradeSlot }) else { return true }
    return Characters.trimmed(cells[grade.index]).isEmpty
  }
}
