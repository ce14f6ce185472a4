internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Small headings among the rows, which speak for those below them: 一、语文组, 教学楼, 退休教师. Decisions 0188, 0189.
extension RowReader {
  /// What a line that stands alone is, and rows that one above says are gone.
  func groupRow(_ row: SheetRow) -> Finding? {
    if let only = SheetWords.onlyCell(row), let finding = groupLine(row, at: only) { return finding }
    guard isBelowGone else { return nil }
    return Finding(
      .note, "not-counted", at: place(row, nil), "上面的小标题说它不是\(standing?.things ?? "")，没有导入")
  }

  private func groupLine(_ row: SheetRow, at only: Int) -> Finding? {
    let text = HeaderMatcher.tidy(row[only])
    if saysGone(text) {
      isBelowGone = true
      return Finding(
        .warning, "not-counted", at: place(row, nil), value: text,
        "从这一行起看来不是\(standing?.things ?? "")，到下一个小标题为止没有导入")
    }
    let stands =
      lacksRequired(row) || holdsThings && SheetWords.isNumbered(text)
      || placesAbove.names(text)
    guard plan.width > 2 && stands || plan.width > 1 && isNoName(text, at: only) else { return nil }
    if text.allSatisfy(\.isNumber) {
      return Finding(.note, "number-only", at: place(row, nil), value: text, "这一行只有序号，没有导入")
    }
    if let school = schoolOfLine(text) {
      schoolAbove.ofGroup = school
      return Finding(.note, "group-row", at: place(row, nil), value: text, "这一行是下面各行的学校，没有写学校的已按它导入")
    }
    if let above = placesAbove.take(text) {
      return Finding(
        .note, "group-row", at: place(row, nil), value: text,
        above.isKept ? "这一行是下面各行的\(above.label)，已按它导入" : "这一行是分组的小标题，不是一条记录，没有导入")
    }
    guard
      SheetWords.isGroup(text) || SheetWords.isNothing(text)
        || holdsThings && SheetWords.isGroupOfThings(text)
    else { return nil }
    isBelowGone = false
    groupStage = StageWords.only(in: text)
    if let standing, standing.mayBeGone(text) {
      return Finding(
        .warning, "may-not-count", at: place(row, nil), value: text,
        "这一行是分组的小标题，没有导入；下面各行仍照常计入，不该计入的请在原表删去，再用 yice remove 从文件里删去")
    }
    return Finding(.note, "group-row", at: place(row, nil), value: text, "这一行是分组的小标题，不是一条记录，没有导入")
  }

  /// Whether a line that stands alone says that the rows below it are gone: 退休教师, 调出教师.
  private func saysGone(_ text: String) -> Bool {
    guard let standing, plan.memory == nil, text.count <= 12, standing.goneSheet([text], nil) != nil else {
      return false
    }
    return SheetWords.isGroup(text) || standing.isWholly(text)
  }

  /// A word that stands alone under 姓名 and is no person's: 语文组, 平均, 1.
  private func isNoName(_ text: String, at index: Int) -> Bool {
    index == personPlace && (SheetWords.isGroup(text) || SheetWords.isNothing(text))
  }

  /// Whether a cell is empty that every row must fill in.
  private func lacksRequired(_ row: SheetRow) -> Bool {
    cells.contains { cell in
      let column = cell.parser.column
      return column.required && column.name != "org_code" && column.name != "school_year"
        && !mayBeMade(cell.slot)
        && row.withBytes(cell.index) { Characters.trimmed($0).isEmpty }
    }
  }
}
