internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Rows that are read as they stand and may be none: gone by their 备注, sums by their names. Told after the last row. Decisions 0187,
/// 0188.
extension RowReader {
  /// Notes a row that may not count by what its 备注 or its status says.
  func noteDoubt(_ row: SheetRow, _ cells: SheetCells) {
    guard let standing else { return }
    for index in standingCells where index < row.count && standingWords.mayBeIn(cells[index]) {
      let said = Characters.plain(cells[index])
      guard standing.isGone(said) || standing.isUnused(said) else { continue }
      return doubtfulRows.add(row.number, said)
    }
  }

  /// Notes a row whose name is a sum's, which a list of one thing may have as its only one.
  func noteTotal(_ row: SheetRow, _ cells: SheetCells) {
    guard let name = self.cells.first(where: { columns[$0.slot].name == "name" }),
      SheetWords.mayBeSum(cells[name.index])
    else { return }
    totalRows.append(row.number)
  }

  /// - Parameter rows: how many the sheet has.
  func totalFinding(of rows: Int) -> Finding? {
    guard rows > totalRows.count, !totalRows.isEmpty else { return nil }
    let numbers = totalRows.prefix(5).map { "第 \($0) 行" }.joined(separator: "、")
    return Finding(
      .warning, "may-be-sum", at: location,
      "\(numbers)按名称看是其他行的合计，仍照常计入：是合计的请在原表删去这一行，再用 yice remove 从文件里删去")
  }

  /// What is told of such rows, after the last.
  var doubtFinding: Finding? {
    standing.flatMap {
      doubtfulRows.finding($0, at: location, showsWords: plan.table.name != CatalogTable.teacher.name)
    }
  }
}
