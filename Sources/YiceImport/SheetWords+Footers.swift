internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Lines of text below a table: 填报人：…, a signature, a stamp, a date, a remark.
extension SheetWords {
  /// Who signs, and what else is said there: followed by a colon, or alone in its row.
  private static let footers: Set = [
    "填报人", "填表人", "填写人", "制表人", "制表", "经办人", "审核人", "审核", "复核人", "审批人", "负责人", "领导", "校长", "园长", "主任",
    "会计", "资产管理员", "填报日期", "填表日期", "制表日期", "上报日期", "日期", "填报时间", "填表时间", "填报单位", "单位盖章", "学校盖章",
    "盖章", "公章", "签章", "签字", "联系人", "联系电话", "电话", "填表说明", "说明", "备注", "注", "续表", "续", "以下空白", "以下无正文",
    "此处空白",
  ]
  /// What may stand before and behind such a word: 学校负责人(签章).
  private static let beginnings = ["学校", "单位", "本校", "主管", "分管", "部门", "科室"]
  private static let endings = ["签字", "签名", "签章", "盖章", "公章", "章"]
  /// How a remark begins that stands alone in its row.
  private static let remarks = ["以上共", "以上合", "注:", "注1", "备注:", "说明:", "※"]

  /// Whether the row is such a line: its first filled cell is 填报人：…, and hardly any other is filled; or it stands alone.
  ///
  /// - Parameter width: columns of the sheet, whose rows may end with their last filled cell.
  static func isFooter(_ row: SheetRow, width: Int) -> Bool {
    func isFilled(_ index: Int) -> Bool { row.withBytes(index) { !Characters.trimmed($0).isEmpty } }
    guard let first = (0..<row.count).first(where: isFilled) else { return false }
    // Of a table of two columns a half-filled row stands alone, too.
    let isAlone = width > 2 && !(first + 1..<row.count).contains(where: isFilled)
    // Few cells hold a colon, of either width.
    guard isAlone || row.withBytes(first, { $0.contains(0x3A) || $0.contains(0xEF) }) else { return false }
    let text = HeaderMatcher.tidy(row[first])
    if isAlone, isLine(text) { return true }
    guard text.contains(":"), (first..<row.count).lazy.filter(isFilled).prefix(9).count <= 8 else {
      return false
    }
    return isFooterWord(text.prefix { $0 != ":" })
  }

  private static func isLine(_ text: String) -> Bool {
    remarks.contains(where: text.hasPrefix) || text.hasSuffix("章)") || isFooterWord(text[...])
      // Digits alone may be a number of a row.
      || (!text.allSatisfy(\.isNumber) && (DateText.normalized(text) ?? DateText.endOfMonth(text)) != nil)
  }

  private static func isFooterWord(_ text: Substring) -> Bool {
    var word = text.filter { !"() _".contains($0) }
    while !footers.contains(word) {
      if let ending = endings.first(where: { word.hasSuffix($0) && word.count > $0.count }) {
        word.removeLast(ending.count)
      } else if let beginning = beginnings.first(where: { word.hasPrefix($0) && word.count > $0.count }) {
        word.removeFirst(beginning.count)
      } else {
        return false
      }
    }
    return true
  }
}
