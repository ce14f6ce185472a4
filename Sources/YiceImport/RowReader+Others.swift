internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A block of sixteen rows of a CSV file, as Excel writes them.
struct CutBlock {
  var number = -1
  /// Cells of its first row.
  var width = 0
  /// Whether other rows of it have more or fewer.
  var isMixed = false
  var short: [(row: Int, count: Int)] = []
}

extension RowReader {
  /// A sum row (合计, 总计, 小计) or a line below the table (填报人: …) is no record, nor is a template's example (例：…).
  func otherRow(_ row: SheetRow) -> Finding? {
    if holdsThings, SheetWords.isPart(row) {
      return Finding(
        .warning, "part-row", at: place(row, nil), "“其中”一行是上面一行的一部分，没有导入；它自己要计入的，请去掉“其中”再导入")
    }
    if isRoom, !areaSums.isEmpty, SheetWords.isSum(row), let fault = totalsFault(row) { return fault }
    if SheetWords.isSum(row, isOfAmounts: isOfAmounts) || holdsThings && SheetWords.isWorkedOut(row) {
      return Finding(.note, "sum-row", at: place(row, nil), "合计行不是一条记录，没有导入")
    }
    if pageHead?.isRepeated(row) ?? false {
      return Finding(.note, "repeated-heading", at: place(row, nil), "表头在这里又出现了一次（每页打印一次），没有导入")
    }
    if pageHead?.isOther(row) ?? false {
      isBeyond = true
      return Finding(
        .error, "second-table", at: place(row, nil),
        "从这一行起换了表头（列的次序或单位与上面的不同：\(row.cells.filter { !$0.isEmpty }.prefix(6).joined(separator: "、"))），下面的行没有读取。请把它放到另一张工作表，或按上面的表头排好，再导入"
      )
    }
    if let namePlace, SecondTable.begins(at: row, namePlace) {
      isBeyond = true
      return Finding(
        .error, "second-table", at: place(row, nil),
        "从这一行起是另一张表（\(row.cells.filter { !$0.isEmpty }.prefix(4).joined(separator: "、"))…），下面的行没有读取。请把它放到另一张工作表，再导入"
      )
    }
    if SheetWords.isPageNumber(row) {
      return Finding(.note, "page-number", at: place(row, nil), "页码行不是一条记录，没有导入")
    }
    if SheetWords.isExample(row) {
      return Finding(.note, "example-row", at: place(row, nil), "示例行不是一条记录，没有导入")
    }
    if let standing, let column = plan.standing, column.index < row.count,
      standing.isGone(row[column.index])
    {
      return Finding(
        .note, "not-counted", at: place(row, column.heading), value: row[column.index],
        "不是\(standing.things)，没有导入；以前导入过的，请用 yice remove 从文件里删去")
    }
    if let standing, let personPlace, row.withBytes(personPlace, RowReader.endsInBracket) {
      let said = HeaderMatcher.tidy(row[personPlace])
      if said.hasSuffix(")"), standing.isGone(String(said.drop { $0 != "(" })) {
        return Finding(.note, "not-counted", at: place(row, nil), "姓名后面写着已不在岗，没有导入")
      }
    }
    if let isSamePerson, isSamePerson() {
      return Finding(
        .warning, "same-person", at: place(row, nil), "姓名与上面一行是合并的一格，是同一个人，只按上面一行记；这一行里不同的内容没有导入，请核对")
    }
    if let told = unitBelow(row) { return told }
    if SheetWords.isFooter(row, width: plan.width) {
      return Finding(.note, "footer-row", at: place(row, nil), "这一行是表后的说明或签名，没有导入")
    }
    return groupRow(row)
  }

  /// The rows are amounts by their names.
  private var isOfAmounts: Bool { plan.table.name == CatalogTable.finance.name }

  /// Whether a cell ends with ) or ）, blanks behind it or not.
  private static func endsInBracket(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = Characters.trimmed(cell)
    guard let last = range.last else { return false }
    return cell[last] == UInt8(ascii: ")") || cell[last] == 0x89 && range.count >= 3 && cell[last - 2] == 0xEF
  }

  /// A remark below the table that says what its figures are in, when they have been read already: nothing of the sheet stays.
  private func unitBelow(_ row: SheetRow) -> Finding? {
    guard let first = SheetWords.onlyCell(row),
      row.withBytes(first, { $0.count > 8 && $0.contains { $0 >= 0x80 } })
    else {
      return nil
    }
    let text = HeaderMatcher.tidy(row[first])
    if let unit = UnitsBeside.unit(ofGroup: text), let heading = UnitsBeside.otherColumn(unit, plan) {
      return Finding(
        .error, "unit-below", at: place(row, nil), value: text,
        "这一行写着单位“\(unit)”，而“\(heading)”一列不是按它读的，整张没有导入。请把单位不同的部分分成两张工作表，或换算成一样的单位，并把单位写在列名后面")
    }
    guard let unit = UnitsBeside.unit(inRemark: text), let heading = UnitsBeside.column(unit, plan) else {
      return nil
    }
    return Finding(
      .error, "unit-below", at: place(row, nil), value: text,
      "表下面写着单位“\(unit)”，“\(heading)”一列的列名没有写。请把单位写在列名后面，如 \(heading)(\(unit))，再导入")
  }

  /// Rows of a CSV file that end early. Excel writes such files in blocks of sixteen rows and leaves out, from the second
  /// block on, the last columns that are empty in the whole block: there all rows of a block have the same number of
  /// cells. Other short rows lack a comma or were cut.
  ///
  /// - Returns: whether the row may be read; whether its block is as Excel writes it shows at the block's end.
  func mayBeCutShort(_ row: SheetRow) -> Bool {
    row.ordinal > 16 && row.count > 0
  }

  /// Notes how long a row is, and tells those of a block that is not as Excel writes it.
  func note(_ row: SheetRow, report: (Finding) -> Void) {
    let block = (row.ordinal - 1) / 16
    if block != cutBlock.number {
      closeBlock(report)
      cutBlock.number = block
      cutBlock.width = row.count
    }
    if row.count != cutBlock.width { cutBlock.isMixed = true }
    if row.count < plan.width { cutBlock.short.append((row.number, row.count)) }
  }

  /// Ends a block of rows.
  func closeBlock(_ report: (Finding) -> Void) {
    if cutBlock.isMixed {
      for (number, count) in cutBlock.short {
        var place = location
        place.row = number
        report(
          Finding(
            .error, "cell-count", at: place, "这一行有 \(count) 格，表头有 \(plan.width) 格：可能缺了逗号，或文件在传送中被截断"))
      }
    }
    cutBlock.isMixed = false
    if !cutBlock.short.isEmpty { cutBlock.short = [] }
  }

  /// A last row without its end of line and with cells missing: the file was cut.
  func cutFinding(_ source: any RowSource, lastRow: SheetRow) -> Finding? {
    guard let reader = source as? CSVReader, reader.endedWithoutNewline, lastWidth > 0, lastWidth < plan.width
    else { return nil }
    return Finding(
      .error, "cut-file", at: location,
      "文件在最后一行中间断了，后面的内容可能没有收到。请重新导出或重新索取该文件")
  }
}
