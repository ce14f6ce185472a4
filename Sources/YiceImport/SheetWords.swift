internal import YiceFormats
internal import YiceStore

/// Words by which a sheet's rows and cells show that they are no records.
enum SheetWords {
  private static let sums = ["合计", "总计", "小计", "共计", "累计", "合計", "總計", "小計"]
  /// What a sum or a part of one is called where no such word stands: 教职工总数:2, 其中:女.
  private static let totals = ["总数", "总人数", "总面积", "总数量", "总金额", "总值"]
  private static let part = "其中"
  /// What may stand before such a word in a sum's label: 全校合计, 一年级小计, 本页合计.
  private static let scopes = Set("全本各以上页校县区镇乡市年级班学小学初中高幼儿段部一二三四五六七八九十人数教职工师生位个间面积男女其0123456789")
  /// What may follow it: 合计(人), 共计18个班.
  private static let sumTails = Set(":;,。.、0123456789()个名位所间台册人班校元万㎡教师学生职工女男共为有计数级")

  /// Who signs and what else stands in lines below a table, each followed by a colon or alone in its row.
  private static let footers: Set = [
    "填报人", "填表人", "填写人", "制表人", "制表", "经办人", "审核人", "审核", "复核人", "审批人", "负责人", "领导", "校长", "园长", "主任", "会计",
    "资产管理员",
    "填报日期", "填表日期", "制表日期", "上报日期", "日期", "填报单位", "填报时间", "填表时间", "单位盖章", "学校盖章", "盖章", "公章", "签章", "签字",
    "联系人", "联系电话",
    "电话", "说明", "备注", "注", "填表说明", "续", "续表", "以下空白", "以下无正文", "此处空白",
  ]
  /// What may stand before and behind such a word: 学校负责人(签章).
  private static let footerBeginnings = ["学校", "单位", "本校", "主管", "分管", "部门", "科室"]
  private static let footerEndings = ["签字", "签名", "签章", "盖章", "公章", "章"]
  /// Beginnings of lines that stand alone in their row.
  private static let loneBeginnings = ["以上共", "以上合", "注:", "注1", "备注:", "说明:", "※", "*注"]

  /// What spreadsheets show for a formula that has no value.
  private static let errors = [
    "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]

  /// Whether one of the first cells says that the row is a sum of others: 合计：, 全校合计, 共计18个班.
  static func isSum(_ row: SheetRow) -> Bool {
    (0..<min(row.count, 3)).contains { index in
      let mayBe = row.withBytes(index) { cell in
        cell.count >= 6 && cell.count <= 60 && marks.contains { mark in holds(cell, mark) }
      }
      return mayBe && isSumLabel(HeaderMatcher.tidy(row[index]))
    }
  }

  /// A letter of every label of a sum.
  private static let marks = ["计", "計", "总", part].map { Array($0.utf8) }

  private static func holds(_ cell: UnsafeBufferPointer<UInt8>, _ mark: [UInt8]) -> Bool {
    (0...max(0, cell.count - mark.count)).contains { start in
      cell[start] == mark[0] && cell[start...].starts(with: mark)
    }
  }

  /// Whether a text, tidied as headings are, names a sum.
  static func isSumLabel(_ text: String) -> Bool {
    if text.hasPrefix(part), text.count <= 12 { return true }
    if let head = text.split(separator: ":").first, text.contains(":"), totals.contains(where: head.hasSuffix)
    {
      return true
    }
    for word in sums {
      guard let place = text.firstRange(of: word) else { continue }
      let before = text[..<place.lowerBound]
      let after = text[place.upperBound...]
      // What ends in such a word is a sum of whatever stands before it: 教学用房合计.
      let isAtEnd = after.allSatisfy { ":;,。.".contains($0) } || after == "(人)" || after == "(间)"
      return before.count <= (isAtEnd ? 12 : 8) && (isAtEnd || before.allSatisfy(scopes.contains))
        && after.allSatisfy(sumTails.contains)
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

  /// Whether the row is a line of text below the table: its first filled cell is 填报人：…, and hardly any other is filled;
  /// or it stands alone and is a signature, a stamp, a date or a remark.
  static func isFooter(_ row: SheetRow) -> Bool {
    func isFilled(_ index: Int) -> Bool { row.withBytes(index) { !Characters.trimmed($0).isEmpty } }
    guard let first = (0..<row.count).first(where: isFilled) else { return false }
    let isLone = row.count > 2 && !(first + 1..<row.count).contains(where: isFilled)
    // Few cells hold a colon, of either width.
    let hasColon = row.withBytes(first) { $0.contains(0x3A) || $0.contains(0xEF) }
    guard isLone || hasColon else { return false }
    let text = HeaderMatcher.tidy(row[first])
    if isLone, isLoneLine(text) { return true }
    guard text.contains(":"), (first..<row.count).lazy.filter(isFilled).prefix(9).count <= 8 else {
      return false
    }
    return text.split(separator: ":").first.map { isFooterWord(String($0)) } ?? false
  }

  private static func isLoneLine(_ text: String) -> Bool {
    if loneBeginnings.contains(where: text.hasPrefix) || isFooterWord(text) { return true }
    if text.hasSuffix("章)") { return true }
    return text.wholeMatch(of: #/\d{4}(年\d{1,2}月(\d{1,2}日)?|[-.\/]\d{1,2}[-.\/]\d{1,2})/#) != nil
  }

  /// 学校负责人(签章), 填报人签字.
  private static func isFooterWord(_ text: String) -> Bool {
    var word = text.filter { !"() _".contains($0) }
    while !footers.contains(word) {
      if let ending = footerEndings.first(where: { word.hasSuffix($0) && word.count > $0.count }) {
        word.removeLast(ending.count)
      } else if let beginning = footerBeginnings.first(where: { word.hasPrefix($0) && word.count > $0.count })
      {
        word.removeFirst(beginning.count)
      } else {
        return false
      }
    }
    return true
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
