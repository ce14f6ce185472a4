internal import YiceFormats
internal import YiceStore

/// Words by which a sheet's rows and cells show that they are no records.
enum SheetWords {
  /// What spreadsheets show for a formula that found no value.
  private static let noValues = ["#N/A", "#DIV/0!", "#VALUE!", "#NUM!"]
  /// What they show where a sheet has lost what its formulas stand on.
  private static let lost = ["#REF!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"]

  /// 第 2 页, 第2页共5页, 2/5: a line that only numbers the pages.
  static func isPageNumber(_ row: SheetRow) -> Bool {
    var only: Int?
    for index in 0..<row.count where row.withBytes(index, { !Characters.trimmed($0).isEmpty }) {
      guard only == nil else { return false }
      only = index
    }
    guard let only, row.withBytes(only, { $0.count <= 40 && $0.contains(0xE9) }) else { return false }
    let text = HeaderMatcher.tidy(row[only])
    return text.hasPrefix("第") && text.contains("页")
      && text.allSatisfy { $0.isNumber || "第页共,/ 一二三四五六七八九十".contains($0) }
  }

  private static let examples = ["例：", "例:"].map { Array($0.utf8) }

  /// Whether the row is the example of a template: one of its first cells begins with 例：.
  static func isExample(_ row: SheetRow) -> Bool {
    (0..<min(row.count, 3)).contains { index in
      row.withBytes(index) { cell in examples.contains { cell.starts(with: $0) } }
    }
  }

  /// The error that a cell shows in place of a value, and what to do about it.
  ///
  /// - Returns: with `SheetFault`'s code where the file itself has lost its values, not one formula.
  static func formulaError(_ cell: UnsafeBufferPointer<UInt8>) -> (
    code: String, shown: String, message: String
  )? {
    guard cell.first == 0x23, cell.count <= 64 else { return nil }
    let text = String(decoding: cell[Characters.trimmed(cell)], as: UTF8.self)
    if text.hasPrefix(SheetRemarks.lostDigits) {
      return (
        "lost-digits", String(text.dropFirst(SheetRemarks.lostDigits.count)),
        "数字超过 15 位，表格软件只保留了前 15 位，后面的已经丢失。请在原表把这一列设为“文本”后重新填写，再导入"
      )
    }
    if text == SheetRemarks.uncalculated {
      return ("uncalculated", text, "这里的公式还没有算出结果。请用 Excel 或 WPS 打开该文件，保存一次再导入")
    }
    if lost.contains(text) { return ("lost-formula", text, "公式出错，它引用的内容已经不在。请在表格里改正公式，或直接填上数值") }
    return noValues.contains(text) ? ("formula-error", text, "公式出错，没有值。请在表格里改正公式，或直接填上数值") : nil
  }
}
