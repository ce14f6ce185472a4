internal import YiceFormats
internal import YiceStore

/// Rows that sum others up: 合计：, 全校合计, 教学用房合计, 共计18个班, 其中：女.
extension SheetWords {
  private static let sums = ["合计", "总计", "小计", "共计", "累计", "合計", "總計", "小計"]
  /// What may stand before such a word where more follows it: 全校共计18个班.
  private static let scopes = Set("全本各以上页校县区镇乡市年级班学小学初中高幼儿段部一二三四五六七八九十人数教职工师生位个间面积男女其0123456789")
  /// What may follow it: 合计(人), 共计18个班.
  private static let tails = Set(":;,。.、0123456789()个名位所间台册人班校元万㎡教师学生职工女男共为有计数级")
  /// What may follow where anything may stand before: 教学用房合计(间).
  private static let ends: Set = ["", ":", "(人)", "(间)", "(元)", "(㎡)"]
  /// Labels of sums in which no such word stands: 总面积, 教职工总数:2.
  private static let totals = ["总数", "总人数", "总面积", "总数量", "总金额"]
  /// Amounts that no one thing is called by: 教学仪器设备总值.
  private static let totalEnds = ["总值", "总价值", "总金额", "总额", "总原值", "资产值"]
  /// A row that begins with it is a part of a sum.
  private static let part = "其中"
  /// A label is no longer.
  private static let longest = 14

  /// Whether one of the first cells says that the row is a sum of others, or a part of one.
  ///
  /// - Parameter isOfAmounts: the rows are amounts by their names, and 公用经费总额 is one of them.
  static func isSum(_ row: SheetRow, isOfAmounts: Bool = false) -> Bool {
    (0..<min(row.count, 3)).contains { index in
      let mayBe = row.withBytes(index) { cell in
        cell.count >= 6 && cell.count <= 60
          && cell.indices.dropFirst(2).contains { isMark(cell, endingAt: $0) }
      }
      return mayBe && (isOfAmounts ? isBareSum : isSumLabel)(HeaderMatcher.tidy(row[index]))
    }
  }

  /// Whether a name may be a sum's, of which a list of one thing has no other row: 运动场地总面积.
  static func mayBeSum(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard sumBeginnings.mayBeIn(cell) else { return false }
    let name = HeaderMatcher.tidy(Characters.plain(cell)).prefix { $0 != "(" }
    return sumNames.contains(where: name.hasSuffix)
  }

  private static let sumNames = ["总面积", "合计面积", "场地合计", "总间数", "总台数"]
  private static let sumBeginnings = FirstCharacters(sumNames)

  /// Whether the row begins with 其中.
  static func isPart(_ row: SheetRow) -> Bool { begins(row, with: part) }

  /// Whether it is an amount that is worked out, and no thing: 生均运动场地面积.
  static func isWorkedOut(_ row: SheetRow) -> Bool { begins(row, with: "生均") }

  private static func begins(_ row: SheetRow, with word: String) -> Bool {
    (0..<min(row.count, 3)).contains { index in row.withBytes(index) { $0.starts(with: word.utf8) } }
  }

  /// 计, 計, 总 and 其: every label of a sum has one of them. By their three bytes: each cell of a sheet is looked at.
  private static func isMark(_ cell: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    switch (cell[end - 2], cell[end - 1], cell[end]) {
    case (0xE8, 0xAE, 0xA1), (0xE8, 0xA8, 0x88), (0xE6, 0x80, 0xBB), (0xE5, 0x85, 0xB6):
      true
    default: false
    }
  }

  /// Whether a text, tidied as headings are, says that it is a sum, and of what at most as a sheet has it: 合计, 全校合计:.
  private static func isBareSum(_ text: String) -> Bool {
    sums.contains { word in
      guard let place = text.firstRange(of: word) else { return false }
      let before = text[..<place.lowerBound]
      return before.count <= 4 && before.allSatisfy(scopes.contains)
        && text[place.upperBound...].allSatisfy(tails.contains)
    }
  }

  /// Whether a text, tidied as headings are, names a sum or a part of one.
  static func isSumLabel(_ text: String) -> Bool {
    if text.hasPrefix(part) { return text.count <= longest }
    let head = text.prefix { $0 != ":" }
    if totals.contains(where: { head == $0 || (head.count < text.count && head.hasSuffix($0)) }) {
      return true
    }
    if totalEnds.contains(where: head.hasSuffix), text.count <= longest { return true }
    for word in sums {
      guard let place = text.firstRange(of: word) else { continue }
      let before = text[..<place.lowerBound]
      let after = text[place.upperBound...]
      if ends.contains(String(after)) { return text.count <= longest }
      return before.count <= 8 && before.allSatisfy(scopes.contains) && after.allSatisfy(tails.contains)
    }
    return false
  }
}
