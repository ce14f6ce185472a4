internal import YiceFormats
internal import YiceModel
internal import YiceStore

extension RowReader {
  /// A sum row (合计, 总计, 小计) or a line below the table (填报人: …) is no record, nor is a template's example (例：…).
  func otherRow(_ row: SheetRow) -> Finding? {
    if SheetWords.isSum(row) { return Finding(.note, "sum-row", at: place(row, nil), "合计行不是一条记录，没有导入") }
    if SheetWords.isExample(row) {
      return Finding(.note, "example-row", at: place(row, nil), "示例行不是一条记录，没有导入")
    }
    if SheetWords.isFooter(row) {
      return Finding(.note, "footer-row", at: place(row, nil), "这一行是表后的说明或签名，没有导入")
    }
    return nil
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
