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
      || isRoom && RowReader.building(text) != nil
    guard plan.width > 2 && stands || plan.width > 1 && isNoName(text, at: only) else { return nil }
    if text.allSatisfy(\.isNumber) {
      return Finding(.note, "number-only", at: place(row, nil), value: text, "这一行只有序号，没有导入")
    }
    if isRoom, let building = RowReader.building(text) {
      groupBuilding = building
      return Finding(
        .note, "group-row", at: place(row, nil), value: text,
        buildingSlot == nil ? "这一行是分组的小标题，不是一条记录，没有导入" : "这一行是下面各间的楼栋，已按它导入")
    }
    guard SheetWords.isGroup(text) || SheetWords.isNothing(text) else { return nil }
    isBelowGone = false
    groupStage = StageWords.only(in: text)
    return Finding(.note, "group-row", at: place(row, nil), value: text, "这一行是分组的小标题，不是一条记录，没有导入")
  }

  /// Whether a line that stands alone says that the rows below it are gone: 退休教师, 调出教师.
  private func saysGone(_ text: String) -> Bool {
    guard let standing, plan.memory == nil, text.count <= 12, standing.goneSheet([text], nil) != nil else {
      return false
    }
    return SheetWords.isGroup(text) || standing.isWholly(text)
  }

  /// The building that a line above its rooms names: 一、教学楼, 综合楼：.
  private static func building(_ text: String) -> String? {
    var name = SheetWords.withoutNumber(text)
    while let last = name.last, ":：".contains(last) { name.removeLast() }
    guard (2...12).contains(name.count), buildingEnds.contains(where: name.hasSuffix) else { return nil }
    return String(name)
  }

  private static let buildingEnds = ["楼", "馆", "栋", "幢", "座", "楼房", "平房"]

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
