internal import YiceModel
internal import YiceStore

/// Headings as they are compared.
extension HeaderMatcher {
  /// Without white space, line breaks and required marks; full-width forms made half-width.
  package static func tidy(_ heading: String) -> String {
    // Most are plain letters and Chinese characters, each of them a character for itself.
    var isStarred = false
    let isPlain = heading.unicodeScalars.allSatisfy { scalar in
      if scalar == "*" { isStarred = true }
      return (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
    }
    if isPlain { return isStarred ? heading.replacing("*", with: "") : heading }
    var text = Characters.withoutMarks(Characters.halfWidth(heading))
    text.removeAll { $0.isWhitespace || $0 == "*" || $0 == "★" }
    return text
  }

  static let girls: Set = ["女生", "女生数", "女生人数", "女", "女学生", "女学生数"]

  /// 学生数/女 → 女, 其中:女生 → 女生.
  static func lowest(_ heading: String) -> String {
    withoutBeginning(heading.split(separator: "/").last.map(String.init) ?? heading)
  }

  /// 其中:女生 → 女生.
  static func withoutBeginning(_ heading: String) -> String {
    for word in ["其中:", "其中", "#", "(其中)"] where heading.hasPrefix(word) && heading.count > word.count {
      return String(heading.dropFirst(word.count))
    }
    return heading
  }

  /// 班级|男生|女生|合计: the sum of boys and girls is the whole class.
  func wholeClass(_ heading: String, _ named: Set<String>) -> (CatalogColumn, unit: String?)? {
    let (name, unit) = HeaderMatcher.withoutUnit(heading)
    guard HeaderMatcher.wholes.contains(name), named.contains("boys"), !named.contains("head_count"),
      let column = table.column("head_count")
    else { return nil }
    return (column, unit)
  }

  private static let wholes: Set = ["合计", "小计", "总计", "共计", "计", "总数"]

  /// Whether what stands in parentheses behind a heading only says of which amount, which is the usual one, or when:
  /// 学生数(在籍), 原值(含税), 班级人数(9月1日).
  static func isRemark(_ text: String) -> Bool {
    remarks.contains(text)
      || text.contains { $0.isNumber } && text.allSatisfy { $0.isNumber || "年月日.-/至底末".contains($0) }
  }

  private static let remarks: Set = [
    "在籍", "在校", "在读", "实有", "现有", "全班", "全校", "本校", "合计", "总计", "总数", "必填", "选填", "可不填", "账面原值", "账面值", "原值",
    "账面", "含税", "填数字", "数字", "整数", "学年初", "学期初", "男女合计", "近五年", "近5年", "五年累计", "累计",
  ]

  /// 「面积(㎡)」, 「面积/㎡」 → 面积, ㎡; 「规格/型号」 stays whole.
  static func withoutUnit(_ heading: String) -> (name: String, unit: String?) {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else {
      guard let slash = heading.lastIndex(of: "/"), slash > heading.startIndex else { return (heading, nil) }
      // 面积/㎡, but not 规格/型号.
      let unit = String(heading[heading.index(after: slash)...])
      return Unit.isKnown(unit) ? (String(heading[..<slash]), unit) : (heading, nil)
    }
    var unit = String(heading[heading.index(after: open)...].dropLast())
    if unit.hasPrefix("单位:") { unit.removeFirst(3) }
    return (String(heading[..<open]), unit.isEmpty ? nil : unit)
  }
}
