internal import YiceFormats
internal import YiceStore

/// Words by which a sheet's rows and cells show that they are no records.
enum SheetWords {
  private static let sums = ["合计", "总计", "小计", "合 计", "总 计", "小 计", "合　计", "总　计", "小　计"].map {
    Array($0.utf8)
  }

  /// How lines below a table begin, each followed by a colon.
  private static let footers = [
    "填报人", "填表人", "制表人", "制表", "审核人", "审核", "负责人", "单位负责人", "分管领导", "校长", "填报日期", "填表日期", "填报单位",
    "单位盖章", "单位(盖章)", "联系电话", "说明", "备注", "注", "填表说明",
  ]

  /// What spreadsheets show for a formula that has no value.
  private static let errors = [
    "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]

  /// Whether one of the first cells says that the row is a sum of others.
  static func isSum(_ row: SheetRow) -> Bool {
    (0..<min(row.count, 3)).contains { index in
      row.withBytes(index) { cell in
        let word = cell[Characters.trimmed(cell)]
        return sums.contains { $0.elementsEqual(word) }
      }
    }
  }

  private static let examples = ["例：", "例:"].map { Array($0.utf8) }

  /// Whether the row is the example of a template: one of its first cells begins with 例：.
  static func isExample(_ row: SheetRow) -> Bool {
    (0..<min(row.count, 3)).contains { index in
      row.withBytes(index) { cell in examples.contains { cell.starts(with: $0) } }
    }
  }

  /// Whether the row is a line of text below the table: its first filled cell is 填报人：… and hardly any other is filled.
  static func isFooter(_ row: SheetRow) -> Bool {
    var first: Int?
    var filled = 0
    for index in 0..<row.count where row.withBytes(index, { !Characters.trimmed($0).isEmpty }) {
      first = first ?? index
      filled += 1
      if filled > 8 { return false }
    }
    guard let first else { return false }
    let isLong = row.withBytes(first) { $0.contains(0x3A) || $0.contains(0xEF) }
    guard isLong else { return false }
    let text = HeaderMatcher.tidy(row[first])
    return footers.contains { text.hasPrefix($0 + ":") }
  }

  /// The error that a cell shows in place of a value, and what to do about it.
  static func formulaError(_ cell: UnsafeBufferPointer<UInt8>) -> (shown: String, message: String)? {
    guard cell.first == 0x23, cell.count <= 16 else { return nil }
    let text = String(decoding: cell[Characters.trimmed(cell)], as: UTF8.self)
    if text == SheetRemarks.uncalculated { return (text, "这里的公式还没有算出结果。请用 Excel 或 WPS 打开该文件，保存一次再导入") }
    return errors.contains(text) ? (text, "公式出错，没有值。请在表格里改正公式，或直接填上数值") : nil
  }
}
