internal import YiceFormats
internal import YiceStore

/// Words by which a sheet's rows and cells show that they are no records.
enum SheetWords {
  private static let sums = ["合计", "总计", "小计", "共计", "累计"]
  /// What may stand before such a word in a sum's label: 全校合计, 一年级小计, 本页合计.
  private static let scopes = Set("全本各以上页校县区镇乡市年级班学小学初中高幼儿段部一二三四五六七八九十人数教职工师生位个间面积男女其0123456789")
  /// What may follow it: 合计(人), 共计18个班.
  private static let sumTails = Set(":;,。.、0123456789()个名位所间台册人班校元万㎡教师学生职工女男共为有计数级")

  /// How lines below a table begin, each followed by a colon.
  private static let footers = [
    "填报人", "填表人", "制表人", "制表", "审核人", "审核", "负责人", "单位负责人", "分管领导", "校长", "填报日期", "填表日期", "填报单位",
    "单位盖章", "单位(盖章)", "联系电话", "说明", "备注", "注", "填表说明",
  ]

  /// What spreadsheets show for a formula that has no value.
  private static let errors = [
    "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]

  /// Whether one of the first cells says that the row is a sum of others: 合计：, 全校合计, 共计18个班.
  static func isSum(_ row: SheetRow) -> Bool {
    (0..<min(row.count, 3)).contains { index in
      // All these words end in 计.
      let mayBe = row.withBytes(index) { cell in
        cell.count >= 6 && cell.count <= 60
          && cell.indices.dropFirst(2).contains {
            cell[$0] == 0xA1 && cell[$0 - 1] == 0xAE && cell[$0 - 2] == 0xE8
          }
      }
      return mayBe && isSumLabel(HeaderMatcher.tidy(row[index]))
    }
  }

  /// Whether a text, tidied as headings are, names a sum.
  static func isSumLabel(_ text: String) -> Bool {
    for word in sums {
      guard let place = text.firstRange(of: word) else { continue }
      let before = text[..<place.lowerBound]
      let after = text[place.upperBound...]
      return before.count <= 8 && before.allSatisfy(scopes.contains) && after.allSatisfy(sumTails.contains)
    }
    return false
  }

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

  /// Whether the row is a line of text below the table: its first filled cell is 填报人：… and hardly any other is filled.
  static func isFooter(_ row: SheetRow) -> Bool {
    func isFilled(_ index: Int) -> Bool { row.withBytes(index) { !Characters.trimmed($0).isEmpty } }
    // Few cells hold a colon, of either width.
    guard let first = (0..<row.count).first(where: isFilled),
      row.withBytes(first, { $0.contains(0x3A) || $0.contains(0xEF) }),
      (first..<row.count).lazy.filter(isFilled).prefix(9).count <= 8
    else { return false }
    let text = HeaderMatcher.tidy(row[first])
    return footers.contains { text.hasPrefix($0 + ":") }
  }

  /// The error that a cell shows in place of a value, and what to do about it.
  static func formulaError(_ cell: UnsafeBufferPointer<UInt8>) -> (shown: String, message: String)? {
    guard cell.first == 0x23, cell.count <= 64 else { return nil }
    let text = String(decoding: cell[Characters.trimmed(cell)], as: UTF8.self)
    if text.hasPrefix(SheetRemarks.lostDigits) {
      return (
        String(text.dropFirst(SheetRemarks.lostDigits.count)),
        "数字超过 15 位，表格软件只保留了前 15 位，后面的已经丢失。请在原表把这一列设为“文本”后重新填写，再导入"
      )
    }
    if text == SheetRemarks.uncalculated { return (text, "这里的公式还没有算出结果。请用 Excel 或 WPS 打开该文件，保存一次再导入") }
    return errors.contains(text) ? (text, "公式出错，没有值。请在表格里改正公式，或直接填上数值") : nil
  }
}
